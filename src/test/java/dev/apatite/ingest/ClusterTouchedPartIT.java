package dev.apatite.ingest;

import dev.apatite.index.PaperStore;
import dev.apatite.opensearch.ClusterIndex;
import dev.apatite.opensearch.ClusterSettings;
import dev.apatite.opensearch.NeedsOpenSearch;
import dev.apatite.opensearch.OpenSearchNodes;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same made-up corpora change in a cluster, and lead to what an index holds that is built from nothing. */
@NeedsOpenSearch
class ClusterTouchedPartIT {
    private static final int STEPS = 6;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void aChangeLeadsToTheIndexThatIsBuiltFromNothing(int seed) throws IOException, InterruptedException {
        TouchedPartTest made = new TouchedPartTest();
        made.folder = folder;
        ClusterSettings settings =
                new ClusterSettings(OpenSearchNodes.one(), "touched-" + System.nanoTime(), null, null, 2, 0);
        try (PaperStore cluster = ClusterIndex.open(settings, folder.resolve("beside"), Vocabulary.builtIn())) {
            made.changeAtRandom(cluster, seed, STEPS);
        }
    }
}
