package dev.apatite.query;

import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import dev.apatite.vocabulary.Concept;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns a syntax tree into a Lucene query. Safe to share between threads. */
public final class QueryCompiler {
    /** How a query is searched. */
    public enum Mode {
        /** Every bare word must be there. */
        ALL,
        /** At least one bare word must be there; for questions in whole sentences. */
        ANY
    }

    private static final int LONGEST_NAME = 8;

    private final TextAnalysis analysis;
    private final ConceptNames names;
    private final EvidenceQueries evidence;

    public QueryCompiler(TextAnalysis analysis, ConceptNames names, EvidenceQueries evidence) {
        this.analysis = analysis;
        this.names = names;
        this.evidence = evidence;
    }

    /** Every bare word must be there, wherever; with {@code synonym} or the concept that it names. */
    public CompiledQuery compile(QueryNode node, boolean synonym) {
        return compile(node, synonym, Mode.ALL, List.of());
    }

    /** A question in whole sentences: its words as they are, none of which must be there. */
    public CompiledQuery question(String text) {
        List<QueryNode> words = new ArrayList<>();
        int position = 0;
        for (String each : text.split("\\s++", QueryParser.MOST_WORDS)) {
            words.add(new QueryNode.Word(each, position));
            position += each.length() + 1;
        }
        return compile(new QueryNode.And(words), true, Mode.ANY, List.of());
    }

    /** The query for a tree; bare words are searched in these text fields only, in all of them where there are none. */
    public CompiledQuery compile(QueryNode node, boolean synonym, Mode mode, List<String> fields) {
        Run run = new Run(synonym, mode);
        Query query = run.compile(node, new WordQueries(fields));
        List<CompiledQuery.Expanded> expansions = new ArrayList<>();
        run.expansions.forEach((typed, also) -> expansions.add(new CompiledQuery.Expanded(typed, List.copyOf(also))));
        return new CompiledQuery(query, expansions, findings(node));
    }

    /** What a query demands of findings: its FINDING clauses, if it is one or joins some by AND. */
    private Optional<Query> findings(QueryNode node) {
        List<QueryNode> parts = node instanceof QueryNode.And and ? and.parts() : List.of(node);
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        boolean any = false;
        for (QueryNode part : parts) {
            if (part instanceof QueryNode.InField in && in.field() == QueryField.FINDING) {
                either.add(new ConceptFields(analysis, names, evidence).findings(in.part()), Occur.SHOULD);
                any = true;
            }
        }
        return any ? Optional.of(either.build()) : Optional.empty();
    }

    /** One compilation, which gathers what it expands. */
    private final class Run {
        private final boolean synonym;
        private final Mode mode;
        private final Map<String, Set<String>> expansions = new LinkedHashMap<>();
        private boolean negated;

        Run(boolean synonym, Mode mode) {
            this.synonym = synonym;
            this.mode = mode;
        }

        Query compile(QueryNode node, WordQueries words) {
            return switch (node) {
                case QueryNode.Everything everything -> new MatchAllDocsQuery();
                case QueryNode.Nothing nothing -> new MatchNoDocsQuery("no words");
                case QueryNode.Word word -> all(List.of(word), words);
                case QueryNode.Phrase phrase -> words.phrase(terms(phrase.text()), phrase.slop());
                case QueryNode.Prefix prefix -> words.prefix(prefix.text(), analysis);
                case QueryNode.And and -> all(and.parts(), words);
                case QueryNode.Or or -> {
                    BooleanQuery.Builder either = new BooleanQuery.Builder();
                    or.parts().forEach(each -> either.add(compile(each, words), Occur.SHOULD));
                    yield either.build();
                }
                case QueryNode.Not not -> all(List.of(not), words);
                case QueryNode.InField in -> inField(in);
                case QueryNode.Range range ->
                    IntPoint.newRangeQuery(
                            range.field().isDate() ? Schema.DATE : Schema.YEAR,
                            Objects.requireNonNullElse(range.from(), Integer.MIN_VALUE),
                            Objects.requireNonNullElse(range.to(), Integer.MAX_VALUE));
            };
        }

        /** All parts; neighbouring bare words are looked at together, for together they may name a concept. */
        private Query all(List<QueryNode> parts, WordQueries words) {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            boolean positive = false;
            for (int i = 0; i < parts.size(); i++) {
                switch (parts.get(i)) {
                    case QueryNode.Word first -> {
                        List<QueryNode.Word> side = new ArrayList<>(List.of(first));
                        while (i + 1 < parts.size() && parts.get(i + 1) instanceof QueryNode.Word next) {
                            side.add(next);
                            i++;
                        }
                        words(side, words, all);
                        positive = true;
                    }
                    case QueryNode.Not not -> all.add(without(not, words), Occur.MUST_NOT);
                    case QueryNode part -> {
                        all.add(compile(part, words), Occur.MUST);
                        positive = true;
                    }
                }
            }
            if (!positive) {
                all.add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER);
            }
            BooleanQuery query = all.build();
            return query.clauses().size() == 1 && positive
                    ? query.clauses().getFirst().query()
                    : query;
        }

        private Query without(QueryNode.Not not, WordQueries words) {
            boolean before = negated;
            negated = true;
            Query query = compile(not.part(), words);
            negated = before;
            return query;
        }

        private void words(List<QueryNode.Word> typed, WordQueries queries, BooleanQuery.Builder all) {
            Occur occur = mode == Mode.ALL ? Occur.MUST : Occur.SHOULD;
            List<Placed> placed = new ArrayList<>();
            typed.forEach(word -> analysis.words(word.text()).forEach(each -> placed.add(new Placed(each, word))));
            int at = 0;
            while (at < placed.size()) {
                int length = synonym && !negated ? longestName(placed, at) : 0;
                List<Placed> part = placed.subList(at, at + Math.max(1, length));
                Query literal = literal(part, queries, occur);
                all.add(length == 0 ? literal : expanded(part, literal, queries), occur);
                at += part.size();
            }
        }

