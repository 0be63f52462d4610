package dev.apatite.reading.plain;

import dev.apatite.paper.Author;
import dev.apatite.reading.byline.AddressText;
import dev.apatite.reading.byline.AuthorLine;
import dev.apatite.reading.byline.NameWords;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.plain.TextBlock.Shape;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.shared.Headings.Meaning;
import dev.apatite.reading.shared.Headings.Role;
import dev.apatite.reading.shared.LineEnds;
import dev.apatite.reading.shared.Masthead;
import dev.apatite.reading.shared.RunInHeading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds title and authors in what stands before a text's first section. */
final class FrontMatter {
    private static final int PARAGRAPH = 220;
    private static final int LONGEST_TITLE = 400;
    private static final int LONGEST_FRONT = 40;
    private static final String ENDED = "(?s).*[.?!][\\])\"”’⁰¹²³⁴⁵⁶⁷⁸⁹]*";

    private final List<TextBlock> blocks;
    private final List<String> small = new ArrayList<>();
    private int end;

    FrontMatter(List<TextBlock> blocks) {
        this.blocks = blocks;
        this.end = 0;
    }

    /** Index of the first block that is not front matter. */
    int end() {
        return end;
    }

    /** Lines beside title and authors, for the masthead. */
    List<String> lines() {
        return small;
    }

    /** Fills title and authors, as far as the blocks before the first section print them. */
    void read(PaperDraft draft) {
        int section = firstSection();
        int authors = authorBlock(section);
        boolean marked = section > 0 && markedTitle(section) >= 0;
        boolean headed = section < blocks.size() && opensSection(blocks.get(section));
        if (!marked && authors < 0 && !headed || section == 0) {
            end = 0;
            return;
        }
        int titleEnd = authors < 0 ? section : authors;
        List<TextBlock> title = titleBlocks(titleEnd);
        if (title.isEmpty() || authors < 0 && title.stream().anyMatch(block -> LineEnds.isSentence(block.text()))) {
            end = 0;
            return;
        }
        draft.title = titleOf(title);
        int after = blocks.indexOf(title.getLast()) + 1;
        if (authors >= 0) {
            TextAffiliations affiliations = new TextAffiliations(blocks, section);
            for (int i = authors; i >= 0; i = nextNames(after, section)) {
                List<Author> named = new ArrayList<>();
                after = authors(i, section, named);
                affiliations.add(named, i, after);
            }
            draft.authors.addAll(affiliations.linked());
        }
        end = restOfFront(after, section);
        for (int i = 0; i < end; i++) {
            TextBlock block = blocks.get(i);
            if (!title.contains(block)) {
                small.addAll(block.lines());
                small.add(block.text());
            }
        }
    }

    private int firstSection() {
        int limit = Math.min(blocks.size(), LONGEST_FRONT);
        for (int i = 0; i < limit; i++) {
            TextBlock block = blocks.get(i);
            if (opensSection(block) && !isArticleType(i)) {
                return i;
            }
            if (isParagraph(block) && !PageFurniture.isSmallPrint(block)) {
                return i;
            }
        }
        return limit;
    }

    private boolean opensSection(TextBlock block) {
        if (block.shape() == Shape.TABLE) {
            return Headings.isKnown(block.first().split("\t", 2)[0]);
        }
        Meaning meaning = block.isOneLine() ? Headings.meaningOf(block.first()) : null;
        if (meaning != null && meaning.whole() && meaning.role() != Role.FRONT && meaning.role() != Role.OTHER) {
            return true;
        }
        RunInHeading runIn = RunInHeading.of(block.text());
        return runIn != null
                && (runIn.meaning().role() == Role.KEYWORDS
                        || runIn.meaning().role().kind() != Role.OTHER.kind());
    }

