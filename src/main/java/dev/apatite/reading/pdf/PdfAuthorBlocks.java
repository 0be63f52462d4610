package dev.apatite.reading.pdf;

import dev.apatite.paper.Author;
import dev.apatite.reading.byline.AddressText;
import dev.apatite.reading.byline.AuthorLine;
import dev.apatite.reading.byline.NameWords;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfWord;
import dev.apatite.reading.shared.Headings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Authors who stand side by side under the title, each above an address of their own, as conferences of engineers print
 * them: a block is a column of centred lines that begins with one name. Or one under the other, in a type of their own,
 * with the addresses between them; or each at the begin of a line that goes on with the address.
 *
 * @param authors from left to right, from the top down
 * @param to one past the last paragraph that holds them
 */
record PdfAuthorBlocks(List<Author> authors, int from, int to) {
    private static final int MOST_PARAGRAPHS = 120;
    private static final int LONGEST = 500;
    private static final int MOST_WORDS = 5;
    private static final float SAME_ROW = 3;
    private static final float FURTHEST = 5;
    private static final float SAME_COLUMN = 24;

    private static final Pattern ORDINAL = Pattern.compile("^\\d{1,2}(?:st|nd|rd|th)\\s+");
    private static final Pattern MARKS = Pattern.compile("[\\s,;*†‡§¶#⁰¹²³⁴-⁹ᵃ-ᶻ]+$");

    private static final Pattern GOES_ON = Pattern.compile("(?:,|-|\\b(?:and|of|for|the|de|di|et|y|e|&))$");

    private static final PdfAuthorBlocks NONE = new PdfAuthorBlocks(List.of(), 0, 0);

