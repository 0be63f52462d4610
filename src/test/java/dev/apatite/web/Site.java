package dev.apatite.web;

import static dev.apatite.index.Papers.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.PaperKeys;
import dev.apatite.index.PaperStore;
import dev.apatite.index.PaperUpdate;
import dev.apatite.index.Papers;
import dev.apatite.ingest.Absence;
import dev.apatite.ingest.Failure;
import dev.apatite.ingest.IngestReport;
import dev.apatite.ingest.IngestStatus;
import dev.apatite.ingest.WarningCount;
import dev.apatite.opensearch.ClusterIndex;
import dev.apatite.opensearch.ClusterRecords;
import dev.apatite.opensearch.ClusterSettings;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Finding;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Sex;
import dev.apatite.review.ReaderRevisions;
import dev.apatite.review.Reviews;
import dev.apatite.review.SharedRecords;
import dev.apatite.search.ClusterSearcher;
import dev.apatite.search.EmbeddedSearcher;
import dev.apatite.search.EveryFinding;
import dev.apatite.search.RemoteSemantics;
import dev.apatite.search.Searcher;
import dev.apatite.search.Semantics;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A real server on a free port, over four small papers of our own writing, and a client that follows no redirect. */
final class Site implements AutoCloseable {
    static final String HOSTILE_TITLE = "<script>alert(1)</script> & \"calcinosis\" in a title";

    private static final String DOUBTFUL = "STS binds calcium.";

    final AtomicBoolean ready = new AtomicBoolean(true);
    /** The files that the status says are away. */
    final AtomicReference<Absence> absence = new AtomicReference<>(new Absence(new TreeSet<>(), 4));

    final String address;
    final WebServer server;
    private final PaperStore index;
    private final Searcher searcher;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    Site(Path folder) {
        this(folder, Access.local());
    }

    Site(Path folder, Access access) {
        this(folder, papers(), access, Limits.standard());
    }

    Site(Path folder, List<Paper> papers) {
        this(folder, papers, Access.local(), Limits.standard());
    }

    Site(Path folder, Limits limits) {
        this(folder, papers(), Access.local(), limits);
    }

    Site(Path folder, List<Paper> papers, Limits limits) {
        this(folder, papers, Access.local(), limits);
    }

    /** A server whose answers pages of these origins may read. */
    static Site lending(Path folder, Set<String> readers) {
        return new Site(
                folder, papers(), new ServerSettings("127.0.0.1", 0, Access.local(), readers), Limits.standard());
    }

    private Site(Path folder, List<Paper> papers, Access access, Limits limits) {
        this(folder, papers, new ServerSettings("127.0.0.1", 0, access), limits);
    }

    private Site(Path folder, List<Paper> papers, ServerSettings settings, Limits limits) {
        this(folder, papers, settings, limits, Site::embedded);
    }

    private record Engine(PaperStore index, Searcher searcher) {}

    private interface Opening {
        Engine open(Path folder, Reviews reviews, Vocabulary vocabulary);
    }

    private static Engine embedded(Path folder, Reviews reviews, Vocabulary vocabulary) {
        PaperIndex index = PaperIndex.open(folder, vocabulary, new ReaderRevisions(reviews));
        return new Engine(index, new EmbeddedSearcher(index, vocabulary, Semantics.none(), every()));
    }

    /** The same site over the same papers in a cluster. */
    static Site overCluster(Path folder, ClusterSettings settings) {
        ClusterRecords marks = ClusterRecords.open(settings, "marks");
        return new Site(
                folder,
                Reviews.open(folder, new SharedRecords() {
                    @Override
                    public List<String> from(int place) {
                        return marks.from(place);
                    }

                    @Override
                    public boolean put(int place, String record) {
                        return marks.put(place, record);
                    }
                }),
                papers(),
                new ServerSettings("127.0.0.1", 0, Access.local()),
                Limits.standard(),
                (beside, reviews, vocabulary) -> {
                    ClusterIndex index = ClusterIndex.open(settings, beside, vocabulary, new ReaderRevisions(reviews));
                    return new Engine(index, new ClusterSearcher(index, vocabulary, RemoteSemantics.none(), every()));
                });
    }

    private Site(Path folder, List<Paper> papers, ServerSettings settings, Limits limits, Opening opening) {
        this(folder, Reviews.open(folder), papers, settings, limits, opening);
    }

    private Site(
            Path folder, Reviews reviews, List<Paper> papers, ServerSettings settings, Limits limits, Opening opening) {
        Vocabulary vocabulary = Vocabulary.builtIn();
        Engine engine = opening.open(folder, reviews, vocabulary);
        index = engine.index();
        try (PaperUpdate update = index.update()) {
            papers.forEach(each -> update.put(each, Papers.provenance(each), PaperKeys.NONE));
            update.commit(papers.size());
        }
        searcher = engine.searcher();
        server = new WebServer(settings, new WebServer.Asked(searcher, reviews, candidates(), keeping()), limits)
                .start();
        address = server.address();
    }

    /** What is indexed, and one of little confidence that no index holds. */
    private static Candidates candidates() {
        return paper -> Stream.concat(
                        paper.findings().stream(), paper.id().equals("thio") ? Stream.of(doubtful()) : Stream.empty())
                .toList();
    }

    private static EveryFinding every() {
        Candidates candidates = candidates();
        return new EveryFinding() {
            @Override
            public double kept() {
                return 0.3;
            }

            @Override
            public List<Finding> of(Paper paper) {
                return candidates.of(paper);
            }
        };
    }