    /** "CASE REPORT" above the title says what kind of article this is; it opens no section. */
    private boolean isArticleType(int i) {
        Meaning meaning = Headings.meaningOf(blocks.get(i).text());
        if (meaning == null
                || meaning.role() != Role.CASE && meaning.role() != Role.OTHER && meaning.role() != Role.DISCUSS) {
            return false;
        }
        if (standsBehindAuthors(i)) {
            return false;
        }
        for (int next = i + 1; next < Math.min(blocks.size(), i + 6); next++) {
            TextBlock block = blocks.get(next);
            if (isAuthors(block)) {
                return true;
            }
            if (isParagraph(block)
                    || opensSection(block)
                            && !block.text().equalsIgnoreCase(blocks.get(i).text())) {
                return opensSection(block)
                        && next > i + 1
                        && !(i > 0 && tells(blocks.get(i + 1).text()));
            }
        }
        return false;
    }

    /** Behind title and authors, and before prose, it is the heading that it says. */
    private boolean standsBehindAuthors(int i) {
        boolean authors = false;
        for (int before = 1; before < i; before++) {
            authors |= isAuthors(blocks.get(before));
        }
        return authors && i + 1 < blocks.size() && isProse(blocks.get(i + 1));
    }

    /** However short, a sentence that is neither address nor name nor small print. */
    private boolean isProse(TextBlock block) {
        return tells(block.text())
                || block.shape() == Shape.PLAIN
                        && block.text().matches(ENDED)
                        && !isAuthors(block)
                        && !AddressText.namesInstitution(block.text())
                        && !AddressText.isNotice(block.text())
                        && !PageFurniture.isSmallPrint(block);
    }

    /** Whether this is a sentence and no address: it ends as one, and most of its words are no names. */
    private static boolean tells(String text) {
        String[] words = text.split("\\s+");
        long small = Arrays.stream(words)
                .filter(word -> !word.isEmpty() && Character.isLowerCase(word.codePointAt(0)))
                .count();
        return words.length > 4 && small * 2 > words.length && text.matches(ENDED);
    }

    private int markedTitle(int section) {
        for (int i = 0; i < section; i++) {
            if (blocks.get(i).shape() == Shape.HEADING
                    && !Headings.isKnown(blocks.get(i).text())) {
                return i;
            }
        }
        return -1;
    }

    private int authorBlock(int section) {
        boolean title = false;
        for (int i = 0; i < section; i++) {
            TextBlock block = blocks.get(i);
            if (title && (isAuthors(block) || isLoneAuthor(i))) {
                return i;
            }
            title |= isTitle(i);
        }
        return -1;
    }

    private static boolean isAuthors(TextBlock block) {
        return block.shape() != Shape.TABLE && !authorLines(block).isEmpty();
    }

    /** A bare name looks like many other things; between a title and an address it is a paper's only author. */
    private boolean isLoneAuthor(int i) {
        TextBlock block = blocks.get(i);
        String[] words = block.text().split(" ", 6);
        return i > 0
                && i + 1 < blocks.size()
                && block.isOneLine()
                && words.length < 5
                && AuthorLine.isName(words)
                && Arrays.stream(words).noneMatch(NameWords::isNoName)
                && isTitle(i - 1)
                && (AuthorLine.namesAddress(blocks.get(i + 1).text())
                        || Headings.isKnown(blocks.get(i + 1).text())
                                && blocks.get(i - 1).text().split(" ", 5).length > 3);
    }

    /** The lines at the beginning of a block that print authors; affiliations may follow in the same block. */
    static List<String> authorLines(TextBlock block) {
        List<String> lines = new ArrayList<>();
        for (String raw : block.raw()) {
            String line = block.shape() == Shape.HEADING ? raw.replaceFirst("^\\s*#+\\s*", "") : raw;
            boolean continues = !lines.isEmpty() && lines.getLast().strip().matches("(?s).*(?:,|\\band|&)");
            if (AuthorLine.isLikely(line)
                    || continues && !AuthorLine.parse(line).isEmpty()) {
                lines.add(line);
            } else {
                break;
            }
        }
        return lines;
    }

