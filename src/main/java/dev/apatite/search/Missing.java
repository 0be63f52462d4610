package dev.apatite.search;

import dev.apatite.query.CompiledQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;

/** Which of the words that were asked for papers lack. */
final class Missing {
    private Missing() {}

    /** For each row the words that it lacks, as they were typed; none where it has all that was asked for. */
    static List<List<String>> of(IndexSearcher searcher, Question question, ScoreDoc[] rows) throws IOException {
        List<Set<String>> missing = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            missing.add(new LinkedHashSet<>());
        }
        if (question.loose().isPresent() && rows.length > 0) {
            Set<Integer> exact =
                    Scores.of(searcher, question.loose().get().all(), rows).keySet();
            for (CompiledQuery.Part part : question.loose().get().parts()) {
                Set<Integer> having = Scores.of(searcher, part.ways(), rows).keySet();
                for (int i = 0; i < rows.length; i++) {
                    if (!exact.contains(rows[i].doc) && !having.contains(rows[i].doc)) {
                        missing.get(i).add(part.typed());
                    }
                }
            }
        }
        return missing.stream().map(List::copyOf).toList();
    }
}
