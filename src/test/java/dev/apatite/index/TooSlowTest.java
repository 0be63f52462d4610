package dev.apatite.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TooSlowTest {
    @TempDir
    private Path folder;

    @Test
    void aQuestionWhoseTimeIsOverIsRefusedAndTheNextIsAnswered() {
        try (PaperIndex index = PaperIndex.open(folder, Vocabulary.builtIn())) {
            try (IndexUpdate update = index.update()) {
                var paper = Papers.paper("one").title("A case of gout").build();
                update.put(paper, Papers.provenance(paper));
                update.commit();
            }
            PaperIndex.Reading<Integer> all =
                    view -> view.searcher().search(new MatchAllDocsQuery(), 10).scoreDocs.length;
            assertThatThrownBy(() -> index.read(Duration.ofNanos(-1), all)).isInstanceOf(TooSlow.class);
            assertThat(index.read(Duration.ofMinutes(1), all)).isPositive();
        }
    }
}
