package dev.apatite.annotation;

import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the paper's own patients from other evidence, by section and by the words of the sentence. */
final class Regions {
    private static final Set<SectionKind> SILENT = Set.of(
            SectionKind.FIG,
            SectionKind.TABLE,
            SectionKind.SUPPL,
            SectionKind.ACK_FUND,
            SectionKind.AUTH_CON,
            SectionKind.COMP_INT,
            SectionKind.ABBR);

    private static final QuickPattern OWN_WORDS = QuickPattern.compile(
            "\\b(?=[a-z])(?:\\b(?:our|the present|the presented|present|this|the current|the reported|the index) (?:own )?(?:\\w{1,12} )?(?:patients?|cases?|series|report|child|infant|boy|girl|woman|man)\\b"
                    + "|\\b(?:she|he|her|his|him) |\\bthe patient(?:'s)? (?!with\\b)|\\bin our |\\bour patient|\\bwe (?:did not observe|observed|treated|started|stopped|administered|decided|performed)\\b)");
    private static final QuickPattern OTHERS_WORDS = QuickPattern.compile(
            "\\b(?=[a-z])(?:\\bet al\\b|\\bin the literature\\b|\\bpreviously (?:reported|described|published)\\b|\\b(?:have|has) been (?:reported|described|shown|used|tried)\\b|\\b(?:several|previous|prior|other|recent|many|few|most|some|these|published|reported) (?:\\w{1,14} )?(?:studies|reports|trials|authors|series|cases|case reports|reviews)\\b"
                    + "|\\b(?:studies|trials|reports|authors) (?:have|has|had|show|suggest|demonstrate|report)|\\breported (?:a|an|the|that|in|on|by)\\b|\\bmeta-analysis\\b|\\bcase reports? (?:showed|described|have)\\b)");

    private static final QuickPattern GENERAL = QuickPattern.compile(
            "\\bin patients (?:with|who|affected|undergoing|receiving)\\b|\\b(?:is|are) (?:the |a |an )?(?:most |very |extremely )?(?:common|frequent|rare|effective|indicated|recommended|considered|characteri[sz]ed)\\b|\\bmost (?:common|frequent) (?:cause|form|type)\\b|\\b(?:can|may) (?:be|occur|lead|cause|result)\\b");

    private static final Pattern CASE_TITLE =
            Pattern.compile("(?i)\\b(?:case|cases|patient|report of|series of|child|woman|man|boy|girl)\\b");

    /** A heading of methods that names one person whom a study of a single case is about; several are a group. */
    private static final Pattern ONE_PERSON = Pattern.compile(
            "(?i)^[\\d.\\s]*(?:the |our |study )?(?:patient|participant|subject|case)(?: (?:description|history|information|profile|presentation|and methods?))?[\\s.:]*$");

    private static final Set<SectionKind> FURTHER =
            Set.of(SectionKind.CASE, SectionKind.METHODS, SectionKind.RESULTS, SectionKind.DISCUSS, SectionKind.CONCL);

    private final Paper paper;
    private final boolean hasCase;
    private final boolean isStudy;
    private final boolean isSingleCase;
    private final boolean isUndivided;

    Regions(Paper paper, @Nullable ArticleType type) {
        this.paper = paper;
        boolean reportsCase = type == ArticleType.CASE_REPORT;
        hasCase = has(SectionKind.CASE);
        boolean caseTitle =
                paper.title() != null && CASE_TITLE.matcher(paper.title()).find();
        isSingleCase = reportsCase && !hasCase && paper.sections().stream().anyMatch(Regions::isOfOnePerson);
        isStudy = !hasCase && !isSingleCase && has(SectionKind.METHODS) && (has(SectionKind.RESULTS) || !caseTitle);
        isUndivided = reportsCase && FURTHER.stream().noneMatch(this::has);
    }

    /** Whether it tells, as methods, of the one person that a study is about. */
    static boolean isOfOnePerson(Section section) {
        return section.kind() == SectionKind.METHODS
                && section.heading() != null
                && ONE_PERSON.matcher(section.heading()).find();
    }

    /** Whether the paper reports groups by methods and results rather than cases. */
    boolean isStudy() {
        return isStudy;
    }

    /** Whether the section tells the paper's own cases. */
    boolean tellsCases(int section) {
        if (section < 0) {
            return false;
        }
        SectionKind kind = paper.sections().get(section).kind();
        if (isSingleCase && isOfOnePerson(paper.sections().get(section))) {
            return true;
        }
        return kind == SectionKind.CASE
                || isUndivided
                        && kind == SectionKind.INTRO
                        && paper.sections().get(section).heading() == null
                || !hasCase && !isStudy && kind == SectionKind.OTHER && !has(SectionKind.RESULTS);
    }

    Region of(Sentence sentence, String lower) {
        if (sentence.section() < 0) {
            return Region.NONE;
        }
        SectionKind kind = paper.sections().get(sentence.section()).kind();
        if (SILENT.contains(kind) || sentence.text().length() > Passage.LONGEST) {
            return Region.NONE;
        }
        if (tellsCases(sentence.section())) {
            return isOwn(lower) || !isOthers(lower) ? Region.OWN : Region.CITED;
        }
        return switch (kind) {
            case ABSTRACT, RESULTS -> isOwn(lower) || !isOthers(lower) ? Region.OWN : Region.CITED;
            case METHODS -> isStudy ? Region.NONE : Region.OWN;
            case INTRO -> Region.CITED;
            default -> isOwn(lower) && !isOthers(lower) ? Region.OWN : Region.CITED;
        };
    }

    private static boolean isOwn(String lower) {
        return OWN_WORDS.matcher(lower).find();
    }

    private static boolean isOthers(String lower) {
        return OTHERS_WORDS.matcher(lower).find() || GENERAL.matcher(lower).find();
    }

    private boolean has(SectionKind kind) {
        return paper.sections().stream().anyMatch(section -> section.kind() == kind);
    }
}
