package dev.apatite.annotation;

import dev.apatite.annotation.AssertionTriggers.Direction;
import dev.apatite.annotation.AssertionWords.Kind;
import dev.apatite.vocabulary.Words;
import java.util.Set;

/**
 * Where what a trigger denies ends because the sentence goes on with something new: "no gout was seen, and arthritis was
 * present"; "the patient, who had no gout, had psoriasis"; "no cure for psoriasis".
 */
final class Clauses {
    private static final Set<String> RELATIVES = Set.of("who", "which", "that", "whom", "whos", "where");
    private static final Set<String> PREPOSITIONS = Set.of("without", "w", "with", "absence", "lack", "despite");
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "his", "her", "their", "also", "some", "this", "new", "both", "its", "only", "severe",
            "mild", "then", "later", "marked", "acute", "chronic", "and");
    private static final Set<String> GOES_ON = Set.of("or", "nor", "neither", "no", "not", "without");
    private static final Set<String> OPENS = Set.of(",", "and", "that", "which");
    private static final Set<String> TIMES =
            Set.of("the", "a", "several", "many", "few", "some", "at", "more", "over", "about", "up", "her", "his");

    private final Words words;
    private final AssertionWords lexicon;
    private final int from;
    private final int to;

    Clauses(Words words, AssertionWords lexicon, int from, int to) {
        this.words = words;
        this.lexicon = lexicon;
        this.from = from;
        this.to = to;
    }

    /**
     * Whether a new clause begins between a trigger and the thing that stands from word {@code first} to before word
     * {@code end}.
     */
    boolean part(PlacedTrigger placed, int first, int end) {
        if (placed.end() <= first) {
            return partAhead(placed, first, end);
        }
        return placed.trigger().direction() == Direction.BACKWARD && verb(end, ownStart(placed.first())) >= 0;
    }

    /** Whether a predicate begins behind a comma: "whose mother had asthma, developed". */
    boolean resumes(PlacedTrigger placed, int first) {
        for (int i = placed.end() + 1; i < first; i++) {
            if (lexicon.is(Kind.VERB, words.form(i)) && words.form(i - 1).equals(",")) {
                return true;
            }
        }
        return false;
    }

    /** Where the predicate begins that ends with a trigger: "[was later] excluded". */
    private int ownStart(int first) {
        int start = first;
        while (start > from
                && (lexicon.is(Kind.VERB, words.form(start - 1))
                        || words.form(start - 1).endsWith("ly"))) {
            start--;
        }
        return start;
    }

    private boolean partAhead(PlacedTrigger placed, int first, int end) {
        int verb = verb(placed.end(), first);
        if (verb >= 0) {
            return isAside(placed) || isNewPredicate(placed, verb) || opens(verb + 1, first);
        }
        if (isAddition(placed.end(), first)) {
            return true;
        }
        int boundary = boundary(placed.end(), first);
        return boundary >= 0
                && isSmall(boundary + 1, first)
                && isSubject(end)
                && (isAside(placed) || isVerbal(placed) || verb(clauseStart(placed.first()), placed.first()) >= 0);
    }

    /** The first word that opens a predicate from one word to before another; -1 where none does. */
    private int verb(int start, int until) {
        for (int i = start; i < until; i++) {
            if (lexicon.is(Kind.VERB, words.form(i))
                    && !(i > start && words.form(i - 1).equals("to"))) {
                return i;
            }
        }
        return -1;
    }

    /** "did not have fever and developed arthritis" */
    private boolean isNewPredicate(PlacedTrigger placed, int verb) {
        return verb > placed.end() && OPENS.contains(words.form(verb - 1));
    }

    /** "no stones, with hydronephrosis" */
    private boolean isAddition(int start, int until) {
        for (int i = start; i + 1 < until; i++) {
            if (words.form(i).equals(",") && words.form(i + 1).equals("with")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a comma or an "and" stands there that no "or" or "no" follows. */
    private boolean opens(int start, int until) {
        for (int i = start; i < until; i++) {
            if (OPENS.contains(words.form(i))) {
                int next = words.form(i).equals(",")
                                && i + 1 < until
                                && words.form(i + 1).equals("and")
                        ? i + 2
                        : i + 1;
                if (next >= until || !GOES_ON.contains(words.form(next))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the trigger stands in a part that is put into the sentence: behind "with" or a relative pronoun. */
    private boolean isAside(PlacedTrigger placed) {
        if (PREPOSITIONS.contains(words.form(placed.first()))) {
            return true;
        }
        for (int i = placed.first() - 1; i >= Math.max(from, placed.first() - 5); i--) {
            String form = words.form(i);
            if (form.equals("with") && i == placed.first() - 1 || RELATIVES.contains(form)) {
                return true;
            }
            if (words.isMark(i)) {
                return form.equals(",")
                        && i == placed.first() - 1
                        && verb(i + 1, placed.end()) < 0
                        && !words.form(placed.first()).equals("no");
            }
        }
        return false;
    }

    private boolean isVerbal(PlacedTrigger placed) {
        String form = words.form(placed.first());
        return form.startsWith("den") || lexicon.is(Kind.VERB, form);
    }

    private int clauseStart(int at) {
        int start = at;
        while (start > from && !words.isMark(start - 1)) {
            start--;
        }
        return start;
    }

    private int boundary(int start, int until) {
        for (int i = until - 1; i >= Math.max(start, until - 4); i--) {
            if (words.form(i).equals(",") || words.form(i).equals("and")) {
                return i;
            }
        }
        return -1;
    }

    private boolean isSmall(int start, int until) {
        for (int i = start; i < until; i++) {
            if (!SMALL.contains(words.form(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether what ends here is what a predicate speaks of: "arthritis [in both knees] was found". */
    private boolean isSubject(int end) {
        int at = end;
        if (at < to
                && (words.form(at).equals("in")
                        || words.form(at).equals("of")
                        || words.form(at).equals("on"))) {
            int verb = verb(at, Math.min(to, at + 6));
            return verb >= 0 && verb(at, verb) < 0 && boundary(at, verb) < 0;
        }
        while (at < to && SMALL.contains(words.form(at))) {
            at++;
        }
        return at < to && lexicon.is(Kind.VERB, words.form(at));
    }

    /**
     * Whether a "for" parts them that names what something is for: "no cure for", but not "no evidence for", "no fever for
     * two days" or "a negative test for".
     */
    boolean isForSomething(PlacedTrigger placed, int first) {
        if (words.form(placed.first()).startsWith("neg")) {
            return false;
        }
        for (int i = placed.end(); i < first; i++) {
            String form = words.form(i);
            if (form.equals("against")) {
                return true;
            }
            if (form.equals("for")
                    && !lexicon.is(Kind.FOR_KEPT, words.form(i - 1))
                    && !(i + 1 < first && (words.isNumber(i + 1) || isTime(i + 1, first)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isTime(int at, int first) {
        for (int i = at; i < Math.min(first, at + 4); i++) {
            switch (words.form(i)) {
                case "day", "week", "month", "year", "hour", "past", "last", "time", "while", "decade" -> {
                    return true;
                }
                default -> {
                    if (!TIMES.contains(words.form(i)) && i > at) {
                        return false;
                    }
                }
            }
        }
        return false;
    }
}