    private boolean isTitle(int i) {
        TextBlock block = blocks.get(i);
        String text = block.text();
        if (block.shape() == Shape.TABLE
                || text.length() > LONGEST_TITLE
                || text.length() < 4
                || isArticleType(i)
                || Headings.isKnown(text)
                || PageFurniture.isSmallPrint(block)
                || Masthead.namesOtherWork(text)) {
            return false;
        }
        boolean journal = Masthead.isJournalName(text) && block.shape() != Shape.HEADING
                || i + 1 < blocks.size()
                        && Masthead.isJournalName(text)
                        && PageFurniture.isSmallPrint(blocks.get(i + 1));
        return !journal
                && !text.matches(
                        "(?i)(?:case reports?|case series|original (?:article|research|paper)|review(?: article)?|research article|letters?(?: to the editor)?|short (?:communication|report)|brief (?:report|communication)|editorial|clinical (?:case|image)s?|image in .{3,40}|open access|article|olgu sunumu)");
    }

    private List<TextBlock> titleBlocks(int before) {
        List<TextBlock> title = new ArrayList<>();
        int marked = markedTitle(before);
        for (int i = Math.max(0, marked); i < before; i++) {
            TextBlock block = blocks.get(i);
            if (isTitle(i) && (title.isEmpty() || continues(title, block))) {
                title.add(block);
            } else if (!title.isEmpty()) {
                break;
            }
        }
        return title;
    }

    private static boolean continues(List<TextBlock> title, TextBlock block) {
        TextBlock last = title.getLast();
        return title.size() < 3
                && last.shape() == block.shape()
                && !last.text().matches("(?s).*[.?!]")
                && !AuthorLine.isLikely(block.raw().getFirst());
    }

    private static @Nullable String titleOf(List<TextBlock> blocks) {
        String title = LineEnds.joined(blocks.stream().map(TextBlock::text).toList());
        return title.replaceAll("[*†‡§¹²³\\s]+$", "").replaceAll("(?<=[^.])\\.$", "");
    }

    private int authors(int first, int section, List<Author> authors) {
        if (!isAuthors(blocks.get(first))) {
            authors.addAll(AuthorLine.parse(blocks.get(first).text()));
            return first + 1;
        }
        int i = first;
        boolean oneEach = true;
        while (i < section
                && (isAuthors(blocks.get(i)) || Headings.isKnown(blocks.get(i).text()))) {
            TextBlock block = blocks.get(i);
            List<Author> named = AuthorLine.parse(String.join(" ", authorLines(block)));
            named.stream().filter(author -> !authors.contains(author)).forEach(authors::add);
            oneEach &= named.size() == 1 && block.isOneLine();
            boolean more = block.text().matches("(?s).*(?:,|\\band|&)\\s*") || Headings.isKnown(block.text());
            i++;
            if (!more && !(oneEach && i < section && namesOne(blocks.get(i)))) {
                break;
            }
        }
        return i;
    }

    /** Names with degrees below the address of the names before them, or -1. */
    private int nextNames(int from, int section) {
        boolean address = false;
        for (int i = from; i < section; i++) {
            TextBlock block = blocks.get(i);
            if (address && AuthorLine.hasDegree(block.first()) && isAuthors(block)) {
                return i;
            }
            if (AddressText.isNotice(block.first()) || LineEnds.isSentence(block.text())) {
                return -1;
            }
            address |= AddressText.namesInstitution(block.text());
        }
        return -1;
    }

    /** One more name, where each stands in a paragraph of its own; an address begins with its mark, a name does not. */
    private static boolean namesOne(TextBlock block) {
        return block.isOneLine()
                && Character.isLetter(block.first().codePointAt(0))
                && isAuthors(block)
                && AuthorLine.parse(block.first()).size() == 1;
    }

    /** Addresses and small print between the authors and the first section. */
    private int restOfFront(int from, int section) {
        int i = from;
        while (i < section && !LineEnds.isSentence(blocks.get(i).text())) {
            i++;
        }
        return PageFurniture.isSmallPrint(blocks.get(Math.min(i, blocks.size() - 1))) ? section : i;
    }

    static boolean isParagraph(TextBlock block) {
        return block.shape() == Shape.PLAIN
                && block.text().length() >= PARAGRAPH
                && LineEnds.isSentence(block.text())
                && !AuthorLine.isLikely(block.raw().getFirst());
    }
}
