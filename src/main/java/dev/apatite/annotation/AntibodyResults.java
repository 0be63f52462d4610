package dev.apatite.annotation;

import dev.apatite.paper.AntibodyResult;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from the sentences about a patient which antibodies were found and which were looked for in vain. */
final class AntibodyResults {
    private static final Pattern POLARITY = Pattern.compile(
            "(?<pos>\\bsero-?positiv\\w*|\\bpositiv\\w*|(?<=[\\w)])\\s?\\(?\\+{1,4}(?![\\w-])|\\belevated\\b|\\bhigh(?:ly)?\\b|\\bincreased\\b|\\bpresen(?:t|ce)\\b|\\bdetected\\b|\\b1\\s?[:/]\\s?\\d{2,5}\\b|\\braised\\b|\\bstrongly reactive\\b)"
                    + "|(?<neg>\\b(?:sero-?)?negativ\\w*|\\babsent\\b|\\babsence of\\b|\\bundetectable\\b|\\bnot (?:detected|present|found|elevated|raised)\\b|\\bnormal\\b|\\bunremarkable\\b|\\bnon-?reactive\\b|\\bwithin (?:normal|the normal)\\b|\\bno (?=anti|auto)|\\bwithout\\b|\\bnon-?contributory\\b)");
    private static final Pattern COPULA = Pattern.compile(
            "^[\\s,)]{0,3}(?:(?:antibod\\w+|auto-?antibod\\w+|titers?|titres?|levels?|tests?|testing|results?|serology|\\([^)]{0,40}\\)|both|all|also|markedly|strongly|weakly|found|to|be|came|back|in|serum|the|screen|profile|=|:|-)[\\s,]{1,2}){0,5}(?:(?:were|was|is|are|of|at|remained|had|have|has)\\s)?(?:(?:both|all|also|markedly|strongly|weakly|found|to|be|been|repeatedly|a|at|titer|titre|of|mildly|high|slightly|the|with)\\s){0,5}$");
    private static final Pattern LISTED = Pattern.compile(
            "^(?:[\\s,;/&+()=:-]|and|or|as well as|antibod\\w+|auto-?antibod\\w+|anti|the|for|ig[gma]|titers?|titres?|titre[sd]? of|titers of|with|in|pattern|nucleolar|speckled|homogeneous|centromere|1[:/]\\d+|\\w+ pattern|native|\\w{2,4}\\)|levels?|factors?|factor|serum|of|against|u/ml|iu/ml|\\d+(?:\\.\\d+)?)*$");
    private static final Pattern TESTED = Pattern.compile(
            "\\b(?:screen\\w*|tested|testing|tests|pending|ordered|requested|evaluat\\w+|includ\\w+|such as|investigat\\w+|assay\\w*|measur\\w+|work-?up|studies|panel)\\b");
    private static final Pattern HAS = Pattern.compile(
            "\\b(?:had|has|with|reveal\\w*|show\\w*|demonstrat\\w*|history|along with|confirm\\w*|found|identified|developed|bearing|carr\\w+|associated)\\b");

    private AntibodyResults() {}

    /** One result per antibody; what is said first counts, and a positive result over a negative one. */
    static List<AntibodyResult> in(List<Passage> passages) {
        Map<String, AntibodyResult> results = new LinkedHashMap<>();
        for (Passage passage : passages) {
            List<Mention> antibodies = passage.of(MentionType.ANTIBODY);
            if (antibodies.isEmpty()) {
                continue;
            }
            @Nullable AntibodyStatus[] statuses = statuses(passage, antibodies);
            for (int i = 0; i < antibodies.size(); i++) {
                AntibodyStatus status = statuses[i];
                Mention mention = antibodies.get(i);
                if (status != null && mention.assertion() != Assertion.OTHER_PERSON) {
                    AntibodyResult result = new AntibodyResult(mention.concept(), mention.name(), status);
                    results.merge(
                            mention.name(), result, (old, now) -> old.status() == AntibodyStatus.POSITIVE ? old : now);
                }
            }
        }
        return new ArrayList<>(results.values());
    }

