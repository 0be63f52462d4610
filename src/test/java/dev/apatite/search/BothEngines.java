package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apatite.index.Kinship;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.PaperKeys;
import dev.apatite.index.PaperStore;
import dev.apatite.index.PaperUpdate;
import dev.apatite.index.Papers;
import dev.apatite.opensearch.ClusterIndex;
import dev.apatite.opensearch.ClusterSettings;
import dev.apatite.opensearch.OpenSearchNodes;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Finding;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Sex;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What both engines promise alike, to be tested by subjects: the embedded one and a cluster of one node, whose index stands
 * in three parts. The same papers are in both: five samples and 1,200 made-up ones, enough that not all are looked at
 * closely; some cite each other, and some are versions of one work. Put together once for all tests of a run.
 */
final class BothEngines implements AutoCloseable {
    static final float SLIGHTLY = 0.002f;

    static final Comparator<Double> ROUGHLY =
            (one, other) -> Math.abs(one - other) < 1e-4 ? 0 : Double.compare(one, other);

    private static final int MADE = 1200;

    private static @Nullable BothEngines open;

    private final Path folder;
    private final PaperIndex embedded;
    private final ClusterIndex cluster;
    private final Semantics semantics;
    private final RemoteSemantics clusterSemantics;
    private final Searcher here;
    private final Searcher there;

    private BothEngines(Path folder, List<Paper> papers, boolean meanings) throws IOException, InterruptedException {
        this.folder = folder;
        Vocabulary vocabulary = Vocabulary.builtIn();
        cluster = ClusterIndex.open(
                new ClusterSettings(OpenSearchNodes.one(), "apatite-both-" + System.nanoTime(), null, null, 3, 0),
                folder,
                vocabulary);
        embedded = PaperIndex.open(folder.resolve("embedded"), vocabulary);
        put(embedded, papers);
        put(cluster, papers);
        semantics = meanings ? Semantics.beside(embedded.folder()) : Semantics.none();
        clusterSemantics = meanings ? RemoteSemantics.of(cluster) : RemoteSemantics.none();
        here = new EmbeddedSearcher(embedded, vocabulary, semantics, EVERY);
        there = new ClusterSearcher(cluster, vocabulary, clusterSemantics, EVERY);
    }

    /** Beside what is kept of a paper, a finding that is too unsure. */
    private static final EveryFinding EVERY = new EveryFinding() {
        @Override
        public double kept() {
            return 0.3;
        }

        @Override
        public List<Finding> of(Paper paper) {
            String sentence = "Warfarin may have helped.";
            Papers more = paper(paper.id()).section(SectionKind.CASE, "Case", sentence);
            for (int i = 0; i <= paper.findings().size(); i++) {
                more.finding("warfarin", Response.PARTIAL_RESPONSE, true, null, sentence);
            }
            return Stream.concat(
                            paper.findings().stream(),
                            Stream.of(more.build().findings().getLast()))
                    .toList();
        }
    };

    /** Both engines, with the same papers. */
    static synchronized BothEngines open() throws IOException, InterruptedException {
        if (open == null) {
            List<Paper> papers = Stream.concat(
                            SampleIndex.papers().stream(),
                            IntStream.range(0, MADE).mapToObj(BothEngines::made))
                    .toList();
            BothEngines both = new BothEngines(Files.createTempDirectory("apatite-both"), papers, false);
            OpenSearchNodes.atEnd(both::close);
            open = both;
        }
        return open;
    }

    /** Both engines with other papers, which are searched by meaning too, once those are worked out. */
    static BothEngines withMeanings(List<Paper> papers) throws IOException, InterruptedException {
        return new BothEngines(Files.createTempDirectory("apatite-meanings"), papers, true);
    }

    /** Works out all meanings, in both. */
    void completeMeanings() {
        semantics.complete(embedded, () -> {});
        clusterSemantics.complete(() -> {});
    }

