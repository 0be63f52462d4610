package dev.apatite.reading.plain;

import dev.apatite.paper.Author;
import dev.apatite.reading.byline.AddressBlock;
import dev.apatite.reading.byline.AddressText;
import dev.apatite.reading.byline.Affiliations;
import dev.apatite.reading.byline.AuthorGroups;
import dev.apatite.reading.byline.AuthorLine;
import dev.apatite.reading.byline.OrcidNotes;
import dev.apatite.reading.byline.RaisedMarks;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.shared.LineEnds;
import java.util.ArrayList;
import java.util.List;

/** The addresses and ORCIDs that a text prints behind its authors' names, under them, or among its back matter. */
final class TextAffiliations {
    private final List<TextBlock> blocks;
    private final int section;
    private final List<AuthorGroups.Group> groups = new ArrayList<>();
    private int end;

    /**
     * No names yet.
     *
     * @param section the first block of the paper's text
     */
    TextAffiliations(List<TextBlock> blocks, int section) {
        this.blocks = blocks;
        this.section = section;
    }

    /**
     * Adds names, in printed order.
     *
     * @param from the first block with these names
     * @param to behind the last block with these names
     */
    void add(List<Author> authors, int from, int to) {
        if (!groups.isEmpty()) {
            groups.getLast().paragraphs().addAll(under(end, from));
        }
        StringBuilder names = new StringBuilder();
        List<List<String>> rest = new ArrayList<>();
        for (TextBlock block : blocks.subList(from, to)) {
            names(block, names, rest);
        }
        groups.add(new AuthorGroups.Group(List.copyOf(authors), names.toString(), rest));
        end = to;
    }

    /** All authors with what is printed about them. */
    List<Author> linked() {
        groups.getLast().paragraphs().addAll(under(end, section));
        AuthorGroups all = new AuthorGroups(groups, LineEnds::append);
        details(all.addresses());
        return OrcidNotes.linked(
                all.linked(), blocks.stream().map(TextBlock::text).toList());
    }

    /** A block that begins with names; addresses may follow in it, even in the same line. */
    private static void names(TextBlock block, StringBuilder names, List<List<String>> rest) {
        int lines = Math.max(1, FrontMatter.authorLines(block).size());
        for (int i = 0; i < block.raw().size(); i++) {
            String line = block.raw().get(i);
            int cut = i < lines ? AuthorLine.addressStart(line) : 0;
            if (cut > 0) {
                names.append(names.isEmpty() ? "" : " ").append(RaisedMarks.of(line.substring(0, cut)));
            }
            if (cut < line.length()) {
                rest.add(List.of(RaisedMarks.of(line.substring(cut))));
            }
        }
    }

    private List<List<String>> under(int from, int to) {
        List<List<String>> under = new ArrayList<>();
        for (int i = from; i < to && !ends(blocks.get(i)); i++) {
            under.add(marked(blocks.get(i)));
        }
        return under;
    }

    private static List<String> marked(TextBlock block) {
        return block.raw().stream().map(RaisedMarks::of).toList();
    }

    private static boolean ends(TextBlock block) {
        String text = block.text();
        return text.length() > 180 && LineEnds.isSentence(text) && !AddressText.namesInstitution(text)
                || block.isOneLine() && Headings.isKnown(text);
    }

    private void details(Affiliations addresses) {
        for (int i = section; i < blocks.size(); i++) {
            if (AddressText.isHeading(blocks.get(i).text())) {
                AddressBlock block = new AddressBlock(addresses, LineEnds::append);
                List<List<String>> under = under(i + 1, nextHeading(i + 1));
                under.forEach(block::add);
                addresses.add(block.text());
                i += under.size();
            }
        }
    }

    private int nextHeading(int from) {
        int next = from;
        while (next < blocks.size() && !AddressText.isHeading(blocks.get(next).text())) {
            next++;
        }
        return next;
    }
}
