package dev.apatite.reading;

import dev.apatite.paper.Author;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The authors' addresses: under their names, in a block of author details at the end, in the notes at a page's foot or
 * edge; and the ORCIDs linked from their names.
 */
final class PdfAffiliations {
    private static final int FURTHEST = 60;
    private static final Pattern DETAILS = Pattern.compile(
            "(?i)^(?:(?:authors?['’]?s?['’]? )?(?:details|affiliations?)(?: of authors)?|authors? and affiliations?|affiliations? of (?:the )?authors)\\W{0,2}$");

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
     * The authors with what is printed about them.
     *
     * @param from the first paragraph of the author line
     * @param to behind its last
     */
    List<Author> of(List<Author> authors, int from, int to) {
        StringBuilder names = new StringBuilder();
        for (PdfParagraph paragraph : paragraphs.subList(from, to)) {
            for (PdfLine line : paragraph.lines()) {
                names.append(names.isEmpty() ? "" : " ").append(MarkedText.of(linked(line)));
            }
        }
        AuthorMarks marks = new AuthorMarks(names.toString(), authors);
        List<Set<String>> borne = marks.marks();
        Set<String> known = new HashSet<>();
        borne.forEach(known::addAll);
        Affiliations addresses = new Affiliations(known);
        under(to, addresses);
        details(addresses);
        notes(to, addresses);
        List<Author> linked = addresses.linked(authors, borne);
        List<@Nullable String> orcids = marks.orcids();
        List<Author> all = new ArrayList<>();
        for (int i = 0; i < linked.size(); i++) {
            Author author = linked.get(i);
            all.add(new Author(author.family(), author.given(), orcids.get(i), author.affiliations()));
        }
        return all;
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

    /** The addresses between the authors and the abstract. */
    private void under(int to, Affiliations addresses) {
        Block block = new Block(addresses);
        for (int i = to; i < Math.min(paragraphs.size(), to + FURTHEST); i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            boolean named = block.isOpen() || paragraph.length() < 4;
            if (paragraph.page() != paragraphs.get(to).page() || !named && ends(paragraph, addresses)) {
                break;
            }
            block.add(paragraph);
        }
        addresses.add(block.text());
    }

    private boolean ends(PdfParagraph paragraph, Affiliations addresses) {
        String text = paragraph.rough();
        boolean sentences = text.length() > 180
                && addresses.labels(MarkedText.of(paragraph.first())).isEmpty()
                && FrontMatter.isSentence(text)
                && !AddressText.isNotice(text);
        return sentences
                || PdfAbstract.begins(paragraph)
                || PdfAbstract.isKeywords(text)
                || text.length() < 60 && Headings.isKnown(text);
    }

    /** The block that is headed so. */
    private void details(Affiliations addresses) {
        for (int i = 0; i < paragraphs.size() - 1; i++) {
            PdfParagraph heading = paragraphs.get(i);
            if (heading.length() > 40 || !DETAILS.matcher(heading.rough()).matches()) {
                continue;
            }
            Block block = new Block(addresses);
            int next = i + 1;
            float size = paragraphs.get(next).size();
            while (next < paragraphs.size() && isDetail(paragraphs.get(next), size)) {
                block.add(paragraphs.get(next));
                next++;
            }
            addresses.add(block.text());
            if (AddressText.namesInstitution(block.text())) {
                for (int j = i; j < next; j++) {
                    taken.add(j);
                }
            }
        }
    }

    private static boolean isDetail(PdfParagraph paragraph, float size) {
        String text = paragraph.rough();
        return Math.abs(paragraph.size() - size) < 0.6f
                && !AddressText.isNotice(text)
                && !(text.length() < 60 && (Headings.isKnown(text) || Headings.isReferenceList(text)));
    }

    /** Notes that begin with a mark of an author and name an institution. */
    private void notes(int to, Affiliations addresses) {
        int page = paragraphs.get(to - 1).page();
        boolean references = false;
        for (int i = to; i < paragraphs.size() && !addresses.isComplete(); i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            references |= paragraph.length() < 60 && Headings.isReferenceList(paragraph.rough());
            boolean raised = paragraph.first().words().getFirst().script() == PdfWord.Script.SUPER;
            if (taken.contains(i)
                    || references
                    || paragraph.page() > page && !raised
                    || !addresses.isOpen(MarkedText.of(paragraph.first()))
                    || !AddressText.namesInstitution(paragraph.rough())
                    || AddressText.isNotice(MarkedText.of(paragraph.first()))) {
                continue;
            }
            Block block = new Block(addresses);
            block.add(paragraph);
            int next = i + 1;
            while (next < paragraphs.size() && continues(paragraphs.get(next - 1), paragraphs.get(next), addresses)) {
                block.add(paragraphs.get(next));
                next++;
            }
            addresses.add(block.text());
            for (int j = i; j < next; j++) {
                taken.add(j);
            }
            i = next - 1;
        }
    }

    private static boolean continues(PdfParagraph before, PdfParagraph next, Affiliations addresses) {
        float distance = next.first().y() - before.last().y();
        return next.page() == before.page()
                && Math.abs(next.size() - before.size()) < 0.6f
                && distance > -2
                && distance < 2.2f * next.size()
                && Math.abs(next.x0() - before.x0()) < 30
                && !AddressText.isNotice(MarkedText.of(next.first()))
                && (!addresses.labels(MarkedText.of(next.first())).isEmpty() || distance < 1.4f * next.size());
    }

    /** Collects lines; after a notice only a marked line is an address again. */
    private final class Block {
        private final Affiliations addresses;
        private final StringBuilder text = new StringBuilder();
        private boolean closed;

        Block(Affiliations addresses) {
            this.addresses = addresses;
        }

        void add(PdfParagraph paragraph) {
            boolean first = true;
            for (PdfLine line : paragraph.lines()) {
                add(MarkedText.of(line), first, paragraph.length() < 4);
                first = false;
            }
        }

        private void add(String line, boolean first, boolean lone) {
            boolean label = !addresses.labels(line).isEmpty();
            if (lone && !label) {
                List<String> tokens = MarkedText.tokens(line);
                if (!tokens.isEmpty() && !addresses.labels("^{" + line + "} A").isEmpty()) {
                    text.append("\n^{").append(tokens.getFirst()).append('}');
                    closed = false;
                    return;
                }
            }
            if (AddressText.isNotice(line)) {
                closed = true;
            } else if (label) {
                text.append('\n').append(line);
                closed = false;
            } else if (!closed && first && !isOpen() && AddressText.beginsAddress(line)) {
                text.append('\n').append(line);
            } else if (!closed) {
                prose.append(text, line);
            }
        }

        /** Whether a mark stands alone in front of what comes next. */
        boolean isOpen() {
            return !text.isEmpty() && text.charAt(text.length() - 1) == '}';
        }

        String text() {
            return text.toString();
        }
    }
}
