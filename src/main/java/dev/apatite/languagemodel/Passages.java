package dev.apatite.languagemodel;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A paper in pieces that a model reads one at a time: its sections, long ones cut between paragraphs. */
final class Passages {
    /** Letters; some 1,500 tokens. */
    private static final int LONGEST = 6000;

    private static final int SHORTEST = 80;
    private static final Set<SectionKind> UNREAD = Set.of(
            SectionKind.ACK_FUND, SectionKind.AUTH_CON, SectionKind.COMP_INT, SectionKind.ABBR, SectionKind.SUPPL);

    private Passages() {}

    /**
     * A piece.
     *
     * @param start where it begins in the section's text
     */
    record Passage(int section, String heading, int start, String text) {}

    static List<Passage> of(Paper paper) {
        List<Passage> all = new ArrayList<>();
        for (int i = 0; i < paper.sections().size(); i++) {
            Section section = paper.sections().get(i);
            if (!UNREAD.contains(section.kind())) {
                String heading = section.heading() == null ? section.kind().name() : section.heading();
                cut(i, heading, section.text(), all);
            }
        }
        return all;
    }

    private static void cut(int section, String heading, String text, List<Passage> all) {
        int start = 0;
        while (start < text.length()) {
            int end = text.length() - start <= LONGEST ? text.length() : end(text, start);
            String piece = text.substring(start, end);
            if (piece.strip().length() >= SHORTEST) {
                all.add(new Passage(section, heading, start, piece));
            }
            start = end;
        }
    }

    /** Behind the last paragraph, else the last sentence, else the last word that fits. */
    private static int end(String text, int start) {
        for (String mark : new String[] {"\n", ". ", " "}) {
            int at = text.lastIndexOf(mark, start + LONGEST - mark.length());
            if (at > start + LONGEST / 2) {
                return at + mark.length();
            }
        }
        int end = start + LONGEST;
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
