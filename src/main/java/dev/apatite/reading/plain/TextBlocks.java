package dev.apatite.reading.plain;

import dev.apatite.reading.plain.TextBlock.Shape;
import dev.apatite.reading.shared.ConversionMarks;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.shared.LineEnds;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts a text into its blocks: at blank lines, marked headings, and headings that stand on a line of their own. */
final class TextBlocks {
    private static final Pattern MARKED = Pattern.compile("^ {0,3}(#{1,6})\\s+(.{1,400}?)\\s*#*\\s*$");
    private static final Pattern RULE = Pattern.compile("^\\s*(?:[-*_=~] ?){3,}\\s*$");
    private static final Pattern UNDERLINE = Pattern.compile("^\\s{0,3}(=+|-+)\\s*$");
    private static final Pattern BOLD_LINE = Pattern.compile("^\\s*(?:\\*\\*|__)([^*_]{1,300})(?:\\*\\*|__)[:.]?\\s*$");
    private static final Pattern PAGE_MARK = Pattern.compile(
            "(?i)^\\s*(?:<!--.{0,200}-->|\\{?page ?\\d{1,4}\\}?-*|-{2,} ?page ?\\d{1,4} ?-{2,}|```\\w{0,12}|!\\[[^\\]]{0,200}\\]\\([^)]{0,500}\\))\\s*$");
    private static final Pattern CELLS_RULE = Pattern.compile("[\\s|:+-]+");

    private static final int FEWEST_LINES = 5;
    private static final int LONG_LINE = 70;

    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<String> open = new ArrayList<>();

    private TextBlocks() {}

    static List<TextBlock> of(String text) {
        TextBlocks parting = new TextBlocks();
        List<String> lines = text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace('\f', '\n')
                .replace('\u2028', '\n')
                .replace('\u2029', '\n')
                .lines()
                .toList();
        boolean wrapped = isWrapped(lines);
        for (String line : lines) {
            parting.line(line);
            if (!wrapped && line.indexOf('\t') < 0 && line.indexOf('|') < 0) {
                parting.close();
            }
        }
        parting.close();
        return parting.blocks;
    }

    /**
     * Whether paragraphs go on from line to line. Word processors write each as one line, and none between them: then the
     * long lines end as sentences do.
     */
    private static boolean isWrapped(List<String> lines) {
        boolean apart = lines.stream()
                .limit(Math.max(0, lines.size() - 1))
                .anyMatch(line -> line.isBlank() || line.strip().startsWith("#"));
        if (apart || lines.size() < FEWEST_LINES) {
            return true;
        }
        List<String> texts = lines.stream()
                .map(String::strip)
                .filter(line -> line.length() > LONG_LINE)
                .toList();
        long ended = texts.stream()
                .filter(line -> LineEnds.isComplete(line) || line.endsWith(":"))
                .count();
        return 5 * ended < 4L * texts.size();
    }

    private void line(String line) {
        if (line.isBlank()
                || ConversionMarks.spaced(line).isBlank()
                || PAGE_MARK.matcher(line).matches()) {
            close();
            return;
        }
        Matcher marked = MARKED.matcher(line);
        if (marked.matches()) {
            close();
            add(
                    List.of(line),
                    List.of(ConversionMarks.strip(marked.group(2))),
                    Shape.HEADING,
                    marked.group(1).length());
            return;
        }
        if (UNDERLINE.matcher(line).matches()
                && open.size() == 1
                && line.strip().length() >= 3) {
            String heading = open.getFirst();
            open.clear();
            add(List.of(heading), List.of(ConversionMarks.strip(heading)), Shape.HEADING, line.contains("=") ? 1 : 2);
            return;
        }
        if (RULE.matcher(line).matches()) {
            close();
            return;
        }
        String printed = ConversionMarks.strip(line);
        boolean alone = BOLD_LINE.matcher(line).matches()
                || Headings.isKnown(printed) && printed.length() < 60 && !line.startsWith("|");
        if (alone && !insideSentence(printed)) {
            close();
            open.add(line);
            close();
            return;
        }
        open.add(line);
    }

    /** A known word on a line of its own may still be the end of a sentence that the line break cut. */
    private boolean insideSentence(String printed) {
        if (open.isEmpty()) {
            return false;
        }
        boolean lower = Character.isLowerCase(printed.codePointAt(0));
        return lower || printed.endsWith(".") && !LineEnds.isComplete(ConversionMarks.strip(open.getLast()));
    }

    private void close() {
        if (open.isEmpty()) {
            return;
        }
        List<String> raw = List.copyOf(open);
        open.clear();
        if (isTable(raw)) {
            add(
                    raw,
                    raw.stream()
                            .filter(row -> !CELLS_RULE.matcher(row).matches())
                            .map(TextBlocks::row)
                            .toList(),
                    Shape.TABLE,
                    0);
            return;
        }
        List<String> lines = raw.stream()
                .map(line -> ConversionMarks.strip(quoted(line)).replace('\t', ' '))
                .filter(line -> !line.isEmpty())
                .toList();
        boolean bold = raw.size() == 1 && BOLD_LINE.matcher(raw.getFirst()).matches();
        add(raw, lines, bold ? Shape.BOLD : Shape.PLAIN, 0);
    }

    private static boolean isTable(List<String> raw) {
        long bars = raw.stream()
                .filter(line -> line.strip().startsWith("|")
                        || line.chars().filter(c -> c == '|').count() >= 2)
                .count();
        long tabs = raw.stream().filter(line -> line.strip().indexOf('\t') > 0).count();
        return raw.size() > 1 && (bars == raw.size() || tabs * 3 >= raw.size() && tabs >= 2);
    }

    /** Cells between tabs; the bars of Markdown become tabs. */
    private static String row(String line) {
        String bare = line.strip();
        if (bare.startsWith("|")) {
            bare = bare.substring(1);
        }
        if (bare.endsWith("|")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        String[] cells = bare.split(bare.indexOf('|') >= 0 ? "\\|" : "\t", -1);
        List<String> printed = new ArrayList<>();
        for (String cell : cells) {
            printed.add(ConversionMarks.strip(cell).replace('\t', ' '));
        }
        return String.join("\t", printed);
    }

    private static String quoted(String line) {
        return line.startsWith("> ") ? line.substring(2) : line;
    }

    private void add(List<String> raw, List<String> lines, Shape shape, int level) {
        if (!lines.isEmpty() && lines.stream().anyMatch(line -> !line.isBlank())) {
            blocks.add(new TextBlock(raw, lines, shape, level));
        }
    }
}