    /** The third finding of its paper. */
    private static Finding doubtful() {
        Papers paper = paper("thio").section(SectionKind.CASE, null, "").section(SectionKind.DISCUSS, null, DOUBTFUL);
        for (int i = 0; i < 3; i++) {
            paper.finding("sodium thiosulfate", Response.PARTIAL_RESPONSE, false, null, DOUBTFUL);
        }
        return paper.build().findings().getLast().judged(0.07, null, null, List.of());
    }

    private IndexKeeping keeping() {
        return new IndexKeeping() {
            @Override
            public boolean searchable() {
                return ready.get();
            }

            @Override
            public IngestStatus status() {
                return Site.this.status();
            }

            @Override
            public boolean allowRemovals(String fingerprint) {
                return Objects.requireNonNull(absence.get()).fingerprint().equals(fingerprint)
                        && absence.compareAndSet(absence.get(), new Absence(new TreeSet<>(), 4));
            }
        };
    }

    private IngestStatus status() {
        if (!ready.get()) {
            return new IngestStatus(IngestStatus.Phase.READING, 3, 7, null, null, null);
        }
        IngestReport report = new IngestReport(
                4,
                0,
                0,
                List.of(new Failure("broken<.pdf", "the file ends too soon")),
                Objects.requireNonNull(absence.get()),
                WarningCount.NONE,
                Duration.ofSeconds(2));
        return new IngestStatus(IngestStatus.Phase.IDLE, 0, 0, report, Instant.parse("2026-01-02T03:04:05Z"), null);
    }

    private static List<Paper> papers() {
        return List.of(
                paper("thio")
                        .title("Sodium thiosulfate for calcinosis cutis")
                        .year(2015)
                        .journal("Skin Letters")
                        .doi("10.1000/thio")
                        .author("Roe", "Jane")
                        .section(
                                SectionKind.CASE,
                                "The case",
                                "A woman of 44 years had anti-Scl-70. She got diltiazem without any effect.",
                                "Topical sodium thiosulfate cleared the lesions <b>fully</b> & for good.")
                        .section(SectionKind.DISCUSS, "Discussion", "STS binds calcium.")
                        .cites("1", "Old A. Bone and calcium. 1990.", "w1")
                        .treats("sodium thiosulfate", "sodium thiosulfate")
                        .treats("diltiazem", "diltiazem")
                        .mentions(MentionType.ANTIBODY, "anti-Scl-70", "anti-Scl-70", Assertion.AFFIRMED)
                        .patient(44, Sex.FEMALE, "anti-Scl-70", AntibodyStatus.POSITIVE, "diltiazem")
                        .finding("diltiazem", Response.NO_RESPONSE, true, 1, "She got diltiazem without any effect.")
                        .finding(
                                "sodium thiosulfate",
                                Response.COMPLETE_RESPONSE,
                                true,
                                1,
                                "Topical sodium thiosulfate cleared the lesions <b>fully</b> & for good.")
                        .build(),
                paper("pam")
                        .title("Pamidronate in a boy")
                        .year(2018)
                        .journal("Bone Reports")
                        .author("Doe", "John", "0000-0002-1825-0097", "Skin Clinic, <Old> Town")
                        .section(
                                SectionKind.CASE,
                                "Case",
                                "A boy of 9 years. Pamidronate reduced the pain of calcinosis.")
                        .section(SectionKind.DISCUSS, null, "Diltiazem helped in nine of seventeen patients [1].")
                        .cites("1", "Old A. Bone and calcium. 1990.", "w1")
                        .cites("2", "Roe J. Sodium thiosulfate for calcinosis cutis. 2015.", "thio")
                        .treats("pamidronate", "Pamidronate")
                        .treats("diltiazem", "Diltiazem")
                        .patient(9, Sex.MALE, "anti-Scl-70", AntibodyStatus.NEGATIVE, "pamidronate")
                        .finding(
                                "pamidronate",
                                Response.PARTIAL_RESPONSE,
                                true,
                                1,
                                "Pamidronate reduced the pain of calcinosis.")
                        .finding(
                                "diltiazem",
                                Response.PARTIAL_RESPONSE,
                                false,
                                17,
                                "Diltiazem helped in nine of seventeen patients [1].",
                                "1")
                        .build(),
                paper("hostile")
                        .title(HOSTILE_TITLE)
                        .year(2020)
                        .journal("Skin \"Letters\" <i>")
                        .author("<b>Bobby</b>", "Tables", "0000-0002-1825-0097", "<b>Fully</b> School")
                        .section(SectionKind.OTHER, "<h1>", "Calcinosis <img src=x onerror=alert(1)> and nothing else.")
                        .build(),
                paper("plain")
                        .title("A cold hand")
                        .section(SectionKind.OTHER, null, "Nothing but hands.")
                        .build());
    }

    /** An answer, its body as text. */
    HttpResponse<String> get(String path, String... headers) {
        return send(builder(path, headers).GET().build());
    }

    HttpResponse<String> post(String path, String mediaType, String body, String... headers) {
        return send(builder(path, headers)
                .header("Content-Type", mediaType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpResponse<String> form(String path, String body, String... headers) {
        return post(path, "application/x-www-form-urlencoded", body, headers);
    }

    HttpResponse<String> options(String path, String... headers) {
        return send(builder(path, headers)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
    }

    HttpResponse<String> method(String method, String path) {
        return send(builder(path)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private HttpRequest.Builder builder(String path, String... headers) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        return builder;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode json(String path) {
        return json(get(path));
    }

    JsonNode json(HttpResponse<String> answer) {
        try {
            return mapper.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(answer.body(), e);
        }
    }

    /** The ids of the papers that a search finds, in their order. */
    List<String> ids(String path) {
        return json(path).at("/resultList/result").findValuesAsText("id");
    }

    @Override
    public void close() {
        server.close();
        searcher.close();
        index.close();
    }
}
