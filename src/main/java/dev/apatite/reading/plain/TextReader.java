package dev.apatite.reading.plain;

import dev.apatite.paper.Author;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.byline.NameWords;
import dev.apatite.reading.citation.CitationMarks;
import dev.apatite.reading.citation.ReferenceList;
import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.Bounds;
import dev.apatite.reading.draft.FormatReader;
import dev.apatite.reading.draft.Furniture;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.draft.Remainder;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.shared.Languages;
import dev.apatite.reading.shared.LineEnds;
import dev.apatite.reading.shared.Masthead;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads plain text and Markdown, as converters of PDF and people leave it. */
public final class TextReader implements FormatReader {
    private final ReferenceParser referenceParser = new ReferenceParser();

    @Override
    public PaperDraft read(Path file) throws ReadingException {
        return read(decoded(bytes(file)));
    }

    /** Reads a text that is decoded already. */
    PaperDraft read(String text) throws ReadingException {
        Bounds.checkText(text.length());
        List<TextBlock> blocks = TextBlocks.of(text);
        if (blocks.isEmpty()) {
            throw new ReadingException("there is no text in the file");
        }
        return read(blocks, new PaperDraft(), false);
    }

    /**
     * Reads what stands between marks or blank lines.
     *
     * @param draft what is known already, from metadata; the text adds to it
     * @param levelled whether the headings' levels are the author's own
     */
    public PaperDraft read(List<TextBlock> blocks, PaperDraft draft, boolean levelled) throws ReadingException {
        PageFurniture furniture = new PageFurniture(blocks);
        FrontMatter front = new FrontMatter(blocks);
        PaperDraft printed = new PaperDraft();
        front.read(printed);
        draft.title = draft.title == null ? printed.title : draft.title;
        if (draft.authors.isEmpty()) {
            draft.authors.addAll(printed.authors);
        } else {
            draft.authors.replaceAll(author -> completed(author, printed.authors));
        }
        List<String> keywords = List.copyOf(draft.keywords);
        draft.keywords.clear();
        TextBody body = new TextBody(blocks, furniture, draft, levelled);
        body.read(front.end());
        if (draft.keywords.isEmpty()) {
            draft.keywords.addAll(keywords);
        }
        List<String> masthead = new ArrayList<>(front.lines());
        masthead.addAll(furniture.dropped());
        if (draft.title != null || !draft.authors.isEmpty()) {
            new Masthead(draft).read(masthead);
        }
        for (ReferenceList.Entry entry : ReferenceList.split(body.references())) {
            Reference reference = referenceParser.parse(entry.label(), entry.raw());
            draft.references.add(reference);
        }
        draft.language = draft.language == null ? Languages.of(draft.sections) : draft.language;
        finish(draft);
        draft.citations.addAll(CitationMarks.find(draft.sections, draft.references));
        if (draft.sections.isEmpty() && draft.references.isEmpty()) {
            throw new ReadingException("there is no text of a paper in the file");
        }
        keep(blocks, front.end(), furniture, draft);
        return draft;
    }

