package dev.apatite.query;

import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Concept;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Cuts what was typed into names of concepts, words of evidence, and other words: the longest first. */
final class EvidenceUnits {
    private static final int LONGEST_NAME = 6;
    private static final int MOST_WORDS = 60;
    private static final int OLDEST = 150;
    private static final int ABOUT = 5;
    private static final Set<MentionType> TYPES =
            Set.of(MentionType.TREATMENT, MentionType.ANTIBODY, MentionType.CONDITION, MentionType.SITE);

    private final TextAnalysis analysis;
    private final ConceptNames names;
    private final EvidenceWords words;
    private final QuestionWords questions = QuestionWords.load();

    EvidenceUnits(TextAnalysis analysis, ConceptNames names, EvidenceWords words) {
        this.analysis = analysis;
        this.names = names;
        this.words = words;
    }

    /**
     * A piece of what was typed.
     *
     * @param concept what it names; null where it names nothing
     * @param says what it says of evidence
     * @param idle whether it only holds the sentence together
     */
    record Unit(String text, @Nullable Concept concept, List<EvidenceWords.Row> says, boolean idle) {
        Unit {
            says = List.copyOf(says);
        }

        boolean is(MentionType type) {
            return concept != null && concept.type() == type;
        }

        Optional<String> value(EvidenceWords.Kind kind) {
            return row(kind).map(EvidenceWords.Row::value);
        }

        Optional<EvidenceWords.Row> row(EvidenceWords.Kind kind) {
            return says.stream().filter(each -> each.kind() == kind).findFirst();
        }
    }

    List<Unit> of(String typed) {
        return of(typed, MOST_WORDS);
    }

    /** The units of so many of the first words. */
    List<Unit> of(String typed, int mostWords) {
        List<TextAnalysis.Word> all = analysis.words(typed);
        List<TextAnalysis.Word> read = all.subList(0, Math.min(all.size(), mostWords));
        List<Spell> ages = ages(typed);
        List<Unit> units = new ArrayList<>();
        for (int i = 0; i < read.size(); ) {
            int at = i;
            Optional<Spell> age = ages.stream()
                    .filter(each ->
                            each.start() <= read.get(at).start() && read.get(at).start() < each.end())
                    .findFirst();
            if (age.isPresent()) {
                while (i < read.size() && read.get(i).start() < age.get().end()) {
                    i++;
                }
                units.add(new Unit(
                        typed.substring(age.get().start(), age.get().end()),
                        null,
                        List.of(age.get().says()),
                        false));
                continue;
            }
            int length = Math.min(Math.max(LONGEST_NAME, words.longest()), read.size() - i);
            Optional<Unit> found = Optional.empty();
            while (length > 0 && found.isEmpty()) {
                found = unit(typed, read.subList(i, i + length));
                length--;
            }
            i += length + 1;
            units.add(found.orElseThrow());
        }
        return units;
    }

    /** What words say together; a single word says at least itself. */
    private Optional<Unit> unit(String typed, List<TextAnalysis.Word> side) {
        String text = typed.substring(side.getFirst().start(), side.getLast().end());
        List<EvidenceWords.Row> says = words.of(side);
        if (!says.isEmpty()) {
            return Optional.of(new Unit(text, null, says, false));
        }
        Optional<Concept> concept = names.named(side, text).stream()
                .filter(each -> TYPES.contains(each.type()))
                .findFirst();
        if (concept.isPresent()) {
            return Optional.of(new Unit(text, concept.get(), List.of(), false));
        }
        return side.size() > 1
                ? Optional.empty()
                : Optional.of(new Unit(text, null, List.of(), questions.isFunctionWord(text.toLowerCase(Locale.ROOT))));
    }

    /** An age that is written in numbers, and where. */
    private record Spell(int start, int end, EvidenceWords.Row says) {}

    private List<Spell> ages(String typed) {
        List<Spell> ages = new ArrayList<>();
        for (EvidenceWords.Years each : words.years()) {
            Matcher found = each.pattern().matcher(typed);
            while (found.find()) {
                int number = Integer.parseInt(found.group(1));
                if (number <= OLDEST
                        && ages.stream().noneMatch(had -> had.start() < found.end() && found.start() < had.end())) {
                    ages.add(new Spell(
                            found.start(),
                            found.end(),
                            new EvidenceWords.Row(
                                    EvidenceWords.Kind.AGE,
                                    found.group(),
                                    range(each.meaning(), number),
                                    false,
                                    "",
                                    "")));
                }
            }
        }
        return ages;
    }

    private static String range(String meaning, int number) {
        return switch (meaning) {
            case "from" -> number + ".." + OLDEST;
            case "below" -> "0.." + Math.max(0, number - 1);
            case "decade" -> number + ".." + (number + 9);
            default -> Math.max(0, number - ABOUT) + ".." + (number + ABOUT);
        };
    }
}
