package dev.apatite.annotation;

import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what kind of article a paper is: by what it says of itself, by its title and abstract ({@code
 * article-types.tsv}), by its sections. Safe to share between threads.
 */
final class PaperKinds {
    private record Rule(ArticleType type, boolean title, QuickPattern pattern) {}

    private static final int FRONT = 4000;
    private static final QuickPattern CASE = QuickPattern.compile("\\b(?:cases?|patients?)\\b");

    private final List<Rule> rules = new ArrayList<>();

    PaperKinds() {
        for (String[] row : ResourceLines.cells("article-types.tsv", 5)) {
            rules.add(new Rule(
                    ArticleType.valueOf(row[0].toUpperCase(Locale.ROOT)),
                    row[1].equals("title"),
                    QuickPattern.compile(row[2])));
        }
    }

    /** The kind; null where nothing tells it. */
    @Nullable
    ArticleType of(Paper paper) {
        ArticleType said = paper.articleType();
        boolean misfiled = said == ArticleType.CASE_REPORT && isMisfiled(paper);
        if (said != null && said != ArticleType.OTHER && said != ArticleType.STUDY && !misfiled) {
            return said;
        }
        ArticleType told = byWords(paper);
        if (told != null) {
            return told;
        }
        if (has(paper, SectionKind.CASE)) {
            return ArticleType.CASE_REPORT;
        }
        if (isStudy(paper)) {
            return ArticleType.STUDY;
        }
        return said;
    }

    /**
     * Whether a paper that its publisher files under case reports is none: some put all short reports there, trials,
     * protocols and reports of meetings among them.
     */
    private boolean isMisfiled(Paper paper) {
        if (has(paper, SectionKind.CASE) || paper.sections().stream().anyMatch(Regions::isOfOnePerson)) {
            return false;
        }
        ArticleType told = byWords(paper);
        return told == null ? isStudy(paper) : told != ArticleType.CASE_REPORT && told != ArticleType.ANIMAL;
    }

    private static boolean isStudy(Paper paper) {
        return has(paper, SectionKind.METHODS) && has(paper, SectionKind.RESULTS);
    }

    /** Whether such a paper reports patients one by one. */
    static boolean reportsPatients(@Nullable ArticleType type, Paper paper) {
        if (type == null || type == ArticleType.CASE_REPORT) {
            return true;
        }
        return (type == ArticleType.REVIEW || type == ArticleType.EDITORIAL || type == ArticleType.OTHER)
                && paper.sections().stream().anyMatch(PaperKinds::tellsACase);
    }

    /** A review has sections of presentation and diagnosis in general; of a case it says so. */
    private static boolean tellsACase(Section section) {
        String heading = section.heading();
        return section.kind() == SectionKind.CASE
                && heading != null
                && CASE.matcher(heading.toLowerCase(Locale.ROOT)).find();
    }

    private @Nullable ArticleType byWords(Paper paper) {
        String title = paper.title() == null ? "" : Passage.lower(paper.title());
        String front = paper.sections().stream()
                .filter(section -> section.kind() == SectionKind.ABSTRACT)
                .map(Section::text)
                .collect(Collectors.joining(" "));
        String plain = Passage.lower(front.substring(0, Math.min(FRONT, front.length())));
        for (Rule rule : rules) {
            if (rule.pattern().matcher(rule.title() ? title : plain).find()) {
                return rule.type();
            }
        }
        return null;
    }

    private static boolean has(Paper paper, SectionKind kind) {
        return paper.sections().stream().anyMatch(section -> section.kind() == kind);
    }
}
