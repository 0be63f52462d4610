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
import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a paper, each part packed for a use of its own ({@link Packing}): the card that lists show and papers are
 * compared by, its text, what points into the text, and its references. Findings and patients are stored in their own
 * documents in front of it. Only a whole paper needs all of them. Safe to share between threads.
 */
public final class StoredPapers {
    /** As many references as are packed, and read, together. */
    private static final int TOGETHER = 8;

    private final StoredJson json = new StoredJson();
    private final Packing packing = Packing.load();

    /** Adds all parts to the paper's own document, the shorter ones first. */
    void add(Document document, Paper paper, PaperKeys keys) throws IOException {
        document.add(new StoredField(Schema.CARD, packed(utf8(json.write(StoredJson.Sheet.of(paper))))));
        document.add(new StoredField(Schema.TEXT, packed(bytes(out -> writeText(out, paper)))));
        document.add(new StoredField(Schema.SPANS, packed(bytes(out -> writeSpans(out, paper)))));
        document.add(new StoredField(Schema.ENTRIES, new BytesRef(bytes(out -> writeReferences(out, paper)))));
        Kin kin = new Kin(keys.readings(), keys.kinship());
        if (!kin.equals(Kin.NONE)) {
            document.add(new StoredField(Schema.KIN, packed(utf8(json.write(kin)))));
        }
    }

    /** Adds a finding, patient or failure to a document of its own. */
    void addRow(Document document, Object row) throws IOException {
        document.add(new StoredField(Schema.JSON, packed(utf8(json.write(row)))));
    }

    /** Adds a finding or patient, and where it stands in its paper, to a document of its own. */
    void addRow(Document document, Object row, StoredJson.Place place) throws IOException {
        document.add(new StoredField(Schema.JSON, packed(utf8(json.write(place) + '\n' + json.write(row)))));
    }

    private interface Writing {
        void to(DataOutput out) throws IOException;
    }

