package dev.apatite.web;

import dev.apatite.ingest.Uploads;
import dev.apatite.review.Reviews;
import dev.apatite.search.Searcher;
import dev.apatite.web.europepmc.EuropePmcApi;
import dev.apatite.web.mcp.McpService;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.util.JavalinBindException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.util.component.LifeCycle;

/** Serves the API and the pages over HTTP. */
public final class WebServer implements AutoCloseable {
    /** Room enough to read an address that is too long, and to say so. */
    private static final int LONGEST_HEADERS = 1 << 16;

    private static final long LARGEST_REQUEST = 1 << 20;
    private static final int IN_MEMORY = 1 << 16;

    /** How long a connection may be silent while there are as many as may be. */
    private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(2);

    private final ServerSettings settings;
    private final OperationsEndpoint operations;
    private final Routes routes;
    private final McpService.OverHttp mcp;
    private final Admission admission;
    private final HeaderWatch headers;
    private final Javalin server;

    /**
     * Makes a server that does not listen yet.
     *
     * @param searcher stays the caller's to close
     * @param candidates who knows what a paper may state, for the reader's desk
     * @param keeping who keeps the index up to date
     */
    public WebServer(
            ServerSettings settings, Searcher searcher, Reviews reviews, Candidates candidates, IndexKeeping keeping) {
        this(settings, new Asked(searcher, reviews, candidates, keeping), Limits.standard());
    }

    /** What the server asks. */
    record Asked(Searcher searcher, Reviews reviews, Candidates candidates, IndexKeeping keeping) {}

    WebServer(ServerSettings settings, Asked asked, Limits limits) {
        this.settings = settings;
        Searcher searcher = asked.searcher();
        Reviews reviews = asked.reviews();
        Candidates candidates = asked.candidates();
        IndexKeeping keeping = asked.keeping();
        admission = new Admission(limits);
        headers = new HeaderWatch(limits.header());
        Json json = new Json();
        operations = new OperationsEndpoint(keeping, searcher, reviews, json);
        mcp = new McpService(searcher, version()).overHttp(this::address);
        Assets assets = new Assets();
        Templates templates = new Templates();
        ListsEndpoint lists = new ListsEndpoint(searcher, reviews.lists(), json, Clock.systemUTC());
        Desk desk = new Desk(candidates, reviews);
        Marking marking = new Marking(searcher, reviews, desk, Clock.systemUTC());
        ServicePages servicePages = new ServicePages(searcher, keeping, templates, assets.addresses());
        routes = new Routes(
                new Routes.ForPeople(
                        new Pages(searcher, reviews, templates, assets.addresses()),
                        new PaperPages(searcher, reviews, templates, assets.addresses()),
                        new DeskPages(searcher, desk, templates, assets.addresses()),
                        new ListPages(searcher, reviews.lists(), lists, templates, assets.addresses()),
                        servicePages,
                        assets),
                new Routes.ForPrograms(
                        new SearchEndpoint(searcher, json),
                        new PaperEndpoint(searcher, json),
                        new SourceEndpoint(searcher, keeping),
                        new UploadEndpoint(keeping),
                        new RowsEndpoint(searcher, reviews, json),
                        new CatalogueEndpoint(searcher, json),
                        new FacetEndpoint(searcher, json, templates, assets.addresses()),
                        new LikeEndpoint(searcher, json, templates, assets.addresses()),
                        new SearchesEndpoint(searcher, reviews.searches(), json, templates, assets.addresses()),
                        new ReviewEndpoint(marking, desk, reviews, json, templates, assets.addresses()),
                        new CompareEndpoint(reviews, json, templates, assets.addresses()),
                        lists,
                        operations,
                        new EuropePmcApi(searcher),
                        mcp,
                        new CrawlerEndpoint(searcher)));
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = LARGEST_REQUEST;
            config.jetty.multipartConfig.maxFileSize(Uploads.MOST_BYTES, SizeUnit.BYTES);
            config.jetty.multipartConfig.maxTotalRequestSize(Uploads.MOST_TOGETHER, SizeUnit.BYTES);
            config.jetty.multipartConfig.maxInMemoryFileSize(IN_MEMORY, SizeUnit.BYTES);
            config.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(LONGEST_HEADERS));
            config.http.prefer405over404 = true;
            operations.measure(config);
            new Guard(settings, routes.asking()).register(config);
            quick(
                    config,
                    new ProtocolErrors(json.mapper()),
                    limits,
                    keeping.uploads().isPresent());
            config.routes.before(context -> {
                if (!keeping.searchable() && !OperationsEndpoint.answersAlways(context.path())) {
                    throw NotReady.at(keeping);
                }
            });
            new Problems(json.mapper(), keeping, servicePages).register(config);
            routes.register(config.routes, admission);
        });
    }

    /** A client that sends or takes next to nothing holds neither a thread nor, for long, a connection. */
    // Deprecated by Jetty 12.1, which gives its successor no bound on what a client takes.
    @SuppressWarnings("removal")
    private void quick(JavalinConfig config, ProtocolErrors errors, Limits limits, boolean uploads) {
        config.concurrency.useVirtualThreads = true;
        // Javalin's own bound knows only what a request announces.
        config.jetty.modifyServletContextHandler(handler -> handler.insertHandler(
                new LargestRequest(LARGEST_REQUEST, uploads ? Uploads.MOST_TOGETHER : LARGEST_REQUEST)));
        config.jetty.modifyServer(jetty -> {
            jetty.setErrorHandler(errors);
            jetty.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStarting(LifeCycle starting) {
                    // There is no connector before.
                    jetty.addBeanToAllConnectors(headers);
                }
            });
            NetworkConnectionLimit connections = new NetworkConnectionLimit(limits.connections(), jetty);
            connections.setEndPointIdleTimeout(IDLE_WHEN_FULL.toMillis());
            jetty.addBean(connections);
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setMinRequestDataRate(limits.leastRate());
            http.setMinResponseDataRate(limits.leastRate());
            http.setIdleTimeout(limits.idle().toMillis());
            http.setSendServerVersion(false);
        });
    }

    /**
     * Begins to listen.
     *
     * @throws WebException where the port is in use or the address is not this machine's
     */
    public WebServer start() {
        try {
            server.start(settings.host(), settings.port());
            return this;
        } catch (JavalinBindException e) {
            throw new WebException(
                    "port " + settings.port() + " of " + settings.host()
                            + " is in use or not allowed; choose another with --port, or 0 for a free one",
                    e);
        } catch (RuntimeException e) {
            throw new WebException(
                    "cannot listen on " + settings.host() + ":" + settings.port() + ": " + e.getMessage(), e);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    private static String version() {
        return Objects.requireNonNullElse(WebServer.class.getPackage().getImplementationVersion(), "unpackaged");
    }

    Routes routes() {
        return routes;
    }

    /** The address of the search page. */
    public String address() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return "http://" + host + ":" + port();
    }

    @Override
    public void close() {
        server.stop();
        admission.close();
        headers.close();
        mcp.close();
        operations.close();
    }
}
