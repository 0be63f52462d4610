package dev.apatite.reading.html;

import dev.apatite.reading.draft.Furniture;
import dev.apatite.reading.draft.Furniture.Kind;
import dev.apatite.reading.plain.TextBlock;
import dev.apatite.reading.plain.TextBlock.Shape;
import dev.apatite.reading.shared.ConversionMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;

/** The blocks of a marked-up page in printed order: headings, paragraphs, list items, tables, captions. */
final class MarkupBlocks {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "body",
            "header",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "figure",
            "figcaption",
            "blockquote",
            "pre",
            "address",
            "hr",
            "details",
            "summary",
            "center",
            "fieldset",
            "tbody",
            "tr",
            "td",
            "caption");
    private static final Pattern CAPTION_CLASS =
            Pattern.compile("(?i).*(?:caption|fig-legend|figure__title|table-title).*");
    private static final int HEADINGS = 6;
    private static final int LONGEST_BOLD = 120;

    private final List<TextBlock> blocks = new ArrayList<>();
    private StringBuilder open = new StringBuilder();

    private final Furniture furniture;

    private MarkupBlocks(Furniture furniture) {
        this.furniture = furniture;
    }

    /** The blocks of the page; what is left out of it is counted. */
    static List<TextBlock> of(Document page, Furniture furniture) {
        MarkupBlocks walker = new MarkupBlocks(furniture);
        Element content = MarkupContent.of(page);
        walker.leaveOutAround(content);
        walker.walk(content);
        walker.close();
        return levelled(walker.blocks);
    }

    private void walk(Node node) {
        if (node instanceof TextNode text) {
            open.append(text.getWholeText());
            return;
        }
        if (!(node instanceof Element element) || leftOut(element)) {
            return;
        }
        String tag = element.normalName();
        switch (tag) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                close();
                String heading = inline(element);
                add(heading, heading.isEmpty() ? Shape.PLAIN : Shape.HEADING, tag.charAt(1) - '0');
            }
            case "table" -> {
                close();
                table(element);
            }
            case "figcaption", "caption" -> {
                close();
                add(inline(element), Shape.PLAIN, 0);
            }
            case "li" -> {
                close();
                item(element);
            }
            case "br" -> open.append('\n');
            case "sup" -> open.append("^{").append(element.text().strip()).append('}');
            case "img" -> {}
            default -> inside(element, tag);
        }
    }

    /** Counts what the page shows around the article's own element. */
    private void leaveOutAround(Element content) {
        for (Element part = content; part.parent() != null && !part.normalName().equals("body"); part = part.parent()) {
            for (Element beside : part.siblingElements()) {
                furniture.add(MarkupContent.isHidden(beside) ? Kind.HIDDEN : Kind.NAVIGATION, beside.text());
            }
        }
    }

    private boolean leftOut(Element element) {
        boolean out = MarkupContent.isBoilerplate(element);
        if (out) {
            furniture.add(MarkupContent.isHidden(element) ? Kind.HIDDEN : Kind.NAVIGATION, element.text());
        }
        return out;
    }

    private void inside(Element element, String tag) {
        boolean block = BLOCKS.contains(tag);
        if (block) {
            close();
        }
        if (CAPTION_CLASS.matcher(element.className()).matches()
                && element.select("p, div").size() < 12
                && block) {
            add(inline(element), Shape.PLAIN, 0);
            return;
        }
        if (tag.equals("p") && element.className().toLowerCase(Locale.ROOT).contains("title") && blocks.isEmpty()) {
            add(inline(element), Shape.HEADING, 1);
            return;
        }
        if (tag.equals("p") && isBold(element)) {
            add(inline(element), Shape.BOLD, 0);
            return;
        }
        element.childNodes().forEach(this::walk);
        if (block) {
            close();
        }
    }

    /** Whether a paragraph is one short line, all of it bold: how headings are set by hand. */
    private static boolean isBold(Element paragraph) {
        String text = paragraph.text();
        return text.length() <= LONGEST_BOLD
                && !text.isBlank()
                && paragraph.select("br, img, table, a").isEmpty()
                && paragraph.stream()
                        .filter(part -> !part.ownText().isBlank())
                        .allMatch(part -> part.closest("b, strong") != null);
    }

    private void item(Element item) {
        Element list = item.parent();
        boolean numbered = list != null && list.normalName().equals("ol");
        if (item.select("> ul, > ol, > table, > h3, > h4").isEmpty()
                && item.select("> p").size() < 2) {
            String text = inline(item);
            boolean printed = text.matches("(?s)\\[?\\(?\\d{1,3}[.)\\]].*");
            if (numbered && !printed && !text.isEmpty()) {
                text = position(item) + ". " + text;
            }
            add(text, Shape.PLAIN, 0);
            return;
        }
        item.childNodes().forEach(this::walk);
        close();
    }

    private static int position(Element item) {
        String value = item.attr("value");
        if (value.matches("\\d{1,4}")) {
            return Integer.parseInt(value);
        }
        Element list = item.parent();
        String start = list == null ? "" : list.attr("start");
        int position = start.matches("\\d{1,4}") ? Integer.parseInt(start) : 1;
        for (Element before = item.previousElementSibling(); before != null; before = before.previousElementSibling()) {
            position += before.normalName().equals("li") ? 1 : 0;
        }
        return position;
    }

    private String inline(Element element) {
        StringBuilder text = new StringBuilder();
        inline(element, text);
        return text.toString();
    }

    private void inline(Node node, StringBuilder text) {
        for (Node child : node.childNodes()) {
            if (child instanceof TextNode characters) {
                text.append(characters.getWholeText());
            } else if (child instanceof Element element && !leftOut(element)) {
                switch (element.normalName()) {
                    case "sup" ->
                        text.append("^{").append(element.text().strip()).append('}');
                    case "br", "p", "div", "li", "td", "span" -> {
                        boolean apart = !element.normalName().equals("span");
                        text.append(apart ? " " : "");
                        inline(element, text);
                        text.append(apart ? " " : "");
                    }
                    default -> inline(element, text);
                }
            }
        }
    }

    private void table(Element table) {
        Element caption = table.selectFirst("caption");
        if (caption != null) {
            add(inline(caption), Shape.PLAIN, 0);
        }
        Elements rows = table.select("tr");
        if (rows.size() < 2 || table.select("table").size() > 1) {
            // A table that only lays the page out.
            rows.forEach(row -> row.children().forEach(cell -> {
                cell.childNodes().forEach(this::walk);
                close();
            }));
            return;
        }
        List<String> lines = new ArrayList<>();
        for (Element row : rows) {
            List<String> cells = new ArrayList<>();
            for (Element cell : row.select("> td, > th")) {
                cells.add(printed(inline(cell)).replace('\t', ' '));
            }
            if (!cells.isEmpty()) {
                lines.add(String.join("\t", cells));
            }
        }
        if (lines.stream().anyMatch(line -> !line.isBlank())) {
            blocks.add(new TextBlock(lines, lines, Shape.TABLE, 0));
        }
    }

    private void close() {
        String text = open.toString();
        open = new StringBuilder();
        for (String line : text.split("\n\\s*\n", -1)) {
            add(line, Shape.PLAIN, 0);
        }
    }

    private void add(String text, Shape shape, int level) {
        String raw = ConversionMarks.spaced(text).replaceAll("\\s+", " ").strip();
        String line = printed(raw);
        if (!line.isEmpty()) {
            blocks.add(new TextBlock(List.of(raw), List.of(line), shape, level));
        }
    }

    private static String printed(String text) {
        return ConversionMarks.raisedMarks(
                ConversionMarks.spaced(text).replaceAll("\\s+", " ").strip());
    }

    /** The title stays on top; the headings below it count from 1, whichever level the page begins with. */
    private static List<TextBlock> levelled(List<TextBlock> blocks) {
        List<TextBlock> levelled = new ArrayList<>();
        long ones = blocks.stream()
                .filter(block -> block.shape() == Shape.HEADING && block.level() == 1)
                .count();
        int top = HEADINGS;
        for (TextBlock block : blocks) {
            if (block.shape() == Shape.HEADING && (block.level() > 1 || ones > 1)) {
                top = Math.min(top, block.level());
            }
        }
        for (TextBlock block : blocks) {
            boolean heading = block.shape() == Shape.HEADING;
            levelled.add(
                    heading
                            ? new TextBlock(
                                    block.raw(), block.lines(), Shape.HEADING, Math.max(1, block.level() - top + 1))
                            : block);
        }
        return levelled;
    }
}
