package dev.apatite.index;

import dev.apatite.paper.Annotations;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Citation;
import dev.apatite.paper.Content;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.PageStart;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
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
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a paper, each part for a use of its own: where it comes from, the card that lists show, the outline
 * that it is compared by, its text, and what points into the text. References, findings and patients are stored in their
 * own documents in front of it. Only a whole paper needs all of them. Safe to share between threads.
 */
public final class StoredPapers {
    private final StoredJson json = new StoredJson();

    /** Adds all parts to the paper's own document, the shorter ones first. */
    void add(Document document, Paper paper) throws IOException {
        document.add(new StoredField(Schema.CARD, json.write(StoredJson.Card.of(paper))));
        document.add(new StoredField(Schema.OUTLINE, json.write(PaperOutline.Stub.of(paper))));
        document.add(new StoredField(Schema.TEXT, bytes(out -> writeText(out, paper))));
        document.add(new StoredField(Schema.SPANS, bytes(out -> writeSpans(out, paper))));
    }

    private interface Writing {
        void to(DataOutput out) throws IOException;
    }

    private static BytesRef bytes(Writing writing) throws IOException {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        writing.to(out);
        return new BytesRef(out.toArrayCopy());
    }

    /** The paper as a list shows it. */
    public StoredJson.Card card(StoredFields fields, int document) throws IOException {
        return json.read(text(fields, document, Schema.CARD), StoredJson.Card.class);
    }

    /** A finding, patient, reference or failure in a document of its own. */
    public <T> T row(StoredFields fields, int document, Class<T> type) throws IOException {
        return json.read(text(fields, document, Schema.JSON), type);
    }

    /** A finding or patient with what it takes to show it. */
    public <T> StoredJson.Placed<T> placed(StoredFields fields, int document, Class<T> type) throws IOException {
        Document stored = fields.document(document, Set.of(Schema.JSON, Schema.PLACE));
        return new StoredJson.Placed<>(
                json.read(required(stored.get(Schema.JSON), Schema.JSON), type),
                json.read(required(stored.get(Schema.PLACE), Schema.PLACE), StoredJson.Place.class));
    }

    /** A paper's card and its text, which are unpacked together. */
    public record Shown(StoredJson.Card card, PaperTexts texts) {}

    /** What it takes to show a paper with its sentences. */
    public Shown shown(StoredFields fields, int document) throws IOException {
        Document stored = fields.document(document, Set.of(Schema.CARD, Schema.TEXT));
        return new Shown(
                json.read(required(stored.get(Schema.CARD), Schema.CARD), StoredJson.Card.class), texts(stored));
    }

    /** The texts of the paper's title, sections and tables; its reference list and other fields are left out. */
    public PaperTexts texts(StoredFields fields, int document) throws IOException {
        return texts(fields.document(document, Set.of(Schema.TEXT)));
    }

    private static PaperTexts texts(Document stored) throws IOException {
        DataInput in = binary(stored, Schema.TEXT);
        String title = readNullable(in);
        return PaperTexts.of(title, readSections(in), readTables(in), readPages(in));
    }

    /** The whole paper, as it was put. */
    public Paper paper(StoredFields fields, int document) throws IOException {
        Document stored = fields.document(document, Set.of(Schema.OUTLINE, Schema.TEXT, Schema.SPANS));
        Paper bare = json.read(required(stored.get(Schema.OUTLINE), Schema.OUTLINE), PaperOutline.Stub.class)
                .bare();
        DataInput text = binary(stored, Schema.TEXT);
        readNullable(text);
        List<Section> sections = readSections(text);
        List<Table> tables = readTables(text);
        List<PageStart> pages = readPages(text);
        DataInput spans = binary(stored, Schema.SPANS);
        int cited = spans.readVInt();
        int found = spans.readVInt();
        int reported = spans.readVInt();
        int first = document - cited - found - reported;
        List<Reference> references = rows(fields, first, cited, Reference.class);
        List<Finding> findings = rows(fields, first + cited, found, Finding.class);
        List<Patient> patients = rows(fields, first + cited + found, reported, Patient.class);
        List<String> warnings = readStrings(spans);
        List<Citation> citations = readCitations(spans);
        Paper unmarked = bare.with(new Content(sections, tables, references, citations, pages), Annotations.NONE)
                .withWarnings(warnings);
        return unmarked.annotated(readMentions(spans, unmarked), patients, findings);
    }

