package dev.apatite.languagemodel;

import dev.apatite.paper.Finding;
import dev.apatite.paper.FindingSource;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.text.Folding;
import dev.apatite.text.NumberWords;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds what the model says against the paper. */
final class Verification {
    private static final int LONGEST_NAME = 120;
    private static final int SHORTEST_SENTENCE = 12;
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    /** Words that say how many and are no numbers. */
    private static final Map<String, Integer> ARTICLES = Map.of("a", 1, "an", 1, "both", 2);

    /** A row that stands, or why it does not. */
    record Checked(@Nullable Finding row, @Nullable Dropped dropped) {}

    private final Paper paper;

    Verification(Paper paper) {
        this.paper = paper;
    }

    Checked check(Claim claim, Passages.Passage passage) {
        String sentence = claim.sentence();
        int at = sentence == null || sentence.length() < SHORTEST_SENTENCE
                ? -1
                : passage.text().indexOf(sentence);
        if (sentence == null || at < 0) {
            return new Checked(null, Dropped.SENTENCE);
        }
        int start = passage.start() + at;
        String treatment = claim.treatment();
        if (treatment == null
                || treatment.length() > LONGEST_NAME
                || !stands(treatment, passage.section(), start + sentence.length())) {
            return new Checked(null, Dropped.TREATMENT);
        }
        Optional<Response> response = Response.of(claim.response() == null ? "" : claim.response())
                .filter(each -> each != Response.NOT_REPORTED);
        if (response.isEmpty()) {
            return new Checked(null, Dropped.RESPONSE);
        }
        boolean numbers = isPrinted(claim.treated(), sentence)
                && isPrinted(claim.responding(), sentence)
                && (claim.dose() == null || numbersStand(claim.dose(), sentence))
                && (claim.harm() == null || folded(sentence).contains(folded(claim.harm())));
        if (!numbers) {
            return new Checked(null, Dropped.NUMBER);
        }
        return new Checked(row(claim, treatment, response.get(), passage.section(), start), null);
    }

    private Finding row(Claim claim, String treatment, Response response, int section, int start) {
        String sentence = java.util.Objects.requireNonNull(claim.sentence());
        Mention known = mention(treatment);
        String name = known == null ? lower(treatment) : known.name();
        boolean own = claim.own() && !paper.patients().isEmpty();
        boolean one = own && paper.patients().size() == 1;
        Integer treated = claim.treated() == null && one ? Integer.valueOf(1) : claim.treated();
        Integer responding = claim.responding() == null && one ? response.ofOne() : claim.responding();
        return new Finding(
                Finding.idOf(paper.id(), name, response, sentence),
                name,
                known == null ? null : known.concept(),
                treatment,
                List.of(),
                claim.dose(),
                null,
                null,
                null,
                null,
                null,
                treated,
                responding,
                response,
                own,
                one ? paper.patients().getFirst().id() : null,
                List.of(),
                section,
                start,
                start + sentence.length(),
                sentence,
                null,
                response == Response.ADVERSE_EVENT ? claim.harm() : null,
                null,
                FindingSource.MODEL,
                List.of());
    }

    /** The treatment that the program knows under this name in the paper; null where it knows none. */
    private @Nullable Mention mention(String treatment) {
        return paper.mentions().stream()
                .filter(each -> each.type() == MentionType.TREATMENT
                        && (each.text().equalsIgnoreCase(treatment)
                                || each.name().equalsIgnoreCase(treatment)))
                .findFirst()
                .orElse(null);
    }

    /** A name that only begins with a capital letter is written small, an abbreviation as it is. */
    private static String lower(String name) {
        return name.substring(1).equals(name.substring(1).toLowerCase(Locale.ROOT))
                ? name.toLowerCase(Locale.ROOT)
                : name;
    }

    /** Whether a name stands, as words, anywhere from the title to this place. */
    private boolean stands(String name, int section, int end) {
        String wanted = folded(name);
        if (wanted.isBlank()) {
            return false;
        }
        if (hasWords(folded(paper.title() == null ? "" : paper.title()), wanted)) {
            return true;
        }
        for (int i = 0; i <= section; i++) {
            String text = paper.textOf(i);
            if (hasWords(folded(i == section ? text.substring(0, Math.min(end, text.length())) : text), wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasWords(String text, String words) {
        for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
            int end = at + words.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private static String folded(String text) {
        return Folding.plain(text).replaceAll("\\s+", " ").strip();
    }

    private static boolean isPrinted(@Nullable Integer number, String sentence) {
        if (number == null) {
            return true;
        }
        Matcher digits = NUMBER.matcher(sentence);
        while (digits.find()) {
            if (digits.group().equals(number.toString())) {
                return true;
            }
        }
        for (String word : sentence.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)) {
            int value = ARTICLES.getOrDefault(word, NumberWords.cardinal(word));
            if (value != NumberWords.NONE && value == number) {
                return true;
            }
        }
        return false;
    }

    private static boolean numbersStand(String dose, String sentence) {
        Matcher numbers = NUMBER.matcher(dose);
        while (numbers.find()) {
            if (!Pattern.compile("(?<![\\d.,])" + Pattern.quote(numbers.group()) + "(?![\\d])")
                    .matcher(sentence)
                    .find()) {
                return false;
            }
        }
        return true;
    }
}
