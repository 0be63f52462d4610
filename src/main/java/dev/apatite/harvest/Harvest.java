package dev.apatite.harvest;

import dev.apatite.harvest.ArticleSource.FullText;
import dev.apatite.text.Identifiers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Fetches papers into a folder. One at a time: not safe to share between threads. */
public final class Harvest implements AutoCloseable {
    /** Europe PMC's own address. */
    public static final URI EUROPE_PMC = URI.create("https://www.ebi.ac.uk/europepmc/webservices/rest");

    /** The bucket of PubMed Central's open-access set. */
    public static final URI PMC_BUCKET = URI.create("https://pmc-oa-opendata.s3.amazonaws.com");

    private static final int FAILURES_IN_A_ROW = 5;
    private static final Set<String> ROOTS = Set.of("article", "pmc-articleset", "OAI-PMH");

    /**
     * Where papers come from, and how fast.
     *
     * @param search the base address of Europe PMC's REST service, or of one that answers as it does
     * @param bucket the bucket that full texts are fetched from; null where Europe PMC gives them
     * @param requestsPerSecond at most so many, above 0
     * @param agent what this program says it is
     */
    public record Sources(URI search, @Nullable URI bucket, double requestsPerSecond, String agent) {
        public Sources {
            if (!(requestsPerSecond > 0)) {
                throw new IllegalArgumentException("the rate must be above 0");
            }
        }
    }

    private final Path folder;
    private final Web web;
    private final EuropePmcSearch search;
    private final ArticleSource texts;
    private final String from;
    private final Clock clock;
    private final Consumer<String> progress;

    /** @param progress takes a line for each file that is written */
    public Harvest(Path folder, Sources sources, Consumer<String> progress) {
        this(folder, sources, progress, Clock.systemUTC(), time -> Thread.sleep(time));
    }

    Harvest(Path folder, Sources sources, Consumer<String> progress, Clock clock, Web.Pause pause) {
        this.folder = folder;
        this.progress = progress;
        this.clock = clock;
        web = new Web(sources.agent(), sources.requestsPerSecond(), pause);
        search = new EuropePmcSearch(web, base(sources.search()));
        URI bucket = sources.bucket();
        texts = bucket == null ? new EuropePmcTexts(web, base(sources.search())) : new PmcBucket(web, base(bucket));
        from = bucket == null ? base(sources.search()) : base(bucket);
    }

    private static String base(URI address) {
        return address.toString().replaceAll("/+$", "");
    }