    private static byte[] bytes(Writing writing) throws IOException {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        writing.to(out);
        return out.toArrayCopy();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private BytesRef packed(byte[] piece) throws IOException {
        return new BytesRef(bytes(out -> packing.write(out, piece)));
    }

    /** The paper as a list shows it. */
    public StoredJson.Card card(StoredFields fields, int document) throws IOException {
        return sheet(fields.document(document, Set.of(Schema.CARD))).card();
    }

    private StoredJson.Sheet sheet(Document stored) throws IOException {
        return json.read(packing.read(binary(stored, Schema.CARD)), StoredJson.Sheet.class);
    }

    /** A finding, patient or failure in a document of its own. */
    public <T> T row(StoredFields fields, int document, Class<T> type) throws IOException {
        String row = json(fields, document);
        return json.read(row.substring(row.indexOf('\n') + 1), type);
    }

    /** A finding or patient with what it takes to show it. */
    public <T> StoredJson.Placed<T> placed(StoredFields fields, int document, Class<T> type) throws IOException {
        String row = json(fields, document);
        int place = row.indexOf('\n');
        if (place < 0) {
            throw new IOException("a document has no place in its paper");
        }
        return new StoredJson.Placed<>(
                json.read(row.substring(place + 1), type), json.read(row.substring(0, place), StoredJson.Place.class));
    }

    private String json(StoredFields fields, int document) throws IOException {
        ByteArrayDataInput in = binary(fields.document(document, Set.of(Schema.JSON)), Schema.JSON);
        return new String(packing.read(in), StandardCharsets.UTF_8);
    }

    /** A paper's card and its text, which are read together. */
    public record Shown(StoredJson.Card card, PaperTexts texts) {}

    /** What it takes to show a paper with its sentences. */
    public Shown shown(StoredFields fields, int document) throws IOException {
        Document stored = fields.document(document, Set.of(Schema.CARD, Schema.TEXT));
        return new Shown(sheet(stored).card(), texts(stored));
    }

    /** The texts of the paper's title, sections and tables; its reference list and other fields are left out. */
    public PaperTexts texts(StoredFields fields, int document) throws IOException {
        return texts(fields.document(document, Set.of(Schema.TEXT)));
    }

    private PaperTexts texts(Document stored) throws IOException {
        DataInput in = unpacked(stored, Schema.TEXT);
        String title = readNullable(in);
        return PaperTexts.of(title, readSections(in), readTables(in), readPages(in));
    }

    /** The whole paper, as it was put. */
    public Paper paper(StoredFields fields, int document) throws IOException {
        Document stored = fields.document(document, Set.of(Schema.CARD, Schema.TEXT, Schema.SPANS, Schema.ENTRIES));
        Paper bare = sheet(stored).bare();
        DataInput text = unpacked(stored, Schema.TEXT);
        readNullable(text);
        List<Section> sections = readSections(text);
        List<Table> tables = readTables(text);
        List<PageStart> pages = readPages(text);
        DataInput spans = unpacked(stored, Schema.SPANS);
        References cited = references(stored);
        int first = document - cited.found - cited.reported;
        List<Finding> findings = rows(fields, first, cited.found, Finding.class);
        List<Patient> patients = rows(fields, first + cited.found, cited.reported, Patient.class);
        List<String> warnings = readStrings(spans);
        List<Citation> citations = readCitations(spans);
        Paper unmarked = bare.with(new Content(sections, tables, cited.all(), citations, pages), Annotations.NONE)
                .withWarnings(warnings);
        return unmarked.annotated(readMentions(spans, unmarked), patients, findings);
    }

    /** What a paper is compared by beside its sheet; papers of one file and one version, with little text, have nothing. */
    record Kin(List<OneReading> readings, Kinship kinship) {
        static final Kin NONE = new Kin(List.of(), Kinship.NONE);

        Kin {
            readings = List.copyOf(readings);
        }
    }

    /** What a paper was put with for comparing it. */
    Kin kin(StoredFields fields, int document) throws IOException {
        Document stored = fields.document(document, Set.of(Schema.KIN));
        return stored.getBinaryValue(Schema.KIN) == null
                ? Kin.NONE
                : json.read(packing.read(binary(stored, Schema.KIN)), Kin.class);
    }

    /** What papers are compared by. */
    StoredJson.Sheet sheet(StoredFields fields, int document) throws IOException {
        return sheet(fields.document(document, Set.of(Schema.CARD)));
    }

    /** The paper without its text and references. */
    Paper bare(StoredFields fields, int document) throws IOException {
        return sheet(fields, document).bare();
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
        Document stored = fields.document(document, Set.of(Schema.CARD, Schema.SPANS, Schema.ENTRIES));
        DataInput spans = unpacked(stored, Schema.SPANS);
        readStrings(spans);
        readCitations(spans);
        return new Listed(sheet(stored).bare(), references(stored).cited, spans.readVInt());
    }

    /** The references that are stored with a paper. */
    References references(StoredFields fields, int document) throws IOException {
        return references(fields.document(document, Set.of(Schema.ENTRIES)));
    }

    private References references(Document stored) throws IOException {
        return new References(binary(stored, Schema.ENTRIES));
    }

    /** The reference list of a paper, unpacked as far as it is asked for. */
    final class References {
        /** How many references, findings and patients stand in front of the paper. */
        final int cited;

        final int found;
        final int reported;
        private final ByteArrayDataInput in;

        private References(ByteArrayDataInput in) {
            this.in = in;
            cited = in.readVInt();
            found = in.readVInt();
            reported = in.readVInt();
        }

        /** All of them, once. */
        List<Reference> all() throws IOException {
            List<Reference> all = new ArrayList<>(cited);
            while (all.size() < cited) {
                ByteArrayDataInput some = new ByteArrayDataInput(packing.read(in));
                for (int i = Math.min(TOGETHER, cited - all.size()); i > 0; i--) {
                    all.add(readReference(some));
                }
            }
            return all;
        }

        /** One of them, by its place in the list, instead of all. */
        Reference at(int place) throws IOException {
            if (place < 0 || place >= cited) {
                throw new IOException("a paper has no reference " + place);
            }
            for (int i = place / TOGETHER; i > 0; i--) {
                packing.skip(in);
            }
            ByteArrayDataInput some = new ByteArrayDataInput(packing.read(in));
            for (int i = place % TOGETHER; i > 0; i--) {
                readReference(some);
            }
            return readReference(some);
        }
    }

    /** The reference of a document of its own. */
    public Reference reference(LeafReader leaf, int document) throws IOException {
        PostingsEnum papers = leaf.postings(new Term(Schema.KIND, Schema.KIND_PAPER), PostingsEnum.NONE);
        int paper = papers == null ? DocIdSetIterator.NO_MORE_DOCS : papers.advance(document);
        if (paper == DocIdSetIterator.NO_MORE_DOCS) {
            throw new IOException("a reference has no paper");
        }
        References references = references(leaf.storedFields(), paper);
        int first = paper - references.cited - references.found - references.reported;
        return references.at(document - first);
    }

    private <T> List<T> rows(StoredFields fields, int from, int number, Class<T> type) throws IOException {
        List<T> rows = new ArrayList<>(number);
        for (int i = from; i < from + number; i++) {
            rows.add(row(fields, i, type));
        }
        return rows;
    }

    /** How many documents stand in front of the paper, and the references. */
    private void writeReferences(DataOutput out, Paper paper) throws IOException {
        List<Reference> all = paper.references();
        out.writeVInt(all.size());
        out.writeVInt(paper.findings().size());
        out.writeVInt(paper.patients().size());
        for (int i = 0; i < all.size(); i += TOGETHER) {
            List<Reference> some = all.subList(i, Math.min(all.size(), i + TOGETHER));
            packing.write(out, bytes(to -> {
                for (Reference each : some) {
                    writeReference(to, each);
                }
            }));
        }
    }

    private static void writeReference(DataOutput out, Reference reference) throws IOException {
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

    private static Reference readReference(DataInput in) throws IOException {
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

    /** What is neither bibliography nor text nor has a document in front of the paper. */
    private static void writeSpans(DataOutput out, Paper paper) throws IOException {
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

    private DataInput unpacked(Document stored, String field) throws IOException {
        return new ByteArrayDataInput(packing.read(binary(stored, field)));
    }

    private static ByteArrayDataInput binary(Document stored, String field) throws IOException {
        BytesRef bytes = stored.getBinaryValue(field);
        if (bytes == null) {
            throw new IOException("a document has no " + field);
        }
        return new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    }
}
