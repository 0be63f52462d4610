package dev.apatite.reading.pdf;

import dev.apatite.paper.Author;
import dev.apatite.reading.byline.AddressBlock;
import dev.apatite.reading.byline.AddressText;
import dev.apatite.reading.byline.Affiliations;
import dev.apatite.reading.byline.AuthorGroups;
import dev.apatite.reading.byline.OrcidNotes;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfProse;
import dev.apatite.reading.pdf.layout.PdfWord;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.shared.LineEnds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The authors' addresses: under their names, in a block of author details at the end, in the notes at a page's foot or
 * edge; and the ORCIDs linked from their names.
 */
final class PdfAffiliations {
    private static final int FURTHEST = 60;
    /** A paragraph shorter than this is a mark that stands alone. */
    private static final int SHORTEST = 4;

    private static final int LONGEST_UNMARKED = 250;
    private static final Pattern VERB =
            Pattern.compile("(?i)\\b(?:was|were|is|are|had|has|have|been|we|patients?|showed|presented|that|which)\\b");
    private static final Pattern MARKED = Pattern.compile("\\^\\{|[(\\[]?(?:\\d{1,2}|[a-z])[)\\].]{0,2}\\s");

    private final List<PdfParagraph> paragraphs;
    private final PdfProse prose;
    private final List<PdfOrcidLink> links;
    private final Set<Integer> taken = new TreeSet<>();

    /** Looks in the paper's paragraphs. */
    PdfAffiliations(List<PdfParagraph> paragraphs, PdfProse prose, List<PdfOrcidLink> links) {
        this.paragraphs = paragraphs;
        this.prose = prose;
        this.links = links;
    }

    /** The paragraphs outside the title block that hold nothing but addresses. */
    Set<Integer> taken() {
        return taken;
    }

