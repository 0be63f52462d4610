package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.index.IndexView;
import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import dev.apatite.query.CompiledQuery;
import dev.apatite.query.ConceptNames;
import dev.apatite.query.QueryCompiler;
import dev.apatite.query.QueryException;
import dev.apatite.query.QueryNode;
import dev.apatite.query.QueryParser;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Understands requests: the one way from what was typed to what is searched. */
final class QuestionReader {
    /** Pages, facets and tabs of one search ask for the same again and again. */
    private static final int MOST_REMEMBERED = 500;

    private static final int LONGEST_REMEMBERED = 300;

    /** What is compiled. */
    private record Asked(QueryNode tree, QueryCompiler.Widening widening, List<String> sections) {}

    /** A query for papers, and one for sentences of findings. */
    private record Compiled(CompiledQuery papers, Query sentences) {}

    private final TextAnalysis analysis;
    private final QueryParser parser;
    private final QueryCompiler compiler;
    private final FilterReader filters;
    private final Speller speller;
    private final Cache<Asked, Compiled> lately = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .executor(Runnable::run)
            .build();

    QuestionReader(TextAnalysis analysis, ConceptNames names, QueryCompiler compiler, FilterReader filters) {
        this.analysis = analysis;
        parser = new QueryParser(analysis);
        this.compiler = compiler;
        this.filters = filters;
        speller = new Speller(analysis, names);
    }

    private Compiled compiled(Asked asked) {
        return new Compiled(
                compiler.compile(asked.tree(), asked.widening(), asked.sections()),
                compiler.anyWord(asked.tree(), Schema.SENTENCE));
    }

    /** What was typed, as it is understood. */
    QueryNode tree(SearchRequest request) {
        try {
            return parser.parse(request.query());
        } catch (QueryException e) {
            throw refused(e);
        }
    }

    private static BadRequest refused(QueryException error) {
        return new BadRequest("query", String.valueOf(error.getMessage()), error.position());
    }

    /** What a request asks of what is searched. */
    Question read(Searched searched, SearchRequest request, Rows rows) throws IOException {
        IndexView view = searched.view();
        try {
            Filters read = filters.read(request, rows);
            QueryNode typed = parser.parse(request.query());
            return withLoose(view, mended(searched, new ViewCorpus(view), request, read, typed));
        } catch (QueryException e) {
            throw refused(e);
        }
    }

    private Question mended(Searched searched, Corpus corpus, SearchRequest request, Filters read, QueryNode typed)
            throws IOException {
        String suggestion = speller.mended(corpus, request.query(), typed);
        String mended = request.wording().mend() ? suggestion : null;
        return strict(searched, request, read, mended == null ? typed : parser.parse(mended), mended, suggestion);
    }

    /** What a request asks where words are searched as they are typed, and all of them or most. */
    Question asTyped(Searched searched, SearchRequest request, Rows rows) {
        try {
            return strict(searched, request, filters.read(request, rows), parser.parse(request.query()), null, null);
        } catch (QueryException e) {
            throw refused(e);
        }
    }

    /** What a request asks, with every word demanded. */
    Question strict(Searched searched, Corpus corpus, SearchRequest request, Rows rows) throws IOException {
        try {
            return mended(searched, corpus, request, filters.read(request, rows), parser.parse(request.query()));
        } catch (QueryException e) {
            throw new BadRequest("query", String.valueOf(e.getMessage()), e.position());
        }
    }

    private Question strict(
            Searched searched,
            SearchRequest request,
            Filters read,
            QueryNode tree,
            @Nullable String mended,
            @Nullable String suggestion) {
        Asked asked = new Asked(
                tree,
                new QueryCompiler.Widening(
                        request.synonym(), Set.copyOf(request.wording().except())),
                sections(request));
        Compiled both =
                request.query().length() > LONGEST_REMEMBERED ? compiled(asked) : lately.get(asked, this::compiled);
        CompiledQuery compiled = both.papers();
        Query sentences = both.sentences();
        return new Question(request, searched, tree, compiled, sentences, read, Optional.empty(), mended, suggestion);
    }

    private Question withLoose(IndexView view, Question strict) throws IOException {
        Optional<CompiledQuery.Relaxed> relaxed = strict.compiled().relaxed();
        if (relaxed.isEmpty() || !strict.request().wording().most()) {
            return strict;
        }
        Set<Integer> titled = relaxed.get().rest().isEmpty()
                ? Titled.of(
                        view,
                        analysis,
                        strict.mended() == null ? strict.request().query() : strict.mended())
                : Set.of();
        Loose loose = Loose.of(view.searcher(), strict.compiled(), titled, query -> {
            BooleanQuery.Builder all = new BooleanQuery.Builder().add(strict.papers(query), Occur.MUST);
            strict.filters().ofFacets().values().forEach(each -> all.add(each, Occur.FILTER));
            return all.build();
        });
        return new Question(
                strict.request(),
                strict.searched(),
                strict.tree(),
                strict.compiled(),
                strict.sentences(),
                strict.filters(),
                Optional.of(loose),
                strict.mended(),
                strict.suggestion());
    }

    private static List<String> sections(SearchRequest request) {
        return request.filters().getOrDefault("section", List.of()).stream()
                .map(FilterReader::sectionField)
                .distinct()
                .toList();
    }
}
