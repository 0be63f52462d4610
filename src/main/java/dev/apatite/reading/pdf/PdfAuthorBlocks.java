package dev.apatite.reading.pdf;

import dev.apatite.paper.Author;
import dev.apatite.reading.byline.AddressText;
import dev.apatite.reading.byline.AuthorLine;
import dev.apatite.reading.byline.NameWords;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.shared.Headings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Authors who stand side by side under the title, each above an address of their own, as conferences of engineers print
 * them. A block is a column of centred lines that begins with one name.
 *
 * @param authors from left to right, from the top down
 * @param to one past the last paragraph that holds them
 */
record PdfAuthorBlocks(List<Author> authors, int from, int to) {
    private static final int MOST_PARAGRAPHS = 120;
    private static final int LONGEST = 500;
    private static final int MOST_WORDS = 5;
    private static final float SAME_ROW = 3;
    private static final float SAME_COLUMN = 24;
    private static final Pattern ORDINAL = Pattern.compile("^\\d{1,2}(?:st|nd|rd|th)\\s+");
    private static final Pattern MARKS = Pattern.compile("[\\s,;*†‡§¶#⁰¹²³⁴-⁹ᵃ-ᶻ]+$");

    private static final PdfAuthorBlocks NONE = new PdfAuthorBlocks(List.of(), 0, 0);

    /** The blocks behind the title; no authors where there are none. */
    static PdfAuthorBlocks find(List<PdfParagraph> paragraphs, int title) {
        int to = title;
        List<PdfLine> lines = new ArrayList<>();
        while (to < Math.min(paragraphs.size(), title + MOST_PARAGRAPHS) && isBetween(paragraphs, to, title)) {
            lines.addAll(paragraphs.get(to).lines());
            to++;
        }
        List<PdfLine> names = lines.stream().filter(PdfAuthorBlocks::isName).toList();
        if (names.size() < 2) {
            return NONE;
        }
        float top = lines.stream().map(PdfLine::y).min(Float::compare).orElse(0f);
        PdfLine first = names.stream().min(Comparator.comparing(PdfLine::y)).orElseThrow();
        List<PdfLine> heads = names.stream()
                .filter(line -> line.face().equals(first.face()) && Math.abs(line.size() - first.size()) < 0.5f)
                .toList();
        long row = heads.stream()
                .filter(line -> Math.abs(line.y() - top) < SAME_ROW)
                .count();
        if (row < 2) {
            return NONE;
        }
        List<Author> authors = new ArrayList<>();
        List<PdfLine> inOrder = new ArrayList<>(heads);
        inOrder.sort(Comparator.comparing((PdfLine line) -> Math.round(line.y() / (2 * SAME_ROW)))
                .thenComparing(PdfLine::x0));
        int addresses = 0;
        for (PdfLine head : inOrder) {
            String address = AddressText.cleaned(String.join(", ", below(head, lines, heads)));
            addresses += address.isEmpty() ? 0 : 1;
            Author author = AuthorLine.parse(name(head)).stream().findFirst().orElse(null);
            if (author == null) {
                return NONE;
            }
            authors.add(new Author(
                    author.family(), author.given(), author.orcid(), address.isEmpty() ? List.of() : List.of(address)));
        }
        return 2 * addresses > authors.size() ? new PdfAuthorBlocks(authors, title, to) : NONE;
    }

    /** The lines under a name, down to the next one in its column. */
    private static List<String> below(PdfLine head, List<PdfLine> lines, List<PdfLine> heads) {
        float middle = middle(head);
        float end = heads.stream()
                .filter(other -> other.y() > head.y() + SAME_ROW)
                .filter(other -> Math.abs(middle(other) - middle) < SAME_COLUMN)
                .map(PdfLine::y)
                .min(Float::compare)
                .orElse(Float.MAX_VALUE);
        return lines.stream()
                .filter(line -> line.y() > head.y() + SAME_ROW && line.y() < end - SAME_ROW)
                .filter(line -> Math.abs(middle(line) - middle) < SAME_COLUMN)
                .sorted(Comparator.comparing(PdfLine::y))
                .map(PdfLine::text)
                .filter(text -> !AddressText.isNotice(text))
                .toList();
    }

    private static float middle(PdfLine line) {
        return (line.x0() + line.x1()) / 2;
    }

    private static boolean isBetween(List<PdfParagraph> paragraphs, int i, int title) {
        PdfParagraph paragraph = paragraphs.get(i);
        String text = paragraph.rough();
        return paragraph.page() == paragraphs.get(title).page()
                && paragraph.length() < LONGEST
                && !PdfAbstract.begins(paragraph)
                && !text.matches("(?is)^abstract\\b.*")
                && !PdfAbstract.isKeywords(text)
                && !(text.length() < 60 && Headings.isKnown(text))
                && !PdfImprint.isRunningText(text);
    }

    private static String name(PdfLine line) {
        return MARKS.matcher(ORDINAL.matcher(line.text()).replaceFirst("")).replaceFirst("");
    }

    private static boolean isName(PdfLine line) {
        String[] words = name(line).split("\\s+", -1);
        return words.length > 1
                && words.length <= MOST_WORDS
                && AuthorLine.isName(words)
                && !NameWords.isNoName(words[0])
                && !AddressText.namesInstitution(line.text())
                && line.text().indexOf(',') < 0;
    }
}
