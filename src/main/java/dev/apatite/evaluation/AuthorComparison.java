package dev.apatite.evaluation;

import dev.apatite.paper.Author;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whose addresses and ORCIDs were read: each counts at the author who bears it and at no other. */
final class AuthorComparison {
    private static final int FEWEST_WORDS = 3;

    private final Map<String, Score> exact = new LinkedHashMap<>();
    private final Map<String, Score> soft = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();

    AuthorComparison(List<Author> gold, List<Author> read) {
        exact.put("affiliations", Score.NONE);
        soft.put("affiliations", Score.NONE);
        exact.put("orcid", Score.NONE);
        List<Author> left = new ArrayList<>(read);
        for (Author want : gold) {
            Author got = named(want.family(), left);
            left.remove(got);
            compare(want, got == null ? Author.of(want.family(), want.given()) : got);
        }
        left.forEach(got -> compare(Author.of(got.family(), got.given()), got));
        soft.put("orcid", Objects.requireNonNull(exact.get("orcid")));
    }

    Map<String, Score> exact() {
        return exact;
    }

    Map<String, Score> soft() {
        return soft;
    }

    List<String> errors() {
        return errors;
    }

    private static @Nullable Author named(@Nullable String family, List<Author> authors) {
        return authors.stream()
                .filter(each -> TextMatch.alike(family, each.family()))
                .findFirst()
                .orElse(null);
    }

    private void compare(Author want, Author got) {
        if (want.orcid() != null || got.orcid() != null) {
            boolean same = Objects.equals(want.orcid(), got.orcid());
            int extra = got.orcid() != null && !same ? 1 : 0;
            int missed = want.orcid() != null && !same ? 1 : 0;
            exact.merge("orcid", new Score(same ? 1 : 0, extra, missed), Score::plus);
            if (!same) {
                errors.add("orcid of " + want.family() + ": want " + want.orcid() + ", got " + got.orcid());
            }
        }
        exact.merge("affiliations", addresses(want, got, false), Score::plus);
        soft.merge("affiliations", addresses(want, got, true), Score::plus);
    }

    private Score addresses(Author want, Author got, boolean softly) {
        List<String> left = new ArrayList<>(got.affiliations());
        int right = 0;
        for (String each : want.affiliations()) {
            String found = left.stream()
                    .filter(other -> softly ? like(each, other) : TextMatch.same(each, other))
                    .findFirst()
                    .orElse(null);
            if (found != null) {
                left.remove(found);
                right++;
            } else if (softly) {
                errors.add("affiliation of " + want.family() + " missed: " + each);
            }
        }
        if (softly) {
            left.forEach(each -> errors.add("affiliation of " + want.family() + " too many: " + each));
        }
        return new Score(right, left.size(), want.affiliations().size() - right);
    }

    /** Alike, or all words of the one in the other, which is not twice as long. */
    private static boolean like(String want, String got) {
        if (TextMatch.alike(want, got)) {
            return true;
        }
        List<String> a = List.of(TextMatch.fold(want).split(" ", -1));
        List<String> b = List.of(TextMatch.fold(got).split(" ", -1));
        List<String> few = a.size() < b.size() ? a : b;
        Set<String> many = new HashSet<>(a.size() < b.size() ? b : a);
        return few.size() >= FEWEST_WORDS && many.containsAll(few) && many.size() <= 2 * few.size();
    }
}
