package dev.apatite.index;

import dev.apatite.paper.Annotations;
import dev.apatite.paper.Citation;
import dev.apatite.paper.Content;
import dev.apatite.paper.Finding;
import dev.apatite.paper.PageStart;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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
        document.add(new StoredField(Schema.TEXT, packed(bytes(out -> PaperBytes.writeText(out, paper)))));
        document.add(new StoredField(Schema.SPANS, packed(bytes(out -> PaperBytes.writeSpans(out, paper)))));
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
        String title = PaperBytes.readNullable(in);
        return PaperTexts.of(title, PaperBytes.readSections(in), PaperBytes.readTables(in), PaperBytes.readPages(in));
    }

    /** The whole paper, as it was put. */
    public Paper paper(StoredFields fields, int document) throws IOException {
        Document stored = fields.document(document, Set.of(Schema.CARD, Schema.TEXT, Schema.SPANS, Schema.ENTRIES));
        Paper bare = sheet(stored).bare();
        DataInput text = unpacked(stored, Schema.TEXT);
        PaperBytes.readNullable(text);
        List<Section> sections = PaperBytes.readSections(text);
        List<Table> tables = PaperBytes.readTables(text);
        List<PageStart> pages = PaperBytes.readPages(text);
        DataInput spans = unpacked(stored, Schema.SPANS);
        References cited = references(stored);
        int first = document - cited.found - cited.reported;
        List<Finding> findings = rows(fields, first, cited.found, Finding.class);
        List<Patient> patients = rows(fields, first + cited.found, cited.reported, Patient.class);
        List<String> warnings = PaperBytes.readStrings(spans);
        List<Citation> citations = PaperBytes.readCitations(spans);
        Paper unmarked = bare.with(new Content(sections, tables, cited.all(), citations, pages), Annotations.NONE)
                .withWarnings(warnings);
        return unmarked.annotated(PaperBytes.readMentions(spans, unmarked), patients, findings);
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
        PaperBytes.readStrings(spans);
        PaperBytes.readCitations(spans);
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
                    all.add(PaperBytes.readReference(some));
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
                PaperBytes.readReference(some);
            }
            return PaperBytes.readReference(some);
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
                    PaperBytes.writeReference(to, each);
                }
            }));
        }
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
