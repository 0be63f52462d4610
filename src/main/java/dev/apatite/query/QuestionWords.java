package dev.apatite.query;

import dev.apatite.text.DataLines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of {@code question-words.tsv}: those that a question is made of, and those that name nothing. */
final class QuestionWords {
    private final Set<String> words = new HashSet<>();
    private final Set<String> everyday = new HashSet<>();
    private final Set<String> classes = new HashSet<>();
    private final List<List<String>> leads = new ArrayList<>();

    private QuestionWords() {}

    static QuestionWords load() {
        QuestionWords loaded = new QuestionWords();
        DataLines.of(QuestionWords.class, "question-words.tsv").forEach(loaded::add);
        loaded.leads.sort(Comparator.<List<String>>comparingInt(List::size).reversed());
        return loaded;
    }

    private void add(String line) {
        String[] cells = line.split("\t", -1);
        switch (cells[0]) {
            case "word" -> words.add(cells[1]);
            case "everyday" -> everyday.add(cells[1]);
            case "class" -> classes.add(cells[1]);
            case "lead" -> leads.add(List.of(cells[1].split(" ")));
            default -> throw new IllegalStateException("question-words.tsv has a kind " + cells[0]);
        }
    }

    /** Which of these words, typed side by side, say nothing; none where all would. */
    Set<QueryNode.Word> idle(List<QueryNode.Word> typed) {
        boolean shouted = typed.size() > 2
                && typed.stream()
                        .allMatch(each -> each.text().equals(each.text().toUpperCase(Locale.ROOT)));
        List<String> folded =
                typed.stream().map(each -> bare(each.text(), shouted)).toList();
        Set<QueryNode.Word> idle = new HashSet<>();
        leads.stream()
                .filter(lead -> lead.size() < typed.size()
                        && lead.equals(folded.subList(0, lead.size()).stream()
                                .map(each -> each.toLowerCase(Locale.ROOT))
                                .toList()))
                .findFirst()
                .ifPresent(lead -> idle.addAll(typed.subList(0, lead.size())));
        for (int i = 0; i < folded.size(); i++) {
            String word = i == 0 ? sentenceStart(folded.get(i)) : folded.get(i);
            // An article at the end is a letter: "vitamin a".
            boolean letter = word.equals("a") && i > 0 && i == folded.size() - 1;
            // "can I take": elsewhere it is a number, as in "bipolar I".
            boolean pronoun = word.equals("I")
                    && i > 0
                    && words.contains(folded.get(i - 1).toLowerCase(Locale.ROOT));
            if (words.contains(word) && !letter || pronoun) {
                idle.add(typed.get(i));
            }
        }
        return idle.size() == typed.size() ? Set.of() : idle;
    }

    /** A question begins with a capital; a word all in capitals may be an acronym. */
    private static String sentenceStart(String word) {
        return word.length() > 1 && Character.isLowerCase(word.charAt(1)) || word.length() == 1
                ? word.toLowerCase(Locale.ROOT)
                : word;
    }

    private static String bare(String word, boolean shouted) {
        int from = 0;
        int to = word.length();
        while (from < to && !Character.isLetterOrDigit(word.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) {
            to--;
        }
        String bare = word.substring(from, to).replace('\u2019', '\'');
        return shouted ? bare.toLowerCase(Locale.ROOT) : bare;
    }

    /** Whether a word is an everyday one as it is typed, in small letters. */
    boolean isEveryday(String typed) {
        return words.contains(typed) || everyday.contains(typed);
    }

    /** Whether a name that ends so is that of a class of conditions. */
    boolean endsClass(String name) {
        return classes.contains(name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether a word is of those that only hold a sentence together. */
    boolean isFunctionWord(String typed) {
        return words.contains(typed);
    }
}
