package dev.apatite.search;

import dev.apatite.query.CompiledQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
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
            Documents all = Gathering.unscored(searcher, question.loose().get().all());
            ScoreDoc[] others =
                    Arrays.stream(rows).filter(each -> !all.has(each.doc)).toArray(ScoreDoc[]::new);
            for (CompiledQuery.Part part : others.length == 0
                    ? List.<CompiledQuery.Part>of()
                    : question.loose().get().parts()) {
                Set<Integer> having = Scores.matching(searcher, part.ways(), others);
                for (int i = 0; i < rows.length; i++) {
                    if (!all.has(rows[i].doc) && !having.contains(rows[i].doc)) {
                        missing.get(i).add(part.typed());
                    }
                }
            }
        }
        return missing.stream().map(List::copyOf).toList();
    }
}
