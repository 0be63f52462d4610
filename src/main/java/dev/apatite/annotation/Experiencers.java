package dev.apatite.annotation;

import dev.apatite.annotation.AssertionTriggers.Direction;
import dev.apatite.annotation.AssertionTriggers.Trigger;
import dev.apatite.annotation.AssertionWords.Kind;
import dev.apatite.paper.Assertion;
import dev.apatite.vocabulary.Words;
import java.util.List;
import java.util.Set;

/**
 * Whose disease it is where a sentence speaks of somebody else: "her doctor had psoriasis" is not the patient's, "her
 * doctor had noticed psoriasis" is, and so is what a mother noticed.
 */
final class Experiencers {
    private static final int REACH = 5;
    private static final String[] CARERS = {"ologist", "ician", "iatrist", "therapist", "practitioner"};
    private static final Set<String> ILL_OF = Set.of("with", "for", "by", "from");
    private static final Set<String> OWNERS = Set.of(
            "his", "her", "their", "my", "our", "whos", "a", "an", "the", "one", "two", "three", "another", "some",
            "several", "both", "no", "this");
    private static final Set<String> POSSESSORS = Set.of("his", "her", "their", "my", "our", "whos");
    private static final Set<String> OFTEN_PATIENTS = Set.of("child", "son", "daughter", "twin", "dog", "cat", "horse");
    private static final Set<String> BARRIERS = Set.of(
            ",", ";", ":", ".", "(", ")", "and", "but", "he", "she", "they", "it", "we", "that", "patient", "if",
            "becaus", "when", "as");
    private static final Set<String> BEFORE_OTHERS =
            Set.of("by", "to", "with", "from", "for", "told", "visited", "consulted", "saw", "asked", "at", "informed");

    private final AssertionWords lexicon;

    Experiencers(AssertionWords lexicon) {
        this.lexicon = lexicon;
    }

    /** Adds whose disease it is, and takes away where a relative only observes. */
    void read(Words words, int from, int to, List<PlacedTrigger> placed) {
        for (int at = from; at < to; at++) {
            String form = words.form(at);
            if (lexicon.is(Kind.RELATIVE, form)) {
                observed(words, at, to, placed);
            }
            if (isPerson(form) && isSubject(words, from, at)) {
                int end = suffers(words, at + 1, to);
                if (end > 0) {
                    placed.add(new PlacedTrigger(
                            at, end, Trigger.asserts(Assertion.OTHER_PERSON, Direction.FORWARD, 0), 0));
                }
            }
        }
    }

    private boolean isPerson(String form) {
        if (lexicon.is(Kind.PERSON, form)) {
            return true;
        }
        for (String carer : CARERS) {
            if (form.endsWith(carer)) {
                return true;
            }
        }
        return false;
    }

    private void observed(Words words, int at, int to, List<PlacedTrigger> placed) {
        for (int i = at + 1; i < Math.min(to, at + 4); i++) {
            String form = words.form(i);
            if (BARRIERS.contains(form)) {
                return;
            }
            if (lexicon.is(Kind.OBSERVES, form)) {
                placed.removeIf(each -> each.trigger().assertion() == Assertion.OTHER_PERSON
                        && each.first() <= at
                        && each.end() > at - 1
                        && each.trigger().direction() == Direction.FORWARD);
                return;
            }
        }
    }

    /** Whether this person is named as somebody, and as the one of whom the sentence speaks. */
    private static boolean isSubject(Words words, int from, int at) {
        for (int i = at - 1; i >= Math.max(from, at - 3); i--) {
            String form = words.form(i);
            if (OWNERS.contains(form)) {
                boolean said = !OFTEN_PATIENTS.contains(words.form(at)) || POSSESSORS.contains(form);
                return said && (i == from || !BEFORE_OTHERS.contains(words.form(i - 1)));
            }
            if (BEFORE_OTHERS.contains(form) || !words.isWord(i)) {
                return false;
            }
        }
        return false;
    }

    private int suffers(Words words, int from, int to) {
        for (int i = from; i < Math.min(to, from + REACH); i++) {
            String form = words.form(i);
            if (isIll(words, i, to)) {
                return i + 2;
            }
            if (BARRIERS.contains(form) || lexicon.is(Kind.OBSERVES, form)) {
                return 0;
            }
            if (lexicon.is(Kind.SUFFERS, form)) {
                return i + 1 < to && observes(words, i + 1, to) ? 0 : i + 1;
            }
        }
        return 0;
    }

    /** "was diagnosed with" */
    private static boolean isIll(Words words, int at, int to) {
        return at + 1 < to
                && ILL_OF.contains(words.form(at + 1))
                && (words.form(at).equals("diagnosed") || words.form(at).equals("treated"))
                && (words.form(at - 1).equals("was")
                        || words.form(at - 1).equals("been")
                        || words.form(at - 1).equals("were"));
    }

    /** "had [already] noticed" */
    private boolean observes(Words words, int at, int to) {
        return lexicon.is(Kind.OBSERVES, words.form(at))
                || at + 1 < to && words.form(at).endsWith("ly") && lexicon.is(Kind.OBSERVES, words.form(at + 1))
                || at + 1 < to && words.form(at).equals("already") && lexicon.is(Kind.OBSERVES, words.form(at + 1));
    }
}
