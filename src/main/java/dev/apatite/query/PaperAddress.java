package dev.apatite.query;

import dev.apatite.index.Schema;
import dev.apatite.text.Identifiers;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;

/** What a paper can be asked for by: its id, or as whatever of PMID, PMCID and DOI the text can be read. */
public final class PaperAddress {
    private static final Pattern PMID = Pattern.compile("(?:pmid:?\\s*|med[:/])?([0-9]{1,9})");
    private static final Pattern PMCID = Pattern.compile("(?:pmcid:?\\s*|pmc[:/])?(pmc[0-9]{1,10})(?:\\.[0-9]+)?");

    private PaperAddress() {}

    /** The document of the paper with this very id. */
    public static Optional<Integer> byId(IndexReader reader, String id) throws IOException {
        Term term = new Term(Schema.PAPER, id);
        for (LeafReaderContext leaf : reader.leaves()) {
            PostingsEnum block = leaf.reader().postings(term, PostingsEnum.NONE);
            if (block == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            int paper = -1;
            for (int doc = block.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = block.nextDoc()) {
                // The paper stands last in its block.
                paper = live == null || live.get(doc) ? doc : paper;
            }
            PostingsEnum papers = leaf.reader().postings(new Term(Schema.KIND, Schema.KIND_PAPER), PostingsEnum.NONE);
            if (paper >= 0 && papers != null && papers.advance(paper) == paper) {
                return Optional.of(leaf.docBase + paper);
            }
        }
        return Optional.empty();
    }

    /** The document of the paper that is meant. */
    public static Optional<Integer> document(IndexSearcher searcher, String typed) throws IOException {
        for (Query each : queries(typed)) {
            ScoreDoc[] found = searcher.search(each, 1).scoreDocs;
            if (found.length > 0) {
                return Optional.of(found[0].doc);
            }
        }
        return Optional.empty();
    }

    /** The papers that may be meant; what comes first is tried first. */
    public static List<Query> queries(String typed) {
        return readings(typed.strip()).stream()
                .<Query>map(each -> new BooleanQuery.Builder()
                        .add(each, Occur.FILTER)
                        .add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER)
                        .build())
                .toList();
    }

    /** In the order in which they are tried. */
    private static List<Query> readings(String typed) {
        Query id = term(Schema.PAPER, typed);
        String lower = typed.toLowerCase(Locale.ROOT);
        var pmid = PMID.matcher(lower);
        if (pmid.matches()) {
            return List.of(id, term(Schema.PMID, pmid.group(1)));
        }
        var pmcid = PMCID.matcher(lower);
        if (pmcid.matches()) {
            return List.of(id, term(Schema.PMCID, pmcid.group(1)));
        }
        String doi = Identifiers.wholeDoi(lower);
        return doi == null ? List.of(id) : List.of(id, term(Schema.DOI, doi));
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }
}