    /** The paper without its text and references. */
    Paper bare(StoredFields fields, int document) throws IOException {
        return json.read(text(fields, document, Schema.OUTLINE), PaperOutline.Stub.class)
                .bare();
    }

    /**
     * A paper as a catalogue lists it.
     *
     * @param bare the paper without its text, its references and what was recognised in it
     * @param references how many it has
     * @param mentioned how many different concepts it mentions
     */
    public record Listed(Paper bare, int references, int mentioned) {}

    /** What a catalogue lists, without reading the text or one document more. */
    public Listed listed(StoredFields fields, int document) throws IOException {
        Document stored = fields.document(document, Set.of(Schema.OUTLINE, Schema.SPANS));
        Paper bare = json.read(required(stored.get(Schema.OUTLINE), Schema.OUTLINE), PaperOutline.Stub.class)
                .bare();
        DataInput spans = binary(stored, Schema.SPANS);
        int references = spans.readVInt();
        spans.readVInt();
        spans.readVInt();
        readStrings(spans);
        readCitations(spans);
        return new Listed(bare, references, spans.readVInt());
    }

    /** The paper's references alone. */
    List<Reference> references(StoredFields fields, int document) throws IOException {
        DataInput spans = binary(fields.document(document, Set.of(Schema.SPANS)), Schema.SPANS);
        return rows(fields, first(fields, document), spans.readVInt(), Reference.class);
    }

    /** The first document of the paper's block. */
    int first(StoredFields fields, int document) throws IOException {
        DataInput spans = binary(fields.document(document, Set.of(Schema.SPANS)), Schema.SPANS);
        return document - spans.readVInt() - spans.readVInt() - spans.readVInt();
    }

    private <T> List<T> rows(StoredFields fields, int from, int number, Class<T> type) throws IOException {
        List<T> rows = new ArrayList<>(number);
        for (int i = from; i < from + number; i++) {
            rows.add(row(fields, i, type));
        }
        return rows;
    }

    private static void writeText(DataOutput out, Paper paper) throws IOException {
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

    private static List<PageStart> readPages(DataInput in) throws IOException {
        int number = in.readVInt();
        List<PageStart> pages = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            pages.add(new PageStart(in.readVInt(), in.readVInt(), in.readVInt()));
        }
        return pages;
    }

    private static List<Section> readSections(DataInput in) throws IOException {
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

    private static List<Table> readTables(DataInput in) throws IOException {
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

    /** How many documents stand in front of the paper, and what is neither bibliography nor text nor one of them. */
    private static void writeSpans(DataOutput out, Paper paper) throws IOException {
        out.writeVInt(paper.references().size());
        out.writeVInt(paper.findings().size());
        out.writeVInt(paper.patients().size());
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

    private static List<Citation> readCitations(DataInput in) throws IOException {
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

    private static List<Mention> readMentions(DataInput in, Paper paper) throws IOException {
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

    private static @Nullable String readNullable(DataInput in) throws IOException {
        return in.readByte() == 0 ? null : in.readString();
    }

    private static void writeStrings(DataOutput out, List<String> texts) throws IOException {
        out.writeVInt(texts.size());
        for (String each : texts) {
            out.writeString(each);
        }
    }

    private static List<String> readStrings(DataInput in) throws IOException {
        int number = in.readVInt();
        List<String> texts = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            texts.add(in.readString());
        }
        return texts;
    }

    private static String text(StoredFields fields, int document, String field) throws IOException {
        return required(fields.document(document, Set.of(field)).get(field), field);
    }

    private static DataInput binary(Document stored, String field) throws IOException {
        BytesRef bytes = stored.getBinaryValue(field);
        if (bytes == null) {
            throw new IOException("a document has no " + field);
        }
        return new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    }

    private static String required(@Nullable String text, String field) throws IOException {
        if (text == null) {
            throw new IOException("a document has no " + field);
        }
        return text;
    }
}
