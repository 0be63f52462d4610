package dev.apatite.annotation.evidence;

import dev.apatite.paper.Assertion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds treatments that no vocabulary lists, by their words and what stands around them: a herbal mixture, a
 * psychological technique, a named device. A name counts where it is sure once or likely often in the same paper.
 * Safe to share between threads.
 */
final class TreatmentTagger {
    static final double LEAST = 0.2;
    private static final double ONCE = 0.6;
    private static final double OFTEN = 1.2;
    private static final int LONGEST = 7;
    private static final Set<String> EMPTY = Set.of(
            "it",
            "the",
            "this",
            "that",
            "these",
            "those",
            "treatment",
            "therapy",
            "treatments",
            "therapies",
            "procedure",
            "procedures",
            "surgery",
            "operation",
            "both",
            "patients",
            "patient",
            "drug",
            "drugs",
            "medication",
            "medications",
            "intervention",
            "she",
            "he",
            "they",
            "and",
            "or",
            "of",
            "with",
            "management",
            "regimen",
            "combination",
            "them",
            "which",
            "a",
            "an",
            "in",
            "for",
            "to",
            "by",
            "was",
            "were",
            "dose",
            "course",
            "approach",
            "technique",
            "method",
            "methods",
            "agents",
            "agent",
            "no",
            "not",
            "other",
            "injection",
            "injections",
            "infusion",
            "infusions",
            "intralesional",
            "intravenous",
            "oral",
            "topical",
            "subcutaneous",
            "intramuscular",
            "administration",
            "doses",
            "tablets",
            "daily");

    private static final SlotTable BARE = slots(Stream.of(
                    "the",
                    "a",
                    "an",
                    "of",
                    "and",
                    "or",
                    "in",
                    "on",
                    "at",
                    "to",
                    "for",
                    "from",
                    "by",
                    "with",
                    "without",
                    "was",
                    "were",
                    "is",
                    "are",
                    "be",
                    "been",
                    "had",
                    "has",
                    "have",
                    "he",
                    "she",
                    "his",
                    "her",
                    "it",
                    "its",
                    "this",
                    "that",
                    "these",
                    "those",
                    "which",
                    "who",
                    "we",
                    "our",
                    "they",
                    "their",
                    "not",
                    "no",
                    "as",
                    "but",
                    "after",
                    "before",
                    "during",
                    "than",
                    "then",
                    "also",
                    "may",
                    "can",
                    "could",
                    "did",
                    "patient",
                    "patients",
                    "there",
                    "due",
                    "showed",
                    "revealed",
                    "into",
                    "such",
                    "both",
                    "all",
                    "most",
                    "more",
                    "when",
                    "between",
                    "because",
                    "however",
                    "while",
                    "if",
                    "so",
                    "only",
                    "very",
                    "days",
                    "day",
                    "weeks",
                    "months",
                    "years",
                    "year",
                    "mg",
                    "ml",
                    "kg")
            .map(Hashes::of)
            .toList());

    private static SlotTable slots(List<Integer> words) {
        SlotTable slots = new SlotTable(2 * words.size());
        words.forEach(slots::add);
        return slots;
    }

    private final LinearModel model;

    TreatmentTagger(LinearModel model) {
        this.model = model;
    }

    /** The lines with the treatments added that were found; {@code longForms} says what the paper's abbreviations mean. */
    List<Line> tag(String title, List<Line> lines, Map<String, String> longForms) {
        List<Tokens> tokens =
                lines.stream().map(line -> Tokens.of(line.lower())).toList();
        return tag(title, lines, tokens, longForms);
    }

    List<Line> tag(String title, List<Line> lines, List<Tokens> tokens, Map<String, String> longForms) {
        TokenScores scores = new TokenScores(model, title, lines, tokens);
        List<double[]> sure = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Tokens words = tokens.get(i);
            double[] each = new double[words.size()];
            for (int t = 0; t < each.length; t++) {
                boolean inside = t > 0 && each[t - 1] > LEAST;
                if (lines.get(i).silent() || !inside && isBare(words.words()[t])) {
                    continue;
                }
                each[t] = scores.of(i, t);
            }
            sure.add(each);
        }
        return chosen(lines, tokens, sure, longForms);
    }

    /** Words with which no name begins; they count only within one. */
    private static boolean isBare(int word) {
        return word == Tokens.NUMBER || BARE.slot(word) >= 0;
    }

    /** From how sure each word is to names. */
    static List<Line> chosen(
            List<Line> lines, List<Tokens> tokens, List<double[]> sure, Map<String, String> longForms) {
        Map<String, List<Occurrence>> byName = new LinkedHashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            for (Named named : named(lines.get(i), tokens.get(i), sure.get(i), longForms)) {
                byName.computeIfAbsent(named.name(), any -> new ArrayList<>()).add(new Occurrence(i, named));
            }
        }
        List<List<Named>> added = new ArrayList<>();
        lines.forEach(line -> added.add(new ArrayList<>(line.treatments())));
        byName.forEach((name, places) -> {
            double most = places.stream()
                    .mapToDouble(each -> each.named().sure())
                    .max()
                    .orElse(0);
            double all =
                    places.stream().mapToDouble(each -> each.named().sure()).sum();
            if (most > ONCE || all >= OFTEN) {
                places.forEach(each -> added.get(each.line()).add(each.named()));
            }
        });
        List<Line> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            List<Named> here = added.get(i);
            if (here.size() == lines.get(i).treatments().size()) {
                result.add(lines.get(i));
            } else {
                here.sort(java.util.Comparator.comparingInt(Named::start));
                result.add(lines.get(i).with(here, lines.get(i).cues()));
            }
        }
        return result;
    }

    private static List<Named> named(Line line, Tokens tokens, double[] sure, Map<String, String> longForms) {
        List<Named> found = new ArrayList<>();
        int t = 0;
        while (t < sure.length) {
            if (sure[t] <= LEAST) {
                t++;
                continue;
            }
            int end = t;
            double most = sure[t];
            while (end + 1 < sure.length && sure[end + 1] > LEAST && joins(line.lower(), tokens, end)) {
                end++;
                most = Math.max(most, sure[end]);
            }
            int from = tokens.starts()[t];
            int to = tokens.ends()[end];
            String text = line.text().substring(from, to);
            boolean free = line.treatments().stream().noneMatch(each -> each.start() < to && from < each.end());
            if (free && text.length() > 1 && !isEmpty(text)) {
                String name = folded(longForms.getOrDefault(text, text));
                if (!name.isEmpty()) {
                    found.add(new Named(
                            name,
                            "new:" + name.replace(' ', '-'),
                            text,
                            from,
                            to,
                            Assertion.AFFIRMED,
                            "tagged",
                            Math.min(0.99, most)));
                }
            }
            t = end + 1;
        }
        return found;
    }

    private static boolean joins(String lower, Tokens tokens, int t) {
        int gap = tokens.starts()[t + 1] - tokens.ends()[t];
        char c = gap == 1 ? lower.charAt(tokens.ends()[t]) : 'x';
        return c == ' ' || c == '-' || c == '/';
    }

    private static boolean isEmpty(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        if (words.length > LONGEST) {
            return true;
        }
        for (String word : words) {
            if (!EMPTY.contains(word) && !word.isEmpty() && !word.chars().allMatch(Character::isDigit)) {
                return false;
            }
        }
        return true;
    }

    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
