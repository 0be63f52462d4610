package dev.apatite.annotation;

import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells what kind of article a paper is: by what it says of itself, by its title and abstract ({@code
 * article-types.tsv}), by its sections. Safe to share between threads.
 */
final class PaperKinds {
    private record Rule(ArticleType type, Where where, QuickPattern pattern) {}

    /** What a rule looks at: a title, an abstract, or, of a report of cases or groups, a title or a journal that says of whom. */
    private enum Where {
        TITLE,
        ABSTRACT,
        SUBJECT,
        JOURNAL
    }

    private static final int FRONT = 4000;
    /** What a journal puts before each title of a section of its own says nothing of the article. */
    private static final Pattern LABEL = Pattern.compile("^case reports?\\s*[:.–—-]\\s*");

    private static final QuickPattern CASE = QuickPattern.compile("\\b(?:cases?|patients?)\\b");

    private final List<Rule> rules = new ArrayList<>();

    PaperKinds() {
        for (String[] row : ResourceLines.cells("article-types.tsv", 5)) {
            rules.add(new Rule(
                    ArticleType.valueOf(row[0].toUpperCase(Locale.ROOT)),
                    Where.valueOf(row[1].toUpperCase(Locale.ROOT)),
                    QuickPattern.compile(row[2])));
        }
    }

    /** The kind; null where nothing tells it. */
    @Nullable
    ArticleType of(Paper paper) {
        ArticleType kind = kind(paper);
        boolean reports = kind == ArticleType.CASE_REPORT || kind == ArticleType.STUDY;
        return reports && isOfAnimals(paper) ? ArticleType.ANIMAL : kind;
    }

    private @Nullable ArticleType kind(Paper paper) {
        ArticleType said = paper.articleType();
        boolean misfiled = said == ArticleType.CASE_REPORT && isMisfiled(paper);
        if (said != null && said != ArticleType.OTHER && said != ArticleType.STUDY && !misfiled) {
            return said;
        }
        ArticleType told = byWords(paper, misfiled);
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
        ArticleType told = byWords(paper, true);
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

    /** Whether the cases or groups that it reports are animals. */
    private boolean isOfAnimals(Paper paper) {
        String title = lower(paper.title());
        String journal = lower(paper.journal());
        return rules.stream()
                .anyMatch(rule -> rule.where() == Where.SUBJECT
                                && rule.pattern().matcher(title).find()
                        || rule.where() == Where.JOURNAL
                                && rule.pattern().matcher(journal).find());
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : Passage.lower(text);
    }

    /** By the first row that finds; what is misfiled is taken by its title without the label of the file. */
    private @Nullable ArticleType byWords(Paper paper, boolean misfiled) {
        String printed = lower(paper.title());
        String title = misfiled ? LABEL.matcher(printed).replaceFirst("") : printed;
        String front = paper.sections().stream()
                .filter(section -> section.kind() == SectionKind.ABSTRACT)
                .map(Section::text)
                .collect(Collectors.joining(" "));
        String plain = Passage.lower(front.substring(0, Math.min(FRONT, front.length())));
        for (Rule rule : rules) {
            boolean asked = rule.where() == Where.TITLE || rule.where() == Where.ABSTRACT;
            if (asked
                    && rule.pattern()
                            .matcher(rule.where() == Where.TITLE ? title : plain)
                            .find()) {
                return rule.type();
            }
        }
        return null;
    }

    private static boolean has(Paper paper, SectionKind kind) {
        return paper.sections().stream().anyMatch(section -> section.kind() == kind);
    }
}