    @Override
    public void close() {
        semantics.close();
        clusterSemantics.close();
        embedded.close();
        cluster.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
        } catch (IOException left) {
            System.err.println("left behind: " + folder);
        }
    }

    /** The embedded engine. */
    Searcher here() {
        return here;
    }

    /** The cluster. */
    Searcher there() {
        return there;
    }

    PaperIndex index() {
        return embedded;
    }

    ClusterIndex cluster() {
        return cluster;
    }

    static void put(PaperStore store, List<Paper> papers) {
        try (PaperUpdate update = store.update()) {
            update.likelyFrom(0.5);
            papers.forEach(each -> update.put(each, Papers.provenance(each), keys(each)));
            update.commit(papers.size());
        }
    }

    static final List<String> WORDS = List.of(
            "calcium",
            "pain",
            "finger",
            "hand",
            "skin",
            "lesion",
            "patient",
            "woman",
            "man",
            "year",
            "nodule",
            "ulcer",
            "elbow",
            "serum",
            "level",
            "therapy",
            "dose",
            "week",
            "month",
            "relief",
            "swelling",
            "biopsy",
            "radiograph",
            "infection",
            "drainage",
            "warfarin",
            "minocycline",
            "diltiazem",
            "calcinosis",
            "surgery");

    /** Papers of words of which few are frequent and most are not, as in any language. */
    private static Paper made(int number) {
        Random random = new Random(number);
        Papers made = paper("made" + number)
                .title(text(random, 4 + random.nextInt(5)))
                .journal("Journal " + number % 7);
        if (number % 11 > 0) {
            made.year(1990 + number % 30);
        }
        if (number % 3 == 0) {
            made.author(List.of("Adams", "Baker", "Çelik", "Düzgün").get(number % 4), "A");
        }
        if (number % 2 == 0) {
            made.section(SectionKind.ABSTRACT, null, text(random, 20));
        }
        made.section(SectionKind.CASE, "Case", text(random, 10 + random.nextInt(60)), text(random, 15));
        if (number % 5 == 0) {
            made.section(
                            SectionKind.DISCUSS,
                            "Discussion",
                            text(random, 40) + " diltiazem",
                            "was given. The calcinosis got better with diltiazem.")
                    .treats("diltiazem", "diltiazem")
                    .finding(
                            "diltiazem",
                            Response.values()[number % Response.values().length],
                            number % 10 == 0,
                            1 + number % 4,
                            "The calcinosis got better with diltiazem.");
        }
        if (number % 4 == 0) {
            made.patient(
                    10 + number % 70,
                    number % 8 == 0 ? Sex.FEMALE : Sex.MALE,
                    "anti-Scl-70",
                    number % 12 == 0 ? AntibodyStatus.POSITIVE : AntibodyStatus.NEGATIVE,
                    number % 16 == 0 ? "warfarin" : "diltiazem");
        }
        if (number % 50 == 7) {
            made.section(SectionKind.RESULTS, null, "No anti-Scl-70 was found.")
                    .mentions(MentionType.ANTIBODY, "anti-Scl-70", "anti-Scl-70", Assertion.NEGATED);
        }
        if (number % 20 == 3) {
            made.cites("1", "Düzgün N. Sodium thiosulfate. 2015.", "thio");
        }
        if (number % 9 == 4) {
            made.cites("2", "Adams A. Warfarin for calcinosis of number " + number % 13 + ". 2001.", "w" + number % 13)
                    .cites("3", "Adams. Warfarin for calcinosis, printed twice. 2001.", "w" + number % 13);
        }
        if (number % 6 == 1) {
            made.cites("4", "Adams. Of another paper. 2001.", "made" + number / 4)
                    .cites("5", "Baker. Of a paper that many cite. 2002.", "made" + number % 40);
        }
        return made.build();
    }

    /** Of some papers there is a preprint, or a second printing. */
    private static PaperKeys keys(Paper paper) {
        String number = paper.id().replace("made", "");
        String group = number.matches("\\d+") && Integer.parseInt(number) % 30 < 3
                ? "made" + Integer.parseInt(number) / 30 * 30
                : null;
        PaperKeys.Mark none = new PaperKeys.Mark(0, List.of(), List.of());
        return new PaperKeys("", none, Map.of(), List.of(), new Kinship(group, ""));
    }

    private static String text(Random random, int words) {
        return IntStream.range(0, words)
                .mapToObj(any -> WORDS.get((int) (WORDS.size() * Math.pow(random.nextDouble(), 1.7)))
                        + (random.nextInt(9) == 0 ? random.nextInt(300) : ""))
                .collect(Collectors.joining(" "));
    }

    static SearchRequest request(String query, @Nullable String filters, @Nullable String sort) {
        SearchRequest request = SearchRequest.of(query).withWording(Wording.USUAL.withMend(false));
        for (String each : filters == null ? new String[0] : filters.split(" & ")) {
            int is = each.indexOf('=');
            request = request.filter(each.substring(0, is), each.substring(is + 1));
        }
        return request.withSort(sort == null ? "" : sort);
    }

    /** Both answer a request alike. */
    void assertSame(SearchRequest request) {
        SearchResponse one = here.search(request);
        SearchResponse other = there.search(request);
        assertSameOrder(one.hits(), other.hits());
        assertThat(other.hitCount()).isEqualTo(one.hitCount());
        assertThat(other.exactHitCount()).isEqualTo(one.exactHitCount());
        assertThat(other.meaningHitCount()).isEqualTo(one.meaningHitCount());
        assertThat(other.anyWord()).isEqualTo(one.anyWord());
        assertThat(other.facets()).isEqualTo(one.facets());
        assertThat(other.expansions()).isEqualTo(one.expansions());
        assertThat(other.parsed()).isEqualTo(one.parsed());
        assertThat(other.ending()).isEqualTo(one.ending());
        assertThat(other.nextCursor() == null).isEqualTo(one.nextCursor() == null);
        Map<String, Hit> known = new HashMap<>();
        one.hits().forEach(each -> known.put(each.paper().id(), each));
        for (Hit each : other.hits()) {
            Hit same = known.get(each.paper().id());
            if (same != null) {
                assertThat(unscored(each)).isEqualTo(unscored(same));
            }
        }
    }

    /** The same order; only papers whose scores differ by no more than rounding may change places. */
    static void assertSameOrder(List<Hit> here, List<Hit> there) {
        Map<String, Float> scores = new HashMap<>();
        here.forEach(each -> scores.put(each.paper().id(), each.score()));
        assertThat(there).hasSameSizeAs(here);
        for (int i = 0; i < here.size(); i++) {
            Hit one = here.get(i);
            Hit other = there.get(i);
            assertThat(other.score()).isCloseTo(one.score(), within(SLIGHTLY));
            boolean tied = one.score() == scores.getOrDefault(other.paper().id(), Float.NaN);
            if (tied || one.score() == 0) {
                assertThat(other.paper().id()).isEqualTo(one.paper().id());
            }
        }
    }

    private static Hit unscored(Hit hit) {
        return new Hit(
                hit.paper(),
                hit.missing(),
                hit.byMeaning(),
                0,
                hit.citedBy(),
                hit.versions(),
                hit.highlights(),
                hit.findings(),
                hit.antibodies());
    }

    static List<String> ids(List<Hit> hits) {
        return hits.stream().map(each -> each.paper().id()).toList();
    }
}
