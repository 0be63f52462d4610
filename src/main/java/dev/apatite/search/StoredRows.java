package dev.apatite.search;

import dev.apatite.index.IndexView;
import dev.apatite.index.PaperTexts;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.index.StoredPapers;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.query.PaperAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;

/** Reads what is stored of single documents. For one request, by one thread. */
final class StoredRows {
    private final IndexSearcher searcher;
    private final StoredFields fields;
    private final StoredPapers stored;
    private final Map<String, Optional<StoredJson.Card>> cards = new HashMap<>();
    private final Cards lately;
    private final ShownTexts texts;

    StoredRows(IndexView view) {
        searcher = view.searcher();
        stored = view.attachment(StoredPapers.class, "", any -> new StoredPapers());
        lately = view.attachment(Cards.class, "", any -> new Cards());
        texts = view.attachment(ShownTexts.class, "", any -> new ShownTexts());
        try {
            fields = searcher.storedFields();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The card of the paper in a document. */
    StoredJson.Card card(int document) throws IOException {
        StoredJson.Card known = lately.of(document);
        if (known == null) {
            known = stored.card(fields, document);
            lately.keep(document, known);
        }
        return known;
    }

    /** The card of a paper by its id. */
    Optional<StoredJson.Card> card(String id) throws IOException {
        Optional<StoredJson.Card> known = cards.get(id);
        if (known == null) {
            Optional<Integer> document = PaperAddress.byId(searcher.getIndexReader(), id);
            known = document.isPresent() ? Optional.of(card(document.get())) : Optional.empty();
            cards.put(id, known);
        }
        return known;
    }

    /** The whole paper in a document. */
    Paper paper(int document) throws IOException {
        return stored.paper(fields, document);
    }

    /** The paper in a document as a catalogue lists it. */
    StoredPapers.Listed listed(int document) throws IOException {
        return stored.listed(fields, document);
    }

    /** The reference in a document. */
    Reference reference(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        return stored.reference(leaf.reader(), document - leaf.docBase);
    }

    /** The finding or patient in a document. */
    <T> T row(int document, Class<T> type) throws IOException {
        return stored.row(fields, document, type);
    }

    /** A finding or patient with what it takes to show it. */
    <T> StoredJson.Placed<T> placed(int document, Class<T> type) throws IOException {
        return stored.placed(fields, document, type);
    }

    /** The title, sections and tables of the paper in a document, whose card is read with them. */
    PaperTexts texts(int document) throws IOException {
        PaperTexts known = texts.of(document);
        if (known != null) {
            return known;
        }
        if (lately.of(document) == null) {
            StoredPapers.Shown shown = stored.shown(fields, document);
            lately.keep(document, shown.card());
            known = shown.texts();
        } else {
            known = stored.texts(fields, document);
        }
        texts.keep(document, known);
        return known;
    }

    /** The id of the paper that a document belongs to. */
    String paperOf(int document) throws IOException {
        return sorted(document, Schema.PAPER);
    }

    /** A document's only value in a field. */
    String sorted(int document, String field) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        SortedDocValues values = DocValues.getSorted(leaf.reader(), field);
        return values.advanceExact(document - leaf.docBase)
                ? values.lookupOrd(values.ordValue()).utf8ToString()
                : "";
    }

    /** The document of a paper, by whatever it can be asked for. */
    Optional<Integer> document(String address) throws IOException {
        return PaperAddress.document(searcher, address);
    }

    /** A card as the outside sees it. */
    static PaperCard outside(StoredJson.Card card) {
        return new PaperCard(
                card.id(),
                card.title(),
                card.authors(),
                card.journal(),
                card.year(),
                card.volume(),
                card.issue(),
                card.firstPage(),
                card.lastPage(),
                card.doi(),
                card.pmid(),
                card.pmcid(),
                card.sourceFile());
    }
}
