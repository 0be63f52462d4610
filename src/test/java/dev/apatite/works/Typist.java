package dev.apatite.works;

import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints a work as authors and typesetters do: in one of many styles, with pieces left out, and now and then wrong. */
final class Typist {
    private static final String LETTERS = "etaoinshrdlu";

    private final Random random;

    Typist(Random random) {
        this.random = random;
    }

    Reference print(Reference work) {
        @Nullable String title = chance(4) ? null : title(String.valueOf(work.title()));
        @Nullable String journal = chance(3) ? null : journal(work.journal());
        @Nullable Integer year = chance(4) ? null : year(work.year());
        boolean placed = !chance(8);
        @Nullable String volume = !placed || chance(4) ? null : digits(work.volume(), 2);
        @Nullable String page = !placed || chance(3) ? null : digits(work.firstPage(), 2);
        @Nullable String last = page == null || chance(30) ? null : work.lastPage();
        @Nullable String doi = chance(55) ? null : digits(work.doi(), 1);
        @Nullable String pmid = chance(75) ? null : digits(work.pmid(), 1);
        return MadeCitations.reference(
                authors(work.authors()),
                title,
                journal,
                year,
                new @Nullable String[] {volume, page, last},
                new @Nullable String[] {doi, pmid});
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private List<PersonName> authors(List<PersonName> authors) {
        if (authors.isEmpty() || chance(2)) {
            return List.of();
        }
        List<PersonName> printed = new ArrayList<>(authors.subList(0, Math.min(authors.size(), chance(30) ? 3 : 6)));
        PersonName first = printed.getFirst();
        String family = String.valueOf(first.family());
        if (chance(3)) {
            printed.set(0, new PersonName(slip(family), first.given()));
        } else if (chance(2)) {
            printed.set(0, new PersonName(family.toUpperCase(Locale.ROOT), first.given()));
        } else if (chance(1) && first.given() != null && !first.given().isBlank()) {
            printed.set(0, new PersonName(first.given(), family));
        }
        return printed;
    }

    private String title(String title) {
        String printed = title;
        if (chance(8)) {
            printed = slip(printed);
        }
        if (chance(2)) {
            printed = slip(slip(printed));
        }
        if (chance(2)) {
            printed = "[" + printed + "]";
        }
        if (chance(15)) {
            printed = Stream.of(printed.split(" "))
                    .map(word ->
                            word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining(" "));
        }
        int colon = printed.indexOf(": ");
        if (colon > 20 && !printed.contains("part") && chance(4)) {
            printed = printed.substring(0, colon);
        }
        return printed;
    }

    /** In full, or abbreviated as catalogues do. */
    private @Nullable String journal(@Nullable String journal) {
        if (journal == null || !chance(40)) {
            return journal;
        }
        return Stream.of(journal.split(" "))
                .filter(word -> word.length() > 3 || Character.isUpperCase(word.isEmpty() ? 'a' : word.charAt(0)))
                .map(word -> word.length() > 7 ? word.substring(0, 4 + random.nextInt(2)) + "." : word)
                .collect(Collectors.joining(" "));
    }

    private @Nullable Integer year(@Nullable Integer year) {
        if (year == null) {
            return null;
        }
        int draw = random.nextInt(100);
        if (draw < 3) {
            return year - 1;
        }
        if (draw < 4) {
            String text = "" + year;
            return Integer.valueOf(text.charAt(0) + "" + text.charAt(2) + text.charAt(1) + text.charAt(3));
        }
        return year;
    }

    /** One digit wrong in {@code percent} of a hundred. */
    private @Nullable String digits(@Nullable String text, int percent) {
        if (text == null || !chance(percent)) {
            return text;
        }
        int at = text.length() - 1 - random.nextInt(Math.min(3, text.length()));
        char old = text.charAt(at);
        return Character.isDigit(old)
                ? text.substring(0, at)
                        + (char) ('0' + (old - '0' + 1 + random.nextInt(8)) % 10)
                        + text.substring(at + 1)
                : text;
    }

    /** A letter left out, doubled, exchanged with its neighbour or replaced. */
    private String slip(String text) {
        if (text.length() < 4) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 2);
        if (!Character.isLetter(text.charAt(at)) || !Character.isLetter(text.charAt(at + 1))) {
            return text;
        }
        String before = text.substring(0, at);
        return switch (random.nextInt(4)) {
            case 0 -> before + text.substring(at + 1);
            case 1 -> before + text.charAt(at) + text.substring(at);
            case 2 -> before + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            default -> before + LETTERS.charAt(random.nextInt(LETTERS.length())) + text.substring(at + 1);
        };
    }
}