    /**
     * Fetches what is new.
     *
     * @throws UncheckedIOException where the folder cannot be written; what was fetched before stays
     */
    public HarvestReport run(HarvestRequest request) {
        try {
            Path own = Files.createDirectories(folder.resolve(".harvest"));
            Run run = new Run(
                    request, new Ledger(own.resolve("ledger.jsonl")), new Bookmark(own.resolve("bookmark.json")));
            return request.query() == null ? run.list() : run.walk(request.query());
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
    }

    /** One run: what it counted so far. */
    private final class Run {
        private final HarvestRequest request;
        private final Ledger ledger;
        private final Bookmark bookmark;
        private final List<HarvestReport.Missing> missing = new ArrayList<>();
        private final List<HarvestReport.Failure> failures = new ArrayList<>();
        private int found;
        private int fetched;
        private int known;
        private int failedInARow;
        private @Nullable String stopped;
        private boolean refused;

        Run(HarvestRequest request, Ledger ledger, Bookmark bookmark) {
            this.request = request;
            this.ledger = ledger;
            this.bookmark = bookmark;
        }

        HarvestReport walk(String typed) throws IOException {
            String query = since(typed);
            String cursor = bookmark.cursor(query);
            while (cursor != null && !ended()) {
                EuropePmcSearch.Page page = page(query, cursor);
                if (page == null) {
                    if (cursor.equals("*") || !refused) {
                        break;
                    }
                    // A cursor of an earlier day may be known no more; from the first page on nothing is fetched twice.
                    stopped = null;
                    bookmark.remove();
                    cursor = "*";
                    continue;
                }
                found = page.found();
                for (HarvestCandidate each : page.papers()) {
                    if (ended()) {
                        break;
                    }
                    take(each);
                }
                if (!ended()) {
                    cursor = page.next();
                    if (cursor != null) {
                        bookmark.set(query, cursor);
                    }
                }
            }
            if (cursor == null) {
                bookmark.remove();
            }
            return report();
        }

        HarvestReport list() throws IOException {
            found = request.ids().size();
            Map<String, String> open = new LinkedHashMap<>();
            request.ids().forEach(each -> open.put(each.toLowerCase(Locale.ROOT), each));
            List<String> all = List.copyOf(open.values());
            for (int i = 0; i < all.size() && !ended(); i += PaperNames.AT_ONCE) {
                List<String> some = all.subList(i, Math.min(all.size(), i + PaperNames.AT_ONCE));
                EuropePmcSearch.Page page = page(since(PaperNames.query(some)), "*");
                for (HarvestCandidate each : page == null ? List.<HarvestCandidate>of() : page.papers()) {
                    PaperNames.of(each).forEach(name -> open.remove(name.toLowerCase(Locale.ROOT)));
                    if (!ended()) {
                        take(each);
                    }
                }
                if (page != null && !ended()) {
                    some.stream()
                            .filter(each -> open.remove(each.toLowerCase(Locale.ROOT)) != null)
                            .forEach(each -> missing.add(new HarvestReport.Missing(
                                    each, null, Identifiers.doi(each), "not found at Europe PMC", List.of())));
                }
            }
            return report();
        }

        private String since(String query) {
            return request.since() == null
                    ? query
                    : "(" + query + ") AND FIRST_PDATE:[" + request.since() + " TO 3000-12-31]";
        }

        private EuropePmcSearch.@Nullable Page page(String query, String cursor) {
            try {
                return search.page(query, cursor);
            } catch (IOException e) {
                stopped = e.getMessage();
                refused = e instanceof Web.Refused;
            } catch (InterruptedException e) {
                interrupted();
            }
            return null;
        }

        private void take(HarvestCandidate paper) throws IOException {
            if (ledger.has(paper)) {
                known++;
                return;
            }
            if (!texts.mayHave(paper)) {
                missing.add(paper.missing(
                        paper.openAccess() ? "no full text in PubMed Central" : "not open access at Europe PMC"));
                return;
            }
            Optional<FullText> text;
            try {
                text = texts.fetch(paper);
                if (text.isPresent()) {
                    checkRoot(text.get().jats());
                }
                failedInARow = 0;
            } catch (InterruptedException e) {
                interrupted();
                return;
            } catch (IOException e) {
                failures.add(new HarvestReport.Failure(paper.name(), String.valueOf(e.getMessage())));
                if (++failedInARow >= FAILURES_IN_A_ROW) {
                    stopped = FAILURES_IN_A_ROW + " papers in a row could not be fetched";
                }
                return;
            }
            if (text.isEmpty()) {
                missing.add(paper.missing("its source has no full text"));
                return;
            }
            keep(paper, text.get());
        }

        private void keep(HarvestCandidate paper, FullText text) throws IOException {
            String file = PaperNames.fileName(paper);
            Path beside = folder.resolve(".harvest").resolve(file + ".part");
            Files.write(beside, text.jats());
            Files.move(
                    beside, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            ledger.add(new Ledger.Entry(
                    paper.name(),
                    paper.pmid(),
                    paper.pmcid(),
                    paper.doi(),
                    file,
                    text.license(),
                    from,
                    clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()));
            fetched++;
            progress.accept("fetched " + file + (text.license() == null ? "" : " (" + text.license() + ")"));
        }

        private boolean ended() {
            return stopped != null || fetched >= request.limit();
        }

        private void interrupted() {
            Thread.currentThread().interrupt();
            stopped = "interrupted";
        }

        private HarvestReport report() {
            return new HarvestReport(found, fetched, known, missing, failures, stopped);
        }
    }

    /** A page that says "not here" with status 200 is no paper. */
    private static void checkRoot(byte[] jats) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(jats));
            while (reader.hasNext() && reader.next() != XMLStreamReader.START_ELEMENT) {
                // What stands before the root element says nothing.
            }
            if (reader.getEventType() == XMLStreamReader.START_ELEMENT && ROOTS.contains(reader.getLocalName())) {
                return;
            }
        } catch (XMLStreamException e) {
            throw new IOException("what was sent is not XML", e);
        }
        throw new IOException("what was sent is not a JATS article");
    }

    @Override
    public void close() {
        web.close();
    }
}