        private Query literal(List<Placed> part, WordQueries queries, Occur occur) {
            if (part.size() == 1) {
                return queries.word(part.getFirst().word());
            }
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            part.forEach(each -> all.add(queries.word(each.word()), occur));
            return all.build();
        }

        /** How many words from here on name a concept together; 0 where none do. */
        private int longestName(List<Placed> words, int at) {
            for (int length = Math.min(LONGEST_NAME, words.size() - at); length > 0; length--) {
                if (!named(words.subList(at, at + length)).isEmpty()) {
                    return length;
                }
            }
            return 0;
        }

        private List<Concept> named(List<Placed> part) {
            return names.named(part.stream().map(Placed::word).toList());
        }

        private Query expanded(List<Placed> part, Query literal, WordQueries queries) {
            List<Query> ways = new ArrayList<>(List.of(literal));
            String typed = Placed.typed(part);
            for (Concept concept : named(part)) {
                Query mentioned = queries.concept(concept.id());
                if (mentioned != null) {
                    ways.add(new BoostQuery(mentioned, Weights.CONCEPT));
                    note(typed, concept);
                }
            }
            return WordQueries.best(ways);
        }

        private void note(String typed, Concept concept) {
            Set<String> noted = expansions.computeIfAbsent(typed, each -> new LinkedHashSet<>());
            noted.addAll(names.others(concept, typed));
            if (noted.isEmpty()) {
                expansions.remove(typed);
            }
        }

        private Query inField(QueryNode.InField in) {
            List<String> texts = in.field().textFields();
            if (!texts.isEmpty()) {
                return compile(in.part(), new WordQueries(texts));
            }
            if (in.field() == QueryField.MESH) {
                return heading(in);
            }
            if (in.field().isOfCatalogue()) {
                return CatalogueQueries.papers(in);
            }
            String id = in.field().idField();
            if (id != null) {
                return id(id, in.part(), in);
            }
            if (in.field() == QueryField.PUB_YEAR) {
                return year(in.part(), in);
            }
            return new ConceptFields(analysis, names, evidence).papers(in);
        }
    }

    private Query heading(QueryNode.InField in) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        for (QueryField field :
                List.of(QueryField.CONDITION, QueryField.TREATMENT, QueryField.ORGANISM, QueryField.SITE)) {
            either.add(
                    new ConceptFields(analysis, names, evidence)
                            .papers(new QueryNode.InField(field, in.part(), in.position())),
                    Occur.SHOULD);
        }
        return either.add(
                        compile(in.part(), false, Mode.ALL, List.of(Schema.KEYWORDS))
                                .query(),
                        Occur.SHOULD)
                .build();
    }

    private Query id(String field, QueryNode part, QueryNode.InField in) {
        return switch (part) {
            case QueryNode.Word word ->
                new TermQuery(new Term(field, word.text().toLowerCase(Locale.ROOT)));
            case QueryNode.Phrase phrase ->
                new TermQuery(new Term(field, phrase.text().strip().toLowerCase(Locale.ROOT)));
            case QueryNode.Prefix prefix ->
                new PrefixQuery(new Term(field, prefix.text().toLowerCase(Locale.ROOT)));
            default -> combine(part, each -> id(field, each, in), in);
        };
    }

    private Query year(QueryNode part, QueryNode.InField in) {
        return switch (part) {
            case QueryNode.Word word -> year(word.text(), in);
            case QueryNode.Phrase phrase -> year(phrase.text(), in);
            case QueryNode.And and -> combine(part, each -> year(each, in), in);
            case QueryNode.Or or -> combine(part, each -> year(each, in), in);
            case QueryNode.Not not -> combine(part, each -> year(each, in), in);
            default -> throw noYear(in);
        };
    }

    private static Query year(String typed, QueryNode.InField in) {
        if (!typed.matches("[0-9]{4}")) {
            throw noYear(in);
        }
        return IntPoint.newExactQuery(Schema.YEAR, Integer.parseInt(typed));
    }

    private static QueryException noYear(QueryNode.InField in) {
        return new QueryException("PUB_YEAR is followed by a year, or by [2010 TO 2020]", in.position());
    }

    interface Leaf {
        Query of(QueryNode node);
    }

    /** AND, OR and NOT over something that is not a word of text. */
    static Query combine(QueryNode node, Leaf leaf, QueryNode.InField in) {
        BooleanQuery.Builder built = new BooleanQuery.Builder();
        switch (node) {
            case QueryNode.And and ->
                and.parts().forEach(each -> {
                    if (each instanceof QueryNode.Not not) {
                        built.add(leaf.of(not.part()), Occur.MUST_NOT);
                    } else {
                        built.add(leaf.of(each), Occur.MUST);
                    }
                });
            case QueryNode.Or or -> or.parts().forEach(each -> built.add(leaf.of(each), Occur.SHOULD));
            case QueryNode.Not not -> built.add(leaf.of(not.part()), Occur.MUST_NOT);
            default -> throw new QueryException(in.field() + " cannot be searched so", in.position());
        }
        if (built.build().clauses().stream().allMatch(each -> each.occur() == Occur.MUST_NOT)) {
            built.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return built.build();
    }

    private List<String> terms(String text) {
        return analysis.words(text).stream()
                .flatMap(each -> each.parts().stream())
                .toList();
    }
}
