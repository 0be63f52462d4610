package dev.apatite.annotation;

import dev.apatite.annotation.DosagePart.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the pieces of dosages in a sentence: amounts, routes, frequencies, durations. */
final class Dosages {
    private static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3})++(?:\\.\\d{1,3})?|\\d{1,6}(?:[.,·]\\d{1,4})?)";
    private static final String WORD_NUMBER =
            "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|twenty|several|a single|single)";
    private static final String COUNT = "(?:" + WORD_NUMBER + "|\\d{1,3}(?:\\.\\d{1,2})?)";
    private static final String TO = "\\s?(?:-|–|—|to|±|and|or)\\s?";
    private static final String S = "[\\s\\u200b]{0,2}";
    private static final String PERIOD = "(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?|wks?|months?|years?|yrs?)";
    /** Only where a word or a number begins is the rest tried. */
    private static final String WORD = "\\b(?=[\\p{L}\\d])";

    /** Patterns are matched on lower-cased text, which is quicker than a match without case. */
    private static final int FLAGS = 0;

    private static final Pattern DRAINED = Pattern.compile(
            "(?i)\\s(?:of\\s)?(?:[\\w-]+\\s){0,3}(?:fluid|blood|pus|urine|effusion|bile|ascites|csf|haematoma|hematoma|volume|aspirate|discharge|secretions?|diameter|in size|thick|long|deep)\\b");

    /** What stands before a time until something happened, not one for which something was given. */
    private static final Pattern UNTIL = Pattern.compile(
            "\\b(?:within|after|before|until|past)\\s(?:the (?:past|last|next|following|first)\\s|(?:a total of|about|approximately|nearly|at least|up to|more than|over|only|less than|another)\\s)?$"
                    + "|\\b(?:improv|resol|recover|disappear|heal|subsid|normali[sz]|regress|respond|relie|abat|defervesc)\\w*(?:\\s[\\w-]+){0,3}\\s(?:over|during|in|by)\\s(?:the (?:past|last|next|following|first)\\s|(?:a period of|about|approximately|nearly|only)\\s)?$");

    private static final int UNTIL_REACH = 80;

    private static final Pattern IN_FRACTIONS = Pattern.compile("^in (?=\\S+ fractions)");

    private static final Pattern PLAIN_NUMBER = Pattern.compile("(?i)[^/]*\\d\\s?(?:l|u|j)");

    private final Units units = new Units();
    private final QuickPattern amount;
    private final Pattern concentration;
    private final Pattern frequency;
    private final Pattern duration;
    private final Map<Pattern, String> routes = new LinkedHashMap<>();
    private final QuickPattern anyRoute;

    Dosages() {
        String per = "(?:" + S + "(?:/|\\bper\\b)" + S + "(?:\\d{1,2}" + S + ")?" + units.denominatorPattern()
                + "(?![\\p{L}]))";
        amount = QuickPattern.compile(
                "(?<![\\w.,/-])(?:(?:<=|>=|[<>≤≥~])\\s?|(?:up to|over|at least|less than|more than|below|above)\\s)?"
                        + NUMBER + "(?:" + S + units.amountPattern() + "?" + TO + NUMBER + "){0,3}"
                        + "[\\s\\u200b-]{0,2}"
                        + units.amountPattern() + "(?![\\p{L}])" + per + "{0,3}");
        concentration = Pattern.compile("\\G\\s?/\\s?" + units.concentrationPattern() + "(?![\\p{L}])", FLAGS);
        String often = "(?:once|twice|thrice|" + COUNT + "(?:" + TO + COUNT + ")?[\\s-]times?)";
        frequency = Pattern.compile(
                WORD + "(?:\\b(?:" + often + "(?:\\s(?:a|an|per|each|every|in a)\\s|/|[\\s-])|" + COUNT
                        + "(?:\\s(?:a|per|each|every)\\s|×))(?:day|daily|week|weekly|month|monthly|night|nightly|year|hour)\\b"
                        + "|\\b(?:every|each|q)\\s?(?:other\\s|second\\s|third\\s|" + COUNT + "(?:" + TO + COUNT
                        + ")?(?:\\s|-)?)?(?:day|night|morning|evening|week|month|hour|year|days|weeks|months|hours|hrs?|h|min)\\b(?:\\s(?:during|on) days? \\d[\\d, and-]{0,12})?"
                        + "|\\bon (?:alternate|alternating) days\\b|\\balternate days\\b|\\b(?:at|before) (?:night|bedtime|bed time|noon)\\b|\\bin the (?:morning|evening)\\b|\\bon days? \\d{1,2}(?:(?:, | and |, and |-|–)\\d{1,2}){0,6}(?: (?:on|of|in|every) (?:a |an |each )?\\d{1,2}[- ]days?(?: cycles?)?)?"
                        + "|\\b(?:daily|weekly|monthly|nightly|yearly|biweekly|fortnightly|bi-weekly|hourly|annually|quarterly)\\b|\\bper (?:day|week|month)\\b|(?<=[\\d)\\p{L}]\\s)(?<!\\b(?:for|in|within|over|after|about|than|of|half|was)\\s)a (?:day|week|month)\\b"
                        + "|\\b(?:[bt]\\.?i\\.?d|q\\.?i\\.?d|q\\.?d|b\\.?d|o\\.?d|tds|qds|qhs|q\\d{1,2}h|prn)\\b\\.?|\\bas (?:needed|required)\\b|\\bon demand\\b"
                        + "|\\bin " + COUNT + " (?:divided )?(?:doses|fractions)\\b|\\b\\d{1,2} fractions\\b)",
                FLAGS);
        duration = Pattern.compile(
                WORD
                        + "(?:(?<=\\bfor\\s|\\bduring\\s|\\bover\\s|\\bof\\s)(?:the (?:past|last|next|following|first) |a total of |about |approximately |nearly |at least |up to |more than |over )?(?:(?:"
                        + COUNT + "|a|an)(?:" + TO + COUNT
                        + ")?[\\s-]{0,2}(?:more |consecutive |additional |and a half )?"
                        + "(?:" + PERIOD + "|cycles?|courses?|sessions?|doses))\\b(?! history)(?! old)"
                        + "|\\b(?:" + COUNT + "(?:" + TO + COUNT + ")?[\\s-](?:"
                        + "(?:more |consecutive |additional |monthly |weekly |daily )?(?:cycles?|courses?|sessions?|doses?|infusions?|injections?|treatments?|pulses?)))\\b"
                        + "|\\b" + COUNT + "(?:" + TO + COUNT
                        + ")?[\\s-](?:day|week|month|year)(?=[\\s-]{1,2}(?:long )?(?:course|regimen|treatment|therapy|trial|period|cycle))"
                        + "|\\b[x×]\\s?\\d{1,2}(?:\\s?(?:doses|days|weeks|cycles|d))?\\b"
                        + "|\\b" + COUNT + "\\s(?:days|weeks|months)\\b(?=[,.;)]|\\swith\\b|\\sand\\b|$))",
                FLAGS);
        StringBuilder any = new StringBuilder();
        for (String[] row : ResourceLines.cells("routes.tsv", 2)) {
            routes.put(Pattern.compile(row[1], FLAGS), row[0]);
            any.append(any.isEmpty() ? "" : "|").append(row[1]);
        }
        anyRoute = QuickPattern.compile(
                "(?<![\\p{L}\\d-])(?:" + any
                        + ")(?![\\p{L}\\d-])(?!\\s(?:fluid|metasta|mass|mucosa|cavity|hygiene|abscess|h[ae]emorrhage|ulcer|lesion|pressure|access|line|drug user|contracept|intake|contrast|fistula|lymph))");
    }

    /** The pieces in a passage, read once. */
    List<DosagePart> in(Passage passage) {
        List<DosagePart> parts = passage.noted().dosages;
        if (parts == null) {
            parts = List.copyOf(parts(passage.text()));
            passage.noted().dosages = parts;
        }
        return parts;
    }

    /** The pieces in the order of the text, none within another. */
    List<DosagePart> parts(String sentence) {
        String plain = Passage.lower(sentence);
        List<DosagePart> found = new ArrayList<>();
        if (hasDigit(plain)) {
            for (QuickPattern.Search each = amount.matcher(plain); each.find(); ) {
                if (!concentration
                                .matcher(plain)
                                .region(each.end(), plain.length())
                                .find()
                        && !isPlainNumber(each.group(0))
                        && !DRAINED.matcher(plain)
                                .region(each.end(), plain.length())
                                .lookingAt()) {
                    add(found, Kind.AMOUNT, each.start(), each.end(), sentence.substring(each.start(), each.end()));
                }
            }
        }
        for (Matcher each = frequency.matcher(plain); each.find(); ) {
            String printed = sentence.substring(each.start(), each.end());
            add(
                    found,
                    Kind.FREQUENCY,
                    each.start(),
                    each.end(),
                    IN_FRACTIONS.matcher(printed).replaceFirst(""));
        }
        for (Matcher each = duration.matcher(plain); each.find(); ) {
            String before = plain.substring(Math.max(0, each.start() - UNTIL_REACH), each.start());
            if (!UNTIL.matcher(before).find()) {
                add(found, Kind.DURATION, each.start(), each.end(), sentence.substring(each.start(), each.end()));
            }
        }
        for (QuickPattern.Search each = anyRoute.matcher(plain); each.find(); ) {
            add(found, Kind.ROUTE, each.start(), each.end(), route(each.group(0)));
        }
        found.sort(Comparator.comparingInt(DosagePart::start));
        return found;
    }

    private static void add(List<DosagePart> found, Kind kind, int start, int end, String text) {
        boolean free = found.stream().noneMatch(part -> part.start() < end && start < part.end());
        if (free) {
            found.add(new DosagePart(kind, start, end, text.strip()));
        }
    }

    private String route(String printed) {
        return routes.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(printed).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(printed);
    }

    /** "5 l" and "3 h" without more are rarely doses; an amount of one letter needs more to be one. */
    private static boolean isPlainNumber(String amount) {
        return PLAIN_NUMBER.matcher(amount).matches();
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
