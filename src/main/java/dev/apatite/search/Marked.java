package dev.apatite.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * What a query marks in one field.
 *
 * @param terms wherever they stand, in their order
 * @param phrases terms side by side
 * @param patterns what terms may look like
 * @param near whether words are asked for near each other, in whatever order
 */
record Marked(List<BytesRef> terms, List<List<BytesRef>> phrases, List<AutomatonQuery> patterns, boolean near) {
    /** By the fields that the query names; what it demands not to be there is left out. */
    static Map<String, Marked> of(Query query) {
        Map<String, Gathered> fields = new LinkedHashMap<>();
        query.visit(new QueryVisitor() {
            @Override
            public void consumeTerms(Query leaf, Term... terms) {
                Gathered field = fields.computeIfAbsent(terms[0].field(), any -> new Gathered());
                if (leaf instanceof PhraseQuery phrase) {
                    field.phrase(phrase);
                } else {
                    for (Term each : terms) {
                        field.terms.add(each.bytes());
                    }
                }
            }

            @Override
            public void consumeTermsMatching(Query leaf, String field, Supplier<ByteRunAutomaton> automaton) {
                if (!(leaf instanceof AutomatonQuery pattern)) {
                    throw new IllegalArgumentException("not known how to mark " + leaf);
                }
                fields.computeIfAbsent(field, any -> new Gathered()).patterns.add(pattern);
            }
        });
        Map<String, Marked> marked = new LinkedHashMap<>();
        fields.forEach((field, all) -> marked.put(
                field,
                new Marked(List.copyOf(all.terms), List.copyOf(all.phrases), List.copyOf(all.patterns), all.near)));
        return marked;
    }

    private static final class Gathered {
        final Set<BytesRef> terms = new TreeSet<>();
        final List<List<BytesRef>> phrases = new ArrayList<>();
        final List<AutomatonQuery> patterns = new ArrayList<>();
        boolean near;

        void phrase(PhraseQuery phrase) {
            List<BytesRef> side = new ArrayList<>();
            for (Term each : phrase.getTerms()) {
                side.add(each.bytes());
            }
            int last = side.size() - 1;
            boolean together = phrase.getPositions()[last] - phrase.getPositions()[0] == last;
            near |= phrase.getSlop() > 0 || !together;
            phrases.add(side);
        }
    }
}