    /** Counts running heads, and keeps what no rule has placed: small print before the text as notes. */
    private static void keep(List<TextBlock> blocks, int text, PageFurniture furniture, PaperDraft draft) {
        Remainder remainder = Remainder.of(draft);
        List<String> titlePage = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            TextBlock block = blocks.get(i);
            if (i < text) {
                titlePage.add(block.text());
            }
            List<Integer> lost = remainder.lost(block.lines());
            if (lost.isEmpty()) {
                continue;
            }
            String words = 2 * lost.size() >= block.lines().size()
                    ? block.text()
                    : LineEnds.joined(lost.stream().map(block.lines()::get).toList());
            if (furniture.isRepeated(block)) {
                draft.furniture.add(Furniture.Kind.RUNNING_HEAD, words);
            } else if (Headings.isReferenceList(words)) {
                draft.furniture.add(Furniture.Kind.LABEL, words);
            } else if (i < text || PageFurniture.isSmallPrint(block)) {
                draft.notes.add(words);
            } else {
                draft.unplaced.add(words);
            }
        }
        Remainder.countLabels(draft, titlePage);
        keepRepeated(blocks, text, draft);
    }

    /** Lines whose words stand elsewhere too, and which were lost all the same: a second list of addresses, a title cited. */
    private static void keepRepeated(List<TextBlock> blocks, int text, PaperDraft draft) {
        List<String> printed = new ArrayList<>();
        blocks.forEach(block -> printed.addAll(block.lines()));
        Map<String, Integer> lacking = Remainder.lacking(draft, printed);
        draft.furniture.pieces().stream()
                .filter(piece -> piece.kind() == Furniture.Kind.RUNNING_HEAD)
                .forEach(piece -> Remainder.takeLost(piece.text(), lacking));
        // What says a thing again stands behind what says it first.
        List<String> kept = new ArrayList<>();
        for (TextBlock block :
                blocks.subList(Math.min(text, blocks.size()), blocks.size()).reversed()) {
            List<String> lost = lacking.isEmpty()
                    ? List.of()
                    : block.lines().stream()
                            .filter(line -> !Headings.isReferenceList(line) && Remainder.takeLost(line, lacking))
                            .toList();
            if (!lost.isEmpty()) {
                kept.add(LineEnds.joined(lost));
            }
        }
        draft.unplaced.addAll(kept.reversed());
    }

    /** An author known from metadata with the addresses and the ORCID that the text prints for the same name. */
    private static Author completed(Author author, List<Author> printed) {
        String name = NameWords.words(author);
        if (name.isEmpty()) {
            return author;
        }
        return printed.stream()
                .filter(each -> NameWords.words(each).equals(name))
                .findFirst()
                .map(each -> new Author(
                        author.family(),
                        author.given(),
                        author.orcid() == null ? each.orcid() : author.orcid(),
                        author.affiliations().isEmpty() ? each.affiliations() : author.affiliations()))
                .orElse(author);
    }

    /**
     * A text without title and headings is a bare description of a case; one with a title begins with its introduction.
     * A mistyped heading in an English paper is read as what it means, and says so.
     */
    private static void finish(PaperDraft draft) {
        for (int i = 0; i < draft.sections.size(); i++) {
            Section section = draft.sections.get(i);
            String heading = section.heading();
            if (heading == null && section.kind() == SectionKind.OTHER) {
                SectionKind kind = draft.title == null ? SectionKind.CASE : SectionKind.INTRO;
                draft.sections.set(i, new Section(kind, null, section.level(), section.paragraphs()));
                continue;
            }
            String meant = heading == null || !"en".equals(draft.language) ? null : Headings.meant(heading);
            if (meant != null) {
                draft.sections.set(
                        i, new Section(Headings.kindOf(meant), meant, section.level(), section.paragraphs()));
                draft.warnings.add("The heading \"" + heading + "\" was read as \"" + meant + "\".");
            }
        }
    }

    private static byte[] bytes(Path file) throws ReadingException {
        try {
            Bounds.checkFile(Files.size(file));
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ReadingException("cannot be read: " + e.getMessage(), e);
        }
    }

    /** By its byte order mark, else as UTF-8, else as Windows-1252. */
    private static String decoded(byte[] bytes) throws ReadingException {
        String text = null;
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            text = new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        } else if (bytes.length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            text = new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        } else {
            try {
                text = StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
            } catch (CharacterCodingException e) {
                text = new String(bytes, Charset.forName("windows-1252"));
            }
        }
        long odd = text.chars()
                .filter(c -> c == 0 || c == 0xfffd || c < 9 || c > 13 && c < 32 && c != 27)
                .count();
        if (odd > 20 && odd * 50 > text.length()) {
            throw new ReadingException("the file is binary, not text");
        }
        return text;
    }
}