    /** The blocks behind the title; no authors where there are none. */
    static PdfAuthorBlocks find(List<PdfParagraph> paragraphs, int title) {
        int to = title;
        List<PdfLine> whole = new ArrayList<>();
        while (to < Math.min(paragraphs.size(), title + MOST_PARAGRAPHS) && isBetween(paragraphs, to, title)) {
            whole.addAll(paragraphs.get(to).lines());
            to++;
        }
        PdfAuthorBlocks inLines = inLines(whole, title, to);
        if (!inLines.authors().isEmpty()) {
            return inLines;
        }
        List<PdfLine> lines =
                whole.stream().flatMap(each -> beside(each).stream()).toList();
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
            return stacked(lines, heads, title, to);
        }
        List<Author> authors = new ArrayList<>();
        List<PdfLine> inOrder = new ArrayList<>(heads);
        inOrder.sort(Comparator.comparing((PdfLine line) -> Math.round(line.y() / (2 * SAME_ROW)))
                .thenComparing(PdfLine::x0));
        int addresses = 0;
        for (PdfLine head : inOrder) {
            String address = AddressText.cleaned(joined(below(head, lines, heads)));
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

    /** A line's parts that stand in columns of their own, though too few lines stand there for the page's columns to be seen. */
    private static List<PdfLine> beside(PdfLine line) {
        List<PdfLine> parts = new ArrayList<>();
        List<PdfWord> words = line.words();
        int from = 0;
        for (int i = 1; i <= words.size(); i++) {
            if (i == words.size() || words.get(i).x0() - words.get(i - 1).x1() > PdfAuthors.WIDE_GAP * line.size()) {
                parts.add(PdfLine.of(line.page(), words.subList(from, i), line.y()));
                from = i;
            }
        }
        return parts;
    }

    /**
     * Names one under the other that nothing but an address parts; names without one share the next one below. They are told
     * from lines of an address ("Addis Ababa") by their type, which no such line has.
     */
    private static PdfAuthorBlocks stacked(List<PdfLine> lines, List<PdfLine> heads, int title, int to) {
        List<PdfLine> inOrder = new ArrayList<>(lines);
        inOrder.sort(Comparator.comparing(PdfLine::y));
        if (heads.size() < 2 || !heads.contains(inOrder.getFirst())) {
            return NONE;
        }
        List<Author> authors = new ArrayList<>();
        List<Author> waiting = new ArrayList<>();
        List<String> address = new ArrayList<>();
        boolean institution = false;
        PdfLine before = inOrder.getFirst();
        for (PdfLine line : inOrder) {
            if (heads.contains(line)) {
                Author author =
                        AuthorLine.parse(name(line)).stream().findFirst().orElse(null);
                if (author == null) {
                    return NONE;
                }
                if (!address.isEmpty()) {
                    authors.addAll(at(address, waiting));
                }
                waiting.add(author);
            } else if (isSetLike(line, heads.getFirst()) || line.y() - before.y() > FURTHEST * line.size()) {
                break;
            } else {
                institution |= AddressText.namesInstitution(line.text());
                address.add(line.text());
            }
            before = line;
        }
        authors.addAll(at(address, waiting));
        return institution && authors.size() >= heads.size() ? new PdfAuthorBlocks(authors, title, to) : NONE;
    }

    /** Authors each of whom begins a line that goes on with an address: "Ada Hall, Department of Moss, Nowhere". */
    private static PdfAuthorBlocks inLines(List<PdfLine> lines, int title, int to) {
        List<Author> authors = new ArrayList<>();
        List<Author> waiting = new ArrayList<>();
        List<String> address = new ArrayList<>();
        for (PdfLine line : lines) {
            int comma = addressBehindName(line.text());
            if (comma > 0) {
                authors.addAll(at(address, waiting));
                waiting.addAll(AuthorLine.parse(line.text().substring(0, comma)));
                address.add(line.text().substring(comma + 1));
            } else if (waiting.isEmpty()) {
                return NONE;
            } else if (!AddressText.isNotice(line.text())) {
                address.add(line.text());
            }
        }
        authors.addAll(at(address, waiting));
        return authors.size() > 1 ? new PdfAuthorBlocks(authors, title, to) : NONE;
    }

    /** The comma between one name, with its degrees, and an address; or -1. */
    private static int addressBehindName(String line) {
        int comma = line.indexOf(',');
        while (comma > 0 && !AddressText.beginsAddress(line.substring(comma + 1).strip())) {
            comma = line.indexOf(',', comma + 1);
        }
        if (comma < 0) {
            return -1;
        }
        String name = line.substring(0, comma);
        String[] words = MARKS.matcher(name.substring(0, name.indexOf(',') < 0 ? name.length() : name.indexOf(',')))
                .replaceFirst("")
                .split("\\s+", -1);
        boolean one = words.length > 1
                && words.length <= MOST_WORDS
                && AuthorLine.isName(words)
                && !NameWords.isNoName(words[0])
                && !AddressText.namesInstitution(name);
        return one && AuthorLine.parse(name).size() == 1 ? comma : -1;
    }

    private static boolean isSetLike(PdfLine line, PdfLine head) {
        return line.face().equals(head.face()) && Math.abs(line.size() - head.size()) < 0.5f;
    }

    /** The waiting authors, now at an address; empties both lists. */
    private static List<Author> at(List<String> lines, List<Author> waiting) {
        String address = AddressText.cleaned(String.join(" ", lines));
        List<Author> authors = waiting.stream()
                .map(each -> new Author(
                        each.family(), each.given(), each.orcid(), address.isEmpty() ? List.of() : List.of(address)))
                .toList();
        lines.clear();
        waiting.clear();
        return authors;
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

    /** An address of lines each of which is a part of its own, unless it goes on: behind a comma, "and" or "of", before a small letter. */
    private static String joined(List<String> lines) {
        StringBuilder address = new StringBuilder();
        for (String line : lines) {
            if (!address.isEmpty()) {
                boolean goesOn = GOES_ON.matcher(address).find() || Character.isLowerCase(line.codePointAt(0));
                address.append(goesOn ? " " : ", ");
            }
            address.append(line);
        }
        return address.toString();
    }

    private static float middle(PdfLine line) {
        return (line.x0() + line.x1()) / 2;
    }

    private static boolean isBetween(List<PdfParagraph> paragraphs, int i, int title) {
        PdfParagraph paragraph = paragraphs.get(i);
        String text = paragraph.rough();
        return paragraph.page() == paragraphs.get(title).page()
                && paragraph.length() < LONGEST
                && !PdfAbstractHeading.isEnglish(paragraph)
                && !text.matches("(?is)^abstract\\b.*")
                && !PdfAbstractHeading.isKeywords(text)
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
