package dev.apatite.annotation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How many patients a sentence speaks of, and how many of them did well.
 *
 * @param treated null where nothing is said
 * @param responding null where nothing is said
 */
record PatientCounts(@Nullable Integer treated, @Nullable Integer responding) {
    static final PatientCounts UNKNOWN = new PatientCounts(null, null);

    private static final Pattern TREATED = Pattern.compile("\\s(?:were|was)\\s(?:treated|given|started).*");
    private static final Pattern SUBJECT = Pattern.compile(
            "\\s(?:\\w+ly\\s)?(?:showed|had|responded|improved|achieved|experienced|were|was|reported|demonstrated)\\b.*");
    private static final Pattern ONE =
            Pattern.compile(".*\\b(?:one|a|single) (?:single )?(?:case report|case|patient)\\b.*");
    private static final String N = PrintedNumbers.PATTERN;
    private static final String WHO =
            "(?:patients?|cases?|subjects?|children|adults|individuals|women|men|girls|boys|infants|participants|persons|eyes)";
    private static final QuickPattern OUT_OF = QuickPattern.compile(
            "\\b(" + N + ")(?:\\s?/\\s?|\\s(?:out\\s)?of\\s(?:the\\s|our\\s|these\\s|all\\s|a\\stotal\\sof\\s)?)(" + N
                    + ")(?!\\d|/|\\s?mg)\\s(?:\\w+\\s){0,4}?" + WHO + "\\b");
    private static final QuickPattern FRACTION =
            QuickPattern.compile("\\b(?:in|only|all)\\s(\\d{1,4})\\s?/\\s?(\\d{1,4})\\b(?!/)");
    private static final QuickPattern SERIES_AND = QuickPattern.compile("\\b(" + N + ")\\s" + WHO
            + "\\s(?:with|having)\\s[^.;,]{1,60}?\\sand\\s(" + N + ")\\s(?:" + WHO + "\\s)?with\\b");
    private static final Pattern ONLY = Pattern.compile(
            "\\b(?:only|of (?:whom|them|which)|but|and)\\s(" + N
                    + ")\\s(?:of (?:them|these)\\s|patients?\\s)?(?:had|showed|responded|improved|achieved|experienced|were|was|showing|reported)\\b");
    private static final QuickPattern GROUP =
            QuickPattern.compile("\\b(" + N + ")\\s(?:\\w[\\w-]*\\s){0,3}?" + WHO + "\\b");
    private static final QuickPattern ALL =
            QuickPattern.compile("\\ball\\s(?:of\\s)?(?:the\\s|these\\s|our\\s)?(?:" + N + "\\s)?" + WHO + "\\b");

    /** The numbers of a sentence in lower case; {@code good} and {@code bad} tell how the stated outcome is. */
    static PatientCounts in(String lower, boolean good, boolean bad) {
        QuickPattern.Search match = OUT_OF.matcher(lower);
        if (match.find()) {
            return of(match.group(2), match.group(1));
        }
        match = SERIES_AND.matcher(lower);
        if (match.find()) {
            int sum = PrintedNumbers.parse(match.group(1)) + PrintedNumbers.parse(match.group(2));
            return new PatientCounts(sum, good ? Integer.valueOf(sum) : bad ? Integer.valueOf(0) : null);
        }
        match = FRACTION.matcher(lower);
        if (match.find()) {
            return of(match.group(2), match.group(1));
        }
        QuickPattern.Search group = GROUP.matcher(lower);
        if (!group.find()) {
            return ONE.matcher(lower).matches()
                    ? new PatientCounts(1, good ? Integer.valueOf(1) : bad ? Integer.valueOf(0) : null)
                    : UNKNOWN;
        }
        int treated = PrintedNumbers.parse(group.group(1));
        if (treated > 100000 || treated < 1) {
            return UNKNOWN;
        }
        Matcher only = ONLY.matcher(lower).region(group.end(), lower.length());
        if (only.find()) {
            return new PatientCounts(treated, PrintedNumbers.parse(only.group(1)));
        }
        String after = lower.substring(group.end());
        boolean subject = SUBJECT.matcher(after).matches();
        if (subject && good && !TREATED.matcher(after).matches()) {
            return new PatientCounts(ALL.matcher(lower).find() ? treated : null, treated);
        }
        return new PatientCounts(treated, good ? Integer.valueOf(treated) : bad ? Integer.valueOf(0) : null);
    }

    private static PatientCounts of(String treated, String responding) {
        int all = PrintedNumbers.parse(treated);
        int some = PrintedNumbers.parse(responding);
        return some <= all ? new PatientCounts(all, some) : UNKNOWN;
    }
}