    /**
     * All authors with what is printed about them.
     *
     * @param found the groups of names on the title page
     */
    List<Author> of(List<PdfAuthors.Found> found) {
        List<AuthorGroups.Group> all = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            PdfAuthors.Found group = found.get(i);
            int end = i + 1 < found.size() ? found.get(i + 1).from() : paragraphs.size();
            all.add(new AuthorGroups.Group(group.authors(), names(group), under(group.to(), end)));
        }
        AuthorGroups groups = new AuthorGroups(all, prose::append);
        details(groups.addresses());
        notes(found, groups.addresses());
        return OrcidNotes.linked(groups.linked(), notes());
    }

    private String names(PdfAuthors.Found group) {
        StringBuilder names = new StringBuilder();
        for (PdfParagraph paragraph : paragraphs.subList(group.from(), group.to())) {
            for (PdfLine line : paragraph.lines()) {
                names.append(names.isEmpty() ? "" : " ").append(PdfMarks.of(linked(line)));
            }
        }
        return names.toString();
    }

    /** The paragraphs that print an ORCID, and those before them. */
    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean orcid = paragraphs.get(i).lines().stream().anyMatch(PdfAffiliations::printsOrcid);
            if (orcid) {
                notes.add(i == 0 ? "" : prose.of(paragraphs.get(i - 1).lines()));
                notes.add(prose.of(paragraphs.get(i).lines()));
            }
        }
        return notes;
    }

    /** Whether the beginning of an ORCID stands in the line. */
    private static boolean printsOrcid(PdfLine line) {
        return line.words().stream().anyMatch(word -> word.text().contains("0000-000"));
    }

    /** The line with the links that lie on it as raised words behind the word they lie on or follow. */
    private PdfLine linked(PdfLine line) {
        List<PdfWord> words = new ArrayList<>(line.words());
        for (PdfOrcidLink link : links) {
            if (link.isOn(line)) {
                int at = 0;
                while (at < words.size() && words.get(at).x0() <= link.x()) {
                    at++;
                }
                words.add(
                        at,
                        new PdfWord(
                                link.orcid(),
                                link.x(),
                                link.x(),
                                line.size(),
                                line.face(),
                                PdfWord.Script.SUPER,
                                false));
            }
        }
        return words.size() == line.words().size() ? line : PdfLine.of(line.page(), words, line.y());
    }

    private static List<String> marked(PdfParagraph paragraph) {
        return paragraph.lines().stream().map(PdfMarks::of).toList();
    }

    /** What stands between the authors and the abstract. */
    private List<List<String>> under(int from, int to) {
        List<List<String>> under = new ArrayList<>();
        boolean lone = false;
        for (int i = from; i < Math.min(to, from + FURTHEST); i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            boolean mark = paragraph.length() < SHORTEST;
            if (paragraph.page() != paragraphs.get(from - 1).page() || !lone && !mark && ends(paragraph)) {
                break;
            }
            under.add(marked(paragraph));
            lone = mark;
        }
        return under;
    }

    private static boolean ends(PdfParagraph paragraph) {
        String text = paragraph.rough();
        boolean sentences = text.length() > 180
                && !MARKED.matcher(PdfMarks.of(paragraph.first())).lookingAt()
                && LineEnds.isSentence(text)
                && !AddressText.isNotice(text);
        return sentences
                || PdfAbstractHeading.isEnglish(paragraph)
                || PdfAbstractHeading.isKeywords(text)
                || text.length() < 60 && Headings.isKnown(text);
    }

    /** The block that is headed so. */
    private void details(Affiliations addresses) {
        for (int i = 0; i < paragraphs.size() - 1; i++) {
            PdfParagraph heading = paragraphs.get(i);
            if (!AddressText.isHeading(heading.rough())) {
                continue;
            }
            AddressBlock block = new AddressBlock(addresses, prose::append);
            int next = i + 1;
            float size = paragraphs.get(next).size();
            while (next < paragraphs.size() && isDetail(paragraphs.get(next), size)) {
                block.add(marked(paragraphs.get(next)));
                next++;
            }
            addresses.add(block.text());
            if (AddressText.namesInstitution(block.text())) {
                for (int j = i; j < next; j++) {
                    taken.add(j);
                }
            }
            i = next - 1;
        }
    }

    private static boolean isDetail(PdfParagraph paragraph, float size) {
        String text = paragraph.rough();
        return Math.abs(paragraph.size() - size) < 0.6f
                && !AddressText.isNotice(text)
                && !AddressText.isHeading(text)
                && !(text.length() < 60 && (Headings.isKnown(text) || Headings.isReferenceList(text)));
    }

    /** Notes that begin with a mark of an author and name an institution, wherever they stand on the title page. */
    private void notes(List<PdfAuthors.Found> found, Affiliations addresses) {
        int page = paragraphs.get(found.getFirst().from()).page();
        boolean references = false;
        for (int i = 0; i < paragraphs.size() && !addresses.isComplete(); i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            references |= paragraph.length() < 60 && Headings.isReferenceList(paragraph.rough());
            boolean raised = paragraph.first().words().getFirst().script() == PdfWord.Script.SUPER;
            boolean open = paragraph.page() >= page
                    && !references
                    && (paragraph.page() == page || raised)
                    && addresses.isOpen(PdfMarks.of(paragraph.first()));
            if (open && isAddress(i, found)) {
                i = note(i, addresses);
            }
        }
        for (int i = 0;
                i < paragraphs.size()
                        && addresses.isEmpty()
                        && paragraphs.get(i).page() <= page;
                i++) {
            if (isUnmarkedAddress(i) && isAddress(i, found)) {
                i = note(i, addresses);
            }
        }
    }

    private boolean isAddress(int i, List<PdfAuthors.Found> found) {
        String first = PdfMarks.of(paragraphs.get(i).first());
        return !taken.contains(i)
                && found.stream().noneMatch(group -> i >= group.from() && i < group.to())
                && AddressText.namesInstitution(paragraphs.get(i).rough())
                && !AddressText.isNotice(first);
    }

    /** An address at the page's edge, but not of the one who answers letters. */
    private boolean isUnmarkedAddress(int i) {
        PdfParagraph paragraph = paragraphs.get(i);
        String text = paragraph.rough();
        PdfParagraph before = i == 0 ? paragraph : paragraphs.get(i - 1);
        boolean below = before.page() == paragraph.page()
                && paragraph.first().y() > before.last().y()
                && paragraph.first().y() - before.last().y() < 2 * paragraph.size();
        return text.length() < LONGEST_UNMARKED
                && text.indexOf(',') > 0
                && AddressText.beginsAddress(text)
                && !VERB.matcher(text).find()
                && !(below && AddressText.isNotice(PdfMarks.of(before.first())));
    }

    /** Adds the note that begins here, and returns its last paragraph. */
    private int note(int from, Affiliations addresses) {
        AddressBlock block = new AddressBlock(addresses, prose::append);
        block.add(marked(paragraphs.get(from)));
        int next = from + 1;
        while (next < paragraphs.size() && continues(paragraphs.get(next - 1), paragraphs.get(next), addresses)) {
            block.add(marked(paragraphs.get(next)));
            next++;
        }
        addresses.add(block.text());
        for (int i = from; i < next; i++) {
            taken.add(i);
        }
        return next - 1;
    }

    private static boolean continues(PdfParagraph before, PdfParagraph next, Affiliations addresses) {
        float distance = next.first().y() - before.last().y();
        return next.page() == before.page()
                && Math.abs(next.size() - before.size()) < 0.6f
                && distance > -2
                && distance < 2.2f * next.size()
                && Math.abs(next.x0() - before.x0()) < 30
                && !AddressText.isNotice(PdfMarks.of(next.first()))
                && (!addresses.labels(PdfMarks.of(next.first())).isEmpty() || distance < 1.4f * next.size());
    }
}
