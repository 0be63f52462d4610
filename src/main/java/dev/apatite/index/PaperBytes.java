package dev.apatite.index;

import dev.apatite.paper.Assertion;
import dev.apatite.paper.Citation;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.PageStart;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a paper as bytes: its text, what points into the text, a reference. What may be absent has a byte in front of
 * it that says so; a list has its length. What is written is read in the same order.
 */
final class PaperBytes {
    private PaperBytes() {}

    static void writeReference(DataOutput out, Reference reference) throws IOException {
        writeNullable(out, reference.label());
        out.writeString(reference.raw());
        out.writeVInt(reference.authors().size());
        for (PersonName each : reference.authors()) {
            writeNullable(out, each.family());
            writeNullable(out, each.given());
        }
        writeNullable(out, reference.title());
        writeNullable(out, reference.journal());
        out.writeByte((byte) (reference.year() == null ? 0 : 1));
        if (reference.year() != null) {
            out.writeZInt(reference.year());
        }
        writeNullable(out, reference.volume());
        writeNullable(out, reference.issue());
        writeNullable(out, reference.firstPage());
        writeNullable(out, reference.lastPage());
        writeNullable(out, reference.doi());
        writeNullable(out, reference.pmid());
        writeNullable(out, reference.url());
        writeNullable(out, reference.workId());
    }

