package dev.apatite.web.page;

import dev.apatite.paper.Author;
import dev.apatite.paper.Content;
import dev.apatite.paper.Finding;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Table;
import dev.apatite.review.Mark;
import dev.apatite.search.CitedReference;
import dev.apatite.search.PaperCard;
import dev.apatite.search.RelatedPaper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A paper to be read.
 *
 * @param title as HTML, escaped and marked
 * @param parts its sections as HTML
 * @param loose tables that belong to no section
 * @param marks what readers said of its findings, by the finding's id
 * @param struck findings that readers called wrong
 * @param versions all versions of the work that it is one of, itself among them; empty where there is no other
 * @param related papers much like it
 * @param likely the confidence from which on findings are likely
 * @param told how patients are put
 * @param originals the files that hold it
 * @param beside the one that is shown beside the text, null for none
 * @param server the beginning of the server's addresses, for programs that want whole ones
 * @param digested DOIs of the works that it digests, with the paper where it stands in the corpus
 */
public record PaperPage(
        Frame frame,
        Paper paper,
        String title,
        List<Part> parts,
        List<Table> loose,
        List<CitedReference> references,
        List<PaperCard> citedBy,
        List<PaperCard> versions,
        List<RelatedPaper> related,
        Map<String, Mark> marks,
        List<Finding> struck,
        double likely,
        Told told,
        OriginalFiles originals,
        @Nullable Beside beside,
        String server,
        List<Digested> digested) {
    public PaperPage {
        parts = List.copyOf(parts);
        loose = List.copyOf(loose);
        references = List.copyOf(references);
        citedBy = List.copyOf(citedBy);
        versions = List.copyOf(versions);
        related = List.copyOf(related);
        marks = Map.copyOf(marks);
        struck = List.copyOf(struck);
        digested = List.copyOf(digested);
    }

    /**
     * An address of some of the authors.
     *
     * @param authors their family names; empty where it is the address of all
     */
    public record Address(String text, String authors) {}

    /** The authors' addresses in the order of the authors, each once. */
    public List<Address> addresses() {
        Map<String, List<String>> families = new LinkedHashMap<>();
        for (Author author : paper.authors()) {
            for (String address : author.affiliations()) {
                families.computeIfAbsent(address, each -> new ArrayList<>())
                        .add(author.family() == null ? "" : author.family());
            }
        }
        int authors = paper.authors().size();
        return families.entrySet().stream()
                .map(each -> new Address(
                        each.getKey(), each.getValue().size() == authors ? "" : String.join(", ", each.getValue())))
                .toList();
    }

    /** A section: its paragraphs as HTML, and the tables that belong to it. */
    public record Part(
            String id,
            SectionKind kind,
            @Nullable String heading,
            int level,
            List<String> paragraphs,
            List<Table> tables) {
        public Part {
            paragraphs = List.copyOf(paragraphs);
            tables = List.copyOf(tables);
        }

        /** Whether it is the caption of a figure or table rather than running text. */
        public boolean isCaption() {
            return kind == SectionKind.FIG || kind == SectionKind.TABLE;
        }
    }

    /**
     * An original beside the text.
     *
     * @param page that it is opened at, from 1
     * @param close the address of the paper without it
     */
    public record Beside(OriginalFiles.File file, int page, String close) {}

    /** The page of its file on which a finding stands, from 1; null where that is not known. */
    public @Nullable Integer page(Finding finding) {
        return Content.page(paper.content().pages(), finding.section(), finding.start());
    }

    /** The address of the paper with one of its files beside it. */
    public String beside(int file) {
        String address = frame.state().paper(paper.id());
        return address + (address.indexOf('?') < 0 ? "?" : "&") + "original=" + file;
    }

    /** A work that the paper digests, translates or comments on. */
    public record Digested(String doi, @Nullable PaperCard paper) {}

    /** The parts that the outline lists. */
    public List<Part> outline() {
        return parts.stream()
                .filter(each -> each.heading() != null && each.level() <= 2 && !each.isCaption())
                .toList();
    }

    /** Whether anything of this type is mentioned. */
    public boolean mentions(MentionType type) {
        return paper.mentions().stream().anyMatch(each -> each.type() == type);
    }

    /** The findings of one patient. */
    public List<Finding> findingsOf(Patient patient) {
        return paper.findings().stream()
                .filter(each -> patient.id().equals(each.patient()) && !Sureness.isUnsure(each, likely))
                .toList();
    }

    /** The treatments of a patient for which no outcome is told. */
    public List<String> otherTreatments(Patient patient) {
        List<String> told = findingsOf(patient).stream().map(Finding::treatment).toList();
        return patient.treatments().stream()
                .filter(each -> !told.contains(each))
                .toList();
    }

    /** The likely findings of the paper's own patients, or of cited evidence. */
    public List<Finding> findings(boolean own) {
        return paper.findings().stream()
                .filter(each -> each.own() == own && !Sureness.isUnsure(each, likely))
                .toList();
    }

    /** Those that are possible only, the surest first. */
    public List<Finding> possible() {
        return paper.findings().stream()
                .filter(each -> Sureness.isUnsure(each, likely))
                .sorted(Comparator.comparing(Finding::confidence, Comparator.nullsFirst(Comparator.reverseOrder())))
                .toList();
    }

    /** Whether a reader called a finding wrong. */
    public boolean isWrong(Finding finding) {
        return struck.contains(finding);
    }

    /** Where it is read with every finding that it may state beside it. */
    public String desk() {
        String page = frame.state().paper(paper.id());
        int query = page.indexOf('?');
        return query < 0 ? page + "/desk" : page.substring(0, query) + "/desk" + page.substring(query);
    }

    /** "12(3):45-67", as far as it is known. */
    public String locator() {
        StringBuilder locator = new StringBuilder();
        if (paper.volume() != null) {
            locator.append(paper.volume());
        }
        if (paper.issue() != null) {
            locator.append('(').append(paper.issue()).append(')');
        }
        if (paper.firstPage() != null) {
            locator.append(locator.isEmpty() ? "" : ":").append(paper.firstPage());
            locator.append(paper.lastPage() == null ? "" : "\u2013" + paper.lastPage());
        }
        return locator.toString();
    }
}
