package dev.apatite.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/** Where the papers of a segment come from, read in the order of its documents without the papers. */
final class ProvenanceColumns {
    private static final int HASH = 32;
    private static final HexFormat HEX = HexFormat.of();

    private final BinaryDocValues files;
    private final SortedDocValues readers;
    private final SortedDocValues annotators;
    private final SortedDocValues keys;
    private final SortedDocValues ids;
    private int lastKeys = -1;
    private String version = "";
    private int lastReader = -1;
    private String reader = "";
    private int lastAnnotator = -1;
    private String annotator = "";

    ProvenanceColumns(LeafReader leaf) throws IOException {
        files = DocValues.getBinary(leaf, Schema.PROVENANCE);
        readers = DocValues.getSorted(leaf, Schema.READER);
        annotators = DocValues.getSorted(leaf, Schema.ANNOTATOR);
        keys = DocValues.getSorted(leaf, Schema.KEYED);
        ids = DocValues.getSorted(leaf, Schema.PAPER);
    }

    static void add(Document document, Provenance provenance) throws IOException {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        out.writeVInt(provenance.files().size());
        for (SourceFile file : provenance.files()) {
            out.writeString(file.path());
            byte[] hash = hash(file.contentHash());
            out.writeByte((byte) hash.length);
            out.writeBytes(hash, hash.length);
            if (hash.length == 0) {
                out.writeString(file.contentHash());
            }
            out.writeZLong(file.size());
            out.writeZLong(file.modified());
        }
        document.add(new BinaryDocValuesField(Schema.PROVENANCE, new BytesRef(out.toArrayCopy())));
        document.add(new SortedDocValuesField(Schema.READER, new BytesRef(provenance.readerVersion())));
        document.add(new SortedDocValuesField(Schema.ANNOTATOR, new BytesRef(provenance.annotatorVersion())));
    }

    /** The bytes that a hash stands for; none where it is no hash of usual length. */
    private static byte[] hash(String hash) {
        if (hash.length() != 2 * HASH
                || !hash.chars().allMatch(each -> each >= '0' && each <= '9' || each >= 'a' && each <= 'f')) {
            return new byte[0];
        }
        return HEX.parseHex(hash);
    }

    /** The paper of a document that is a paper's own. */
    StoredPaper paper(int document) throws IOException {
        if (!files.advanceExact(document) || !ids.advanceExact(document)) {
            throw new IOException("a paper has no provenance");
        }
        BytesRef bytes = files.binaryValue();
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        int number = in.readVInt();
        List<SourceFile> all = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            String path = in.readString();
            byte[] hash = new byte[in.readByte()];
            in.readBytes(hash, 0, hash.length);
            String printed = hash.length == 0 ? in.readString() : HEX.formatHex(hash);
            all.add(new SourceFile(path, printed, in.readZLong(), in.readZLong()));
        }
        return new StoredPaper(
                ids.lookupOrd(ids.ordValue()).utf8ToString(),
                new Provenance(all, reader(document), annotator(document)),
                keys(document));
    }

    private String keys(int document) throws IOException {
        if (!keys.advanceExact(document)) {
            return "";
        }
        if (keys.ordValue() != lastKeys) {
            lastKeys = keys.ordValue();
            version = keys.lookupOrd(lastKeys).utf8ToString();
        }
        return version;
    }

    private String reader(int document) throws IOException {
        if (readers.advanceExact(document) && readers.ordValue() != lastReader) {
            lastReader = readers.ordValue();
            reader = readers.lookupOrd(lastReader).utf8ToString();
        }
        return reader;
    }

    private String annotator(int document) throws IOException {
        if (annotators.advanceExact(document) && annotators.ordValue() != lastAnnotator) {
            lastAnnotator = annotators.ordValue();
            annotator = annotators.lookupOrd(lastAnnotator).utf8ToString();
        }
        return annotator;
    }
}