    static Reference readReference(DataInput in) throws IOException {
        String label = readNullable(in);
        String raw = in.readString();
        int number = in.readVInt();
        List<PersonName> authors = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            authors.add(new PersonName(readNullable(in), readNullable(in)));
        }
        return new Reference(
                label,
                raw,
                authors,
                readNullable(in),
                readNullable(in),
                in.readByte() == 0 ? null : in.readZInt(),
                readNullable(in),
                readNullable(in),
                readNullable(in),
                readNullable(in),
                readNullable(in),
                readNullable(in),
                readNullable(in),
                readNullable(in));
    }

    static void writeText(DataOutput out, Paper paper) throws IOException {
        writeNullable(out, paper.title());
        out.writeVInt(paper.sections().size());
        for (Section section : paper.sections()) {
            out.writeByte((byte) section.kind().ordinal());
            writeNullable(out, section.heading());
            out.writeZInt(section.level());
            writeStrings(out, section.paragraphs());
        }
        out.writeVInt(paper.tables().size());
        for (Table table : paper.tables()) {
            out.writeZInt(table.section());
            out.writeVInt(table.rows().size());
            for (List<String> row : table.rows()) {
                writeStrings(out, row);
            }
        }
        out.writeVInt(paper.content().pages().size());
        for (PageStart each : paper.content().pages()) {
            out.writeVInt(each.section());
            out.writeVInt(each.start());
            out.writeVInt(each.page());
        }
    }

    static List<PageStart> readPages(DataInput in) throws IOException {
        int number = in.readVInt();
        List<PageStart> pages = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            pages.add(new PageStart(in.readVInt(), in.readVInt(), in.readVInt()));
        }
        return pages;
    }

    static List<Section> readSections(DataInput in) throws IOException {
        int number = in.readVInt();
        List<Section> sections = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            SectionKind kind = SectionKind.values()[in.readByte()];
            String heading = readNullable(in);
            int level = in.readZInt();
            sections.add(new Section(kind, heading, level, readStrings(in)));
        }
        return sections;
    }

    static List<Table> readTables(DataInput in) throws IOException {
        int number = in.readVInt();
        List<Table> tables = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            int section = in.readZInt();
            int rows = in.readVInt();
            List<List<String>> cells = new ArrayList<>(rows);
            for (int row = 0; row < rows; row++) {
                cells.add(readStrings(in));
            }
            tables.add(new Table(section, cells));
        }
        return tables;
    }

    /** What is neither bibliography nor text nor has a document in front of the paper. */
    static void writeSpans(DataOutput out, Paper paper) throws IOException {
        writeStrings(out, paper.warnings());
        out.writeVInt(paper.citations().size());
        for (Citation each : paper.citations()) {
            out.writeZInt(each.section());
            out.writeZInt(each.start());
            out.writeZInt(each.end() - each.start());
            out.writeVInt(each.references().size());
            for (int reference : each.references()) {
                out.writeZInt(reference);
            }
        }
        writeMentions(out, paper);
    }

    static List<Citation> readCitations(DataInput in) throws IOException {
        int number = in.readVInt();
        List<Citation> citations = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            int section = in.readZInt();
            int start = in.readZInt();
            int end = start + in.readZInt();
            int cited = in.readVInt();
            List<Integer> references = new ArrayList<>(cited);
            for (int k = 0; k < cited; k++) {
                references.add(in.readZInt());
            }
            citations.add(new Citation(section, start, end, references));
        }
        return citations;
    }

    /** What is mentioned, each once, and where. */
    private record Mentioned(String concept, String name, MentionType type) {}

    /** A mention's text is what stands at its place, and is stored only where it is not. */
    private static void writeMentions(DataOutput out, Paper paper) throws IOException {
        Map<Mentioned, Integer> numbers = new LinkedHashMap<>();
        for (Mention each : paper.mentions()) {
            numbers.putIfAbsent(new Mentioned(each.concept(), each.name(), each.type()), numbers.size());
        }
        out.writeVInt(numbers.size());
        for (Mentioned each : numbers.keySet()) {
            writeNullable(out, each.concept());
            writeNullable(out, each.name());
            out.writeByte((byte) each.type().ordinal());
        }
        out.writeVInt(paper.mentions().size());
        int before = 0;
        Printed printed = new Printed(paper);
        for (Mention each : paper.mentions()) {
            out.writeVInt(Objects.requireNonNull(numbers.get(new Mentioned(each.concept(), each.name(), each.type()))));
            out.writeZInt(each.section());
            out.writeZInt(each.start() - before);
            out.writeZInt(each.end() - each.start());
            before = each.start();
            out.writeByte((byte) each.assertion().ordinal());
            boolean asPrinted = each.text().equals(printed.at(each.section(), each.start(), each.end()));
            writeNullable(out, asPrinted ? null : each.text());
        }
    }

    static List<Mention> readMentions(DataInput in, Paper paper) throws IOException {
        List<Mentioned> mentioned = new ArrayList<>();
        for (int i = in.readVInt(); i > 0; i--) {
            mentioned.add(new Mentioned(
                    nonNull(readNullable(in)), nonNull(readNullable(in)), MentionType.values()[in.readByte()]));
        }
        int number = in.readVInt();
        List<Mention> mentions = new ArrayList<>(number);
        int before = 0;
        Printed printed = new Printed(paper);
        for (int i = 0; i < number; i++) {
            Mentioned what = mentioned.get(in.readVInt());
            int section = in.readZInt();
            int start = before + in.readZInt();
            int end = start + in.readZInt();
            before = start;
            Assertion assertion = Assertion.values()[in.readByte()];
            String text = readNullable(in);
            mentions.add(new Mention(
                    what.concept(),
                    what.name(),
                    what.type(),
                    text == null ? nonNull(printed.at(section, start, end)) : text,
                    section,
                    start,
                    end,
                    assertion));
        }
        return mentions;
    }

    /** The texts of a paper's sections, each put together once. */
    private static final class Printed {
        private final Paper paper;
        private final Map<Integer, String> texts = new LinkedHashMap<>();

        Printed(Paper paper) {
            this.paper = paper;
        }

        @Nullable
        String at(int section, int start, int end) {
            if (section < -1 || section >= paper.sections().size()) {
                return null;
            }
            String text = texts.computeIfAbsent(section, paper::textOf);
            return start >= 0 && start <= end && end <= text.length() ? text.substring(start, end) : null;
        }
    }

    private static String nonNull(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void writeNullable(DataOutput out, @Nullable String text) throws IOException {
        out.writeByte((byte) (text == null ? 0 : 1));
        if (text != null) {
            out.writeString(text);
        }
    }

    static @Nullable String readNullable(DataInput in) throws IOException {
        return in.readByte() == 0 ? null : in.readString();
    }

    private static void writeStrings(DataOutput out, List<String> texts) throws IOException {
        out.writeVInt(texts.size());
        for (String each : texts) {
            out.writeString(each);
        }
    }

    static List<String> readStrings(DataInput in) throws IOException {
        int number = in.readVInt();
        List<String> texts = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            texts.add(in.readString());
        }
        return texts;
    }
}
