package dev.apatite.export;

import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Span;
import java.io.IOException;

/**
 * PubTator's text format (Wei et al. 2013): a line for the title, one for the text, one for each mention. Offsets count
 * Unicode code points from the beginning of the title; title and text, and each section from the next, are one apart.
 */
final class PubtatorExport implements Export<Paper> {
    private final Appendable out;

    PubtatorExport(Appendable out) {
        this.out = out;
    }

    @Override
    public void add(Paper paper) throws IOException {
        String id = paper.pmid() == null ? paper.id() : paper.pmid();
        String title = line(paper.textOf(Span.TITLE));
        StringBuilder text = new StringBuilder();
        StringBuilder mentions = new StringBuilder();
        mentions(mentions, paper, id, Span.TITLE, 0);
        int offset = points(title) + 1;
        for (int section = 0; section < paper.sections().size(); section++) {
            String body = line(paper.textOf(section));
            text.append(section == 0 ? "" : " ").append(body);
            mentions(mentions, paper, id, section, offset);
            offset += points(body) + 1;
        }
        out.append(id).append("|t|").append(title).append('\n');
        out.append(id).append("|a|").append(text).append('\n');
        out.append(mentions).append('\n');
    }

    private static void mentions(StringBuilder lines, Paper paper, String id, int section, int offset) {
        String text = paper.textOf(section);
        for (Mention mention : paper.mentions()) {
            if (mention.section() == section) {
                int start = offset + text.codePointCount(0, mention.start());
                int end = offset + text.codePointCount(0, mention.end());
                lines.append(id)
                        .append('\t')
                        .append(start)
                        .append('\t')
                        .append(end)
                        .append('\t')
                        .append(line(text.substring(mention.start(), mention.end())))
                        .append('\t')
                        .append(type(mention.type()))
                        .append('\t')
                        .append(mention.concept())
                        .append('\n');
            }
        }
    }

    private static String type(MentionType type) {
        return switch (type) {
            case TREATMENT -> "Chemical";
            case CONDITION -> "Disease";
            case ORGANISM -> "Species";
            case ANTIBODY -> "Antibody";
            case SITE -> "Anatomy";
            case TEST -> "Test";
            case IMAGING -> "Imaging";
        };
    }

    /** As many characters as before, none of which ends a line or a cell. */
    private static String line(String text) {
        return text.replaceAll("[\\n\\r\\t\\u0085\\u2028\\u2029]", " ");
    }

    private static int points(String text) {
        return text.codePointCount(0, text.length());
    }

    @Override
    public void close() {}
}
