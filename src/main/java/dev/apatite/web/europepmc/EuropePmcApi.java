package dev.apatite.web.europepmc;

import dev.apatite.export.JatsArticle;
import dev.apatite.paper.Paper;
import dev.apatite.search.BadRequest;
import dev.apatite.search.Searcher;
import dev.apatite.search.Wording;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Handlers of Europe PMC's addresses. */
public final class EuropePmcApi {
    /** The attribute of a request that holds the beginning of the server's addresses, as whoever asks knows it. */
    public static final String ADDRESS = "apatite.address";

    /** The version of their API that this one follows. */
    static final String VERSION = "6.9";

    private static final int MOST_ARTICLES = 8;
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private final Searcher searcher;
    private final SearchAnswers searches;
    private final ArticleAnswers articles;
    private final CatalogueAnswers catalogue;

    /** Answers from a searcher, which stays the caller's to close. */
    public EuropePmcApi(Searcher searcher) {
        this.searcher = searcher;
        searches = new SearchAnswers(searcher);
        articles = new ArticleAnswers(searcher);
        catalogue = new CatalogueAnswers(searcher);
    }

    /** As there, every word is required, nothing is mended, and only words count. */
    static Wording wording(boolean synonym) {
        return new Wording(synonym, List.of(), false, false, false);
    }

    private interface Answer {
        Map<String, Object> of(Asked asked, Context context);
    }

    private interface ForPaper {
        Map<String, Object> of(Asked asked, Paper paper, String source, String id);
    }

    /** {@code search} and {@code searchPOST}. */
    public void search(Context context) {
        send(context, Asked.of(context), searches());
    }

    /** {@code search/query=...&resulttype=...}, as the first clients wrote it. */
    public void searchInPath(Context context) {
        send(context, Asked.ofPath(context, context.pathParam("asked")), searches());
    }

    private Answer searches() {
        return (asked, context) -> searches.answer(asked, server(context), context.path());
    }

    /** {@code article/{source}/{id}}. */
    public void article(Context context) {
        String server = server(context);
        send(
                context,
                Asked.of(context),
                ofPaper((asked, paper, source, id) -> articles.article(asked, paper, source, id, server)));
    }

    /** The reference list, page by page. */
    public void references(Context context) {
        send(context, ofList(context), ofPaper(articles::references));
    }

    /** The papers of the corpus that cite this one, page by page. */
    public void citations(Context context) {
        send(context, ofList(context), ofPaper(articles::citations));
    }

    /** What was recognised in the text, by kind. */
    public void textMinedTerms(Context context) {
        send(context, ofList(context), ofPaper(articles::textMinedTerms));
    }

    /** Nothing, under the keys of a list that only Europe PMC has. */
    public Handler nothing(String list, String entry) {
        return context -> send(
                context,
                ofList(context),
                ofPaper((asked, paper, source, id) -> articles.none(asked, source, id, list, entry)));
    }

    /** The paper's structure as JATS. */
    public void fullText(Context context) {
        guarded(context, Sent.XML, () -> {
            Paper paper = required(context);
            context.contentType("application/xml; charset=utf-8")
                    .result(JatsArticle.of(paper).getBytes(StandardCharsets.UTF_8));
        });
    }

    /** An archive of nothing: supplements are not kept. */
    public void supplements(Context context) {
        guarded(context, Sent.XML, () -> {
            required(context);
            context.contentType("application/zip").result(EMPTY_ZIP.clone());
        });
    }

    /** {@code annotations_api/annotationsByArticleIds?articleIds=MED:1,PMC:PMC2}. */
    public void annotations(Context context) {
        Asked asked = Asked.of(context);
        guarded(context, Sent.JSON, () -> {
            String ids = asked.text("articleids", "");
            if (ids.isEmpty()) {
                throw new Refused(400, "articleIds is missing: MED:12345678, PMC:PMC1234567, or several with commas");
            }
            AnnotationAnswers answers = new AnnotationAnswers(server(context));
            List<Map<String, Object>> found = new ArrayList<>();
            List<String> list = List.of(ids.split("\\s*,\\s*", -1));
            if (list.size() > MOST_ARTICLES) {
                throw new Refused(400, "articleIds can name at most " + MOST_ARTICLES + " articles");
            }
            for (String each : list) {
                int colon = each.indexOf(':');
                paper(colon < 0 ? "" : each.substring(0, colon), each.substring(colon + 1))
                        .ifPresent(paper ->
                                found.add(answers.of(paper, asked.text("type", ""), asked.text("section", ""))));
            }
            if (asked.text("format", "json").equalsIgnoreCase("xml")) {
                context.contentType("application/xml; charset=utf-8")
                        .result(XmlAnswer.of("articles", Map.of("article", found)));
            } else {
                context.contentType("application/json; charset=utf-8").result(Sent.json(found));
            }
        });
    }

    /** The fields of the query language. */
    public void fields(Context context) {
        send(context, Asked.of(context), (asked, any) -> catalogue.fields());
    }

    /** How many papers of each kind a query finds. */
    public void profile(Context context) {
        send(context, Asked.of(context), (asked, any) -> catalogue.profile(asked));
    }

    /** What is asked of a list; the first clients wrote the page and the format into its path. */
    private static Asked ofList(Context context) {
        String tail = context.pathParamMap().get("tail");
        return tail == null ? Asked.of(context) : Asked.of(context).withPath(tail);
    }

    private Answer ofPaper(ForPaper answer) {
        return (asked, context) -> answer.of(asked, required(context), source(context), context.pathParam("id"));
    }

    private static String source(Context context) {
        return context.pathParamMap().getOrDefault("source", "").toUpperCase(Locale.ROOT);
    }

    private Paper required(Context context) {
        String id = context.pathParam("id");
        return paper(source(context), id)
                .orElseThrow(() -> new Refused(404, "there is no article " + (source(context) + " " + id).strip()));
    }

    /** Without a source the id says by itself what it is. */
    private Optional<Paper> paper(String source, String id) {
        boolean bare = source.equalsIgnoreCase("PMC") && id.matches("[0-9]+");
        return searcher.paper(bare ? "PMC" + id : id);
    }

    private static void send(Context context, Asked asked, Answer answer) {
        Sent format;
        try {
            format = asked.format();
        } catch (Refused e) {
            Sent.JSON.refuse(context, e.status(), String.valueOf(e.getMessage()));
            return;
        }
        guarded(context, format, () -> format.send(context, answer.of(asked, context)));
    }

    private static void guarded(Context context, Sent format, Runnable answering) {
        try {
            answering.run();
        } catch (Refused e) {
            format.refuse(context, e.status(), String.valueOf(e.getMessage()));
        } catch (BadRequest e) {
            format.refuse(context, 400, String.valueOf(e.getMessage()));
        }
    }

    private static String server(Context context) {
        return Objects.requireNonNull(context.<String>attribute(ADDRESS), "the server says its address first");
    }
}