    private static @Nullable AntibodyStatus[] statuses(Passage passage, List<Mention> antibodies) {
        String text = passage.lower();
        List<int[]> marks = marks(text, passage, antibodies);
        @Nullable AntibodyStatus[] statuses = new AntibodyStatus[antibodies.size()];
        for (int i = 0; i < antibodies.size(); i++) {
            int start = passage.start(antibodies.get(i));
            int end = passage.end(antibodies.get(i));
            int nextStart = i + 1 < antibodies.size() ? passage.start(antibodies.get(i + 1)) : text.length();
            int previousEnd = i > 0 ? passage.end(antibodies.get(i - 1)) : 0;
            AntibodyStatus status = rightBefore(text, marks, previousEnd, start);
            if (status == null) {
                status = rightAfter(text, marks, end, nextStart);
            }
            if (status == null) {
                status = behindList(passage, antibodies, marks, i);
            }
            if (status == null
                    && i > 0
                    && statuses[i - 1] != null
                    && Passage.isOnly(LISTED, text.substring(previousEnd, start))) {
                status = statuses[i - 1];
            }
            if (status == null && isPlainlyThere(text, antibodies.get(i))) {
                status = AntibodyStatus.POSITIVE;
            }
            statuses[i] = status;
        }
        return statuses;
    }

    private static List<int[]> marks(String text, Passage passage, List<Mention> antibodies) {
        List<int[]> marks = new ArrayList<>();
        for (Matcher each = POLARITY.matcher(text); each.find(); ) {
            int start = each.start();
            int end = each.end();
            boolean inName = antibodies.stream().anyMatch(a -> passage.start(a) <= start && end <= passage.end(a));
            if (!inName) {
                marks.add(new int[] {start, end, each.group("pos") != null ? 1 : 0});
            }
        }
        return marks;
    }

    /** "negative anti-Scl-70", "positive for ANA". */
    private static @Nullable AntibodyStatus rightBefore(String text, List<int[]> marks, int from, int start) {
        for (int i = marks.size() - 1; i >= 0; i--) {
            int[] mark = marks.get(i);
            if (mark[1] <= start && mark[0] >= from) {
                String gap = text.substring(mark[1], start);
                return gap.matches(
                                "[\\s(\"]{0,3}(?:(?:results?|for|the|both|serum|of|titers?|titres?|levels?|circulating|autoantibod\\w+|antibod\\w+|anti|reactions?|to|against|test|ig[gma]|a|high|serology|positive)[\\s,:]{1,2}){0,5}-?")
                        ? status(mark)
                        : null;
            }
        }
        return null;
    }

    /** "anticentromere antibody +", "ANA = 1/240", "RF was negative". */
    private static @Nullable AntibodyStatus rightAfter(String text, List<int[]> marks, int end, int nextStart) {
        for (int[] mark : marks) {
            if (mark[0] >= end && mark[0] < nextStart) {
                boolean beforeNext = nextStart < text.length()
                        && mark[2] >= 0
                        && text.substring(mark[1], nextStart).matches("\\s(?:for\\s)?");
                return !beforeNext
                                && COPULA.matcher(text.substring(end, mark[0])).find()
                        ? status(mark)
                        : null;
            }
        }
        return null;
    }

    /** "A, B and C were negative". */
    private static @Nullable AntibodyStatus behindList(
            Passage passage, List<Mention> antibodies, List<int[]> marks, int index) {
        String text = passage.lower();
        int last = index;
        while (last + 1 < antibodies.size()
                && Passage.isOnly(
                        LISTED,
                        text.substring(passage.end(antibodies.get(last)), passage.start(antibodies.get(last + 1))))) {
            last++;
        }
        int nextStart = last + 1 < antibodies.size() ? passage.start(antibodies.get(last + 1)) : text.length();
        return last == index ? null : rightAfter(text, marks, passage.end(antibodies.get(last)), nextStart);
    }

    private static boolean isPlainlyThere(String text, Mention mention) {
        return mention.assertion() == Assertion.AFFIRMED
                && HAS.matcher(text).find()
                && !TESTED.matcher(text).find()
                && text.length() < 400
                && !POLARITY.matcher(text).find();
    }

    private static AntibodyStatus status(int[] mark) {
        return mark[2] == 1 ? AntibodyStatus.POSITIVE : AntibodyStatus.NEGATIVE;
    }
}
