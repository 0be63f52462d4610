package dev.apatite.cli;

import dev.apatite.engine.PlacedRecords;
import dev.apatite.index.IndexException;
import dev.apatite.opensearch.ClusterIndex;
import dev.apatite.opensearch.ClusterRecords;
import dev.apatite.opensearch.ClusterSettings;
import dev.apatite.review.ReaderRevisions;
import dev.apatite.review.Reviews;
import dev.apatite.review.SharedRecords;
import dev.apatite.search.ClusterSearcher;
import dev.apatite.search.EmbeddedSearcher;
import dev.apatite.search.EveryFinding;
import dev.apatite.search.RemoteSemantics;
import dev.apatite.search.Semantics;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which engine keeps the papers; commands that know both have it by {@code @Mixin}. */
final class EngineOption {
    /** Holds user, colon, password where no file does. */
    private static final String SIGN_IN = "APATITE_OPENSEARCH_SIGN_IN";

    enum Engine {
        lucene,
        opensearch
    }

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--engine",
            description = "What keeps the papers, ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
            defaultValue = "lucene")
    @SuppressWarnings("NullAway.Init")
    private Engine engine;

    @Option(
            names = "--nodes",
            paramLabel = "URL[,URL]",
            description = "The nodes of an OpenSearch cluster, such as https://search-1:9200; any of them answers.")
    private @Nullable String nodes;

    @Option(
            names = "--cluster-index",
            paramLabel = "NAME",
            description = "The name of the index in the cluster (default: ${DEFAULT-VALUE}).",
            defaultValue = "apatite")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--cluster-sign-in",
            paramLabel = "FILE",
            description =
                    "A file with one line, user:password, for the cluster; or the variable " + SIGN_IN + " holds it.")
    private @Nullable Path signIn;

    @Option(
            names = "--cluster-ca",
            paramLabel = "FILE",
            description = "Certificates (PEM) that sign those of the cluster's nodes.")
    private @Nullable Path authority;

    @Option(
            names = "--shards",
            paramLabel = "N",
            description = "In how many parts a new index stands in the cluster (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private int shards;

    @Option(
            names = "--replicas",
            paramLabel = "N",
            description = "On how many other nodes each part of a new index stands too (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private int replicas;

    /** Whether the papers are in a cluster. */
    boolean isCluster() {
        if (engine == Engine.lucene && nodes != null) {
            throw new CommandLine.ParameterException(command.commandLine(), "--nodes is for --engine opensearch");
        }
        return engine == Engine.opensearch;
    }

    /** Opens the index in the cluster, which need not exist yet, with papers as readers left them. */
    ClusterIndex cluster(IndexOption index, Vocabulary vocabulary) {
        return cluster(index, vocabulary, reviews(index));
    }

    /** The same with marks that are open already. */
    ClusterIndex cluster(IndexOption index, Vocabulary vocabulary, Reviews reviews) {
        return ClusterIndex.open(settings(), index.folder(), vocabulary, new ReaderRevisions(reviews));
    }

    /** Opens what readers said: in a cluster it is kept there for all servers, with a copy in the folder. */
    Reviews reviews(IndexOption index) {
        if (!isCluster()) {
            return Reviews.open(index.folder());
        }
        PlacedRecords records = ClusterRecords.open(settings(), "marks");
        return Reviews.open(index.folder(), new SharedRecords() {
            @Override
            public List<String> from(int place) {
                return records.from(place);
            }

            @Override
            public boolean put(int place, String record) {
                return records.put(place, record);
            }
        });
    }

    private ClusterSettings settings() {
        if (nodes == null) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--engine opensearch needs --nodes, the addresses of its nodes");
        }
        try {
            return new ClusterSettings(ClusterSettings.nodes(nodes), name, signIn(), authority, shards, replicas);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(
                    command.commandLine(), "--engine opensearch: " + e.getMessage(), e);
        }
    }

    private @Nullable String signIn() {
        if (signIn == null) {
            return System.getenv(SIGN_IN);
        }
        try {
            String line = Files.readString(signIn).strip();
            if (line.indexOf(':') < 1 || line.contains("\n")) {
                throw new IndexException(signIn + " is to hold one line, user:password");
            }
            return line;
        } catch (IOException e) {
            throw new IndexException("the file " + signIn + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Opens the papers for those who ask, and says what a cluster answers otherwise than the folder of an index. */
    OpenPapers openToAsk(IndexOption index, Vocabulary vocabulary, boolean meanings) {
        return isCluster() ? openCluster(index, vocabulary, meanings) : openFolder(index, vocabulary, meanings);
    }

    /** Opens the papers for those who only read, by words alone. */
    OpenPapers openToRead(IndexOption index, Vocabulary vocabulary) {
        return openToAsk(index, vocabulary, false);
    }

    private OpenPapers openCluster(IndexOption index, Vocabulary vocabulary, boolean meanings) {
        EveryFinding every = LatelyAsked.once(() -> index.annotator(vocabulary));
        ClusterIndex cluster = cluster(index, vocabulary);
        try {
            RemoteSemantics semantics = meanings ? RemoteSemantics.of(cluster) : RemoteSemantics.none();
            tellLacking(semantics);
            return new OpenPapers(
                    cluster, new ClusterSearcher(cluster, vocabulary, semantics, every), semantics::close);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Says where words are searched alone, for the cluster keeps no meanings. */
    void tellLacking(RemoteSemantics semantics) {
        semantics.lacking().ifPresent(why -> {
            PrintWriter err = command.commandLine().getErr();
            err.println("apatite: nothing is found by meaning: " + why);
            err.flush();
        });
    }

    private OpenPapers openFolder(IndexOption index, Vocabulary vocabulary, boolean meanings) {
        EveryFinding every = LatelyAsked.once(() -> index.annotator(vocabulary));
        Semantics semantics = meanings ? Semantics.beside(index.folder()) : Semantics.none();
        try {
            var papers = index.openToRead(vocabulary);
            return new OpenPapers(papers, new EmbeddedSearcher(papers, vocabulary, semantics, every), semantics::close);
        } catch (RuntimeException e) {
            semantics.close();
            throw e;
        }
    }
}
