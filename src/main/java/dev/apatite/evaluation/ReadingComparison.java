package dev.apatite.evaluation;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** One reading of a paper against a better one, field by field. */
final class ReadingComparison {
    private static final Set<SectionKind> NO_HEADINGS =
            EnumSet.of(SectionKind.ABSTRACT, SectionKind.FIG, SectionKind.TABLE);
    private static final int TITLE_START = 25;

    private final Paper gold;
    private final Paper read;
    private final Map<String, Score> exact = new LinkedHashMap<>();
    private final Map<String, Score> soft = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();

    ReadingComparison(Paper gold, Paper read) {
        this.gold = gold;
        this.read = read;
        one("title", gold.title(), read.title());
        one("doi", gold.doi(), read.doi());
        one("year", Objects.toString(gold.year(), null), Objects.toString(read.year(), null));
        one("journal", gold.journal(), read.journal());
        one("abstract", abstractOf(gold), abstractOf(read));
        one(
                "first author",
                families(gold).stream().findFirst().orElse(null),
                families(read).stream().findFirst().orElse(null));
        many("families", families(gold), families(read));
        AuthorComparison authors = new AuthorComparison(gold.authors(), read.authors());
        exact.putAll(authors.exact());
        soft.putAll(authors.soft());
        errors.addAll(authors.errors());
        many("headings", headings(gold), headings(read));
        references();
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

    private void one(String field, @Nullable String want, @Nullable String got) {
        if (TextMatch.fold(want).isEmpty()) {
            return;
        }
        boolean found = !TextMatch.fold(got).isEmpty();
        boolean same = TextMatch.same(want, got);
        boolean like = same || isText(field) && TextMatch.alike(want, got);
        exact.merge(field, Score.ofOne(found, same), Score::plus);
        soft.merge(field, Score.ofOne(found, like), Score::plus);
        if (!like) {
            errors.add(field + ": want " + want + ", got " + got);
        }
    }

    private static boolean isText(String field) {
        return !field.equals("doi") && !field.equals("year");
    }

    private void many(String field, List<String> want, List<String> got) {
        exact.merge(field, match(field, want, got, TextMatch::same, false), Score::plus);
        soft.merge(field, match(field, want, got, TextMatch::alike, true), Score::plus);
    }

    private Score match(
            String field, List<String> want, List<String> got, BiPredicate<String, String> like, boolean list) {
        List<String> left = new ArrayList<>(got);
        int right = 0;
        for (String each : want) {
            int at = -1;
            for (int i = 0; i < left.size() && at < 0; i++) {
                at = like.test(each, left.get(i)) ? i : -1;
            }
            if (at >= 0) {
                left.remove(at);
                right++;
            } else if (list) {
                errors.add(field + " missed: " + each);
            }
        }
        if (list) {
            left.forEach(each -> errors.add(field + " too many: " + each));
        }
        return new Score(right, left.size(), want.size() - right);
    }

    private static List<String> families(Paper paper) {
        return paper.authors().stream()
                .map(each -> Objects.toString(each.family(), ""))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static String abstractOf(Paper paper) {
        StringBuilder text = new StringBuilder();
        for (Section section : paper.sections()) {
            if (section.kind() == SectionKind.ABSTRACT) {
                text.append(section.level() > 1 ? Objects.toString(section.heading(), "") + " " : "")
                        .append(section.text())
                        .append(' ');
            }
        }
        return text.toString();
    }

    /** The headings without their numbering. */
    private static List<String> headings(Paper paper) {
        return paper.sections().stream()
                .filter(each -> !NO_HEADINGS.contains(each.kind()))
                .map(each -> TextMatch.fold(each.heading()).replaceFirst("^(?:(?:\\d+|[ivx]+) )+", ""))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** Each titled reference of the gold is looked for by its title; of those found, the fields are compared. */
    private void references() {
        List<Reference> left = new ArrayList<>(read.references());
        int found = 0;
        int wanted = 0;
        int identical = 0;
        for (Reference want : gold.references()) {
            if (want.title() == null) {
                continue;
            }
            wanted++;
            Reference got = best(want, left);
            left.remove(got);
            boolean titled = got != null && TextMatch.alike(want.title(), got.title());
            found += titled ? 1 : 0;
            identical += got != null && TextMatch.same(want.title(), got.title()) ? 1 : 0;
            if (!titled) {
                errors.add("reference missed: " + want.title() + (got == null ? "" : ", got " + got.title()));
            }
            fields(want, got);
        }
        left.removeIf(this::isUntitledInGold);
        left.forEach(each -> errors.add("reference too many: " + each.raw()));
        exact.merge(
                "references", new Score(identical, left.size() + found - identical, wanted - identical), Score::plus);
        soft.merge("references", new Score(found, left.size(), wanted - found), Score::plus);
    }

    private static @Nullable Reference best(Reference want, List<Reference> left) {
        String title = TextMatch.fold(want.title());
        String start = title.substring(0, Math.min(title.length(), TITLE_START));
        Reference near = null;
        for (Reference each : left) {
            if (TextMatch.alike(title, each.title())) {
                return each;
            }
            if (near == null && TextMatch.fold(each.raw()).contains(start)) {
                near = each;
            }
        }
        return near;
    }

    private boolean isUntitledInGold(Reference got) {
        String raw = TextMatch.fold(got.raw());
        return gold.references().stream().filter(each -> each.title() == null).anyMatch(each -> {
            String other = TextMatch.fold(each.raw());
            String start = other.substring(0, Math.min(other.length(), 40));
            return start.length() > 10 && raw.contains(start)
                    || raw.length() > 10 && other.contains(raw.substring(0, Math.min(raw.length(), 40)));
        });
    }

    private void fields(Reference want, @Nullable Reference got) {
        field("citation author", family(want), got == null ? null : family(got));
        field("citation title", want.title(), got == null ? null : got.title());
        field("citation journal", want.journal(), got == null ? null : got.journal());
        field(
                "citation year",
                Objects.toString(want.year(), null),
                got == null ? null : Objects.toString(got.year(), null));
        field("citation volume", want.volume(), got == null ? null : got.volume());
        field("citation page", want.firstPage(), got == null ? null : got.firstPage());
    }

    private static @Nullable String family(Reference reference) {
        return reference.authors().isEmpty()
                ? null
                : reference.authors().getFirst().family();
    }

    private void field(String field, @Nullable String want, @Nullable String got) {
        if (want == null) {
            return;
        }
        boolean same = TextMatch.same(want, got);
        boolean text = field.endsWith("title") || field.endsWith("journal");
        boolean like = same || text && TextMatch.alike(want, got);
        exact.merge(field, Score.ofOne(got != null, same), Score::plus);
        soft.merge(field, Score.ofOne(got != null, like), Score::plus);
        if (!like && got != null) {
            errors.add(field + ": want " + want + ", got " + got);
        }
    }
}
