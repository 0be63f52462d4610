package dev.apatite.annotation.evidence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a row of a reader and one of the program mean the same treatment and the same sentence. */
final class GoldMatch {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+|\u200b");
    private static final Pattern NEITHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern EMPTY =
            Pattern.compile("\\b(?:therapy|treatment|infusions?|injections?|tablets?|oral|intravenous|iv|topical)\\b");
    private static final Pattern PLURAL = Pattern.compile("s\\b");
    private static final double ALIKE = 0.5;

    private final Map<String, String> folds = new HashMap<>();
    private final Map<String, String> stems = new HashMap<>();

    String fold(String text) {
        return folds.computeIfAbsent(
                text,
                any -> NEITHER.matcher(MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                                .replaceAll("")
                                .toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip());
    }

    String stem(String text) {
        return stems.computeIfAbsent(text, any -> {
            String plain = EMPTY.matcher(fold(text)).replaceAll("").strip().replaceAll("\\s+", " ");
            return PLURAL.matcher(plain).replaceAll("");
        });
    }

    boolean same(String gold, String name, String printed) {
        String a = stem(gold);
        String b = stem(name);
        String c = stem(printed);
        return a.equals(b)
                || b.equals(c)
                || b.length() > 4 && (a.contains(b) || b.contains(a) && !a.isEmpty())
                || c.length() > 4 && (c.contains(b) || b.contains(c)) && !b.isEmpty();
    }

    /** Whether a row names the treatment {@code name}, which is printed as one of {@code texts}. */
    boolean names(GoldRow row, String name, Iterable<String> texts) {
        if (same(row.treatment(), name, row.printed())) {
            return true;
        }
        for (String text : texts) {
            if (fold(text).equals(fold(row.printed())) || stem(text).equals(stem(row.treatment()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row names one of a text's treatments, by its name or by how it is printed anywhere in it. */
    boolean names(GoldRow row, Cast cast, String name) {
        Set<String> texts = new HashSet<>();
        cast.of(name).forEach(each -> texts.add(each.named().text()));
        return names(row, name, texts);
    }

    /** The line that each row's sentence is, -1 where it is none. */
    int[] lines(Script script, List<GoldRow> rows) {
        List<String> folded = new ArrayList<>();
        List<Set<String>> words = new ArrayList<>();
        for (Line line : script.lines()) {
            String text = fold(line.text());
            folded.add(text);
            words.add(new HashSet<>(Arrays.asList(text.split(" "))));
        }
        int[] lines = new int[rows.size()];
        for (int r = 0; r < lines.length; r++) {
            lines[r] = line(fold(rows.get(r).sentence()), folded, words);
        }
        return lines;
    }

    private static int line(String sentence, List<String> folded, List<Set<String>> words) {
        int best = -1;
        double most = 0;
        for (int i = 0; i < folded.size(); i++) {
            String each = folded.get(i);
            if (!each.isEmpty() && (each.contains(sentence) || sentence.contains(each) && each.length() > 25)) {
                double share = (double) Math.min(each.length(), sentence.length())
                        / Math.max(each.length(), sentence.length());
                if (share > most) {
                    most = share;
                    best = i;
                }
            }
        }
        if (best >= 0) {
            return best;
        }
        Set<String> wanted = new HashSet<>(Arrays.asList(sentence.split(" ")));
        most = ALIKE;
        for (int i = 0; i < folded.size(); i++) {
            int both = 0;
            for (String word : words.get(i)) {
                both += wanted.contains(word) ? 1 : 0;
            }
            double share =
                    (double) both / Math.max(1, wanted.size() + words.get(i).size() - both);
            if (share > most) {
                most = share;
                best = i;
            }
        }
        return best;
    }
}
