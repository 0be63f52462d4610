package dev.apatite.query;

import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/** Turns a syntax tree into a Lucene query. Safe to share between threads. */
public final class QueryCompiler {
    private final TextAnalysis analysis;
    private final ConceptNames names;
    private final EvidenceQueries evidence;
    private final QuestionWords questions = QuestionWords.load();

    public QueryCompiler(TextAnalysis analysis, ConceptNames names, EvidenceQueries evidence) {
        this.analysis = analysis;
        this.names = names;
        this.evidence = evidence;
    }

    /**
     * How words are widened.
     *
     * @param synonym whether other names of a typed concept, and the members of a class, are searched too
     * @param except ids of concepts that are not
     */
    public record Widening(boolean synonym, Set<String> except) {
        /** Nothing but the typed words. */
        public static final Widening NONE = new Widening(false, Set.of());

        public Widening {
            except = Set.copyOf(except);
        }
    }

    /** The query for a tree; bare words are searched in these text fields only, in the whole text where there are none. */
    public CompiledQuery compile(QueryNode node, Widening widening, List<String> fields) {
        WordQueries words = WordQueries.in(fields, analysis);
        Run run = new Run(widening);
        Query query = run.compile(node, words);
        Optional<CompiledQuery.Relaxed> relaxed = new Run(widening).relaxed(node, words);
        WordQueries places = fields.isEmpty() ? WordQueries.inEveryField(analysis) : words;
        Run marking = new Run(widening);
        marking.anyWord = true;
        Query marks = marking.compile(node, places);
        return new CompiledQuery(query, relaxed, marks, run.expansion.expanded(), findings(node));
    }

    /** Matches where any of the bare words of a tree stands in a field. */
    public Query anyWord(QueryNode node, String field) {
        Run run = new Run(Widening.NONE);
        run.anyWord = true;
        return run.compile(node, WordQueries.in(List.of(field), analysis));
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
        private final Widening widening;
        private final WordExpansion expansion;
        private boolean anyWord;
        private Set<QueryNode.Word> idle = Set.of();

        Run(Widening widening) {
            this.widening = widening;
            this.expansion = new WordExpansion(analysis, names, widening.except());
        }

        Query compile(QueryNode node, WordQueries words) {
            return switch (node) {
                case QueryNode.Everything everything -> new MatchAllDocsQuery();
                case QueryNode.Nothing nothing -> new MatchNoDocsQuery("no words");
                case QueryNode.Word word -> all(List.of(word), words);
                case QueryNode.Words bare -> {
                    Set<QueryNode.Word> before = idle;
                    idle = before.isEmpty() ? questions.idle(leaves(bare)) : before;
                    Query query = all(bare.parts(), words);
                    idle = before;
                    yield query;
                }
                case QueryNode.Phrase phrase -> phrase(phrase, words);
                case QueryNode.Prefix prefix -> words.prefix(prefix.text());
                case QueryNode.Pattern pattern -> pattern(pattern, words);
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

        private Query pattern(QueryNode.Pattern pattern, WordQueries words) {
            if (!words.everywhere() && !anyWord) {
                throw new QueryException(
                        "a ? or * within a word is searched in the whole text only; write " + pattern.text()
                                + " without a field",
                        pattern.position());
            }
            return words.pattern(analysis.pattern(pattern.text()));
        }

        /** All parts; neighbouring bare words are looked at together, for together they may name a concept. */
        private Query all(List<QueryNode> parts, WordQueries words) {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            boolean positive = false;
            for (int i = 0; i < parts.size(); i++) {
                switch (parts.get(i)) {
                    case QueryNode.Word first -> {
                        List<QueryNode.Word> side = side(parts, i);
                        i += side.size() - 1;
                        words(side, words).forEach(each -> all.add(each.ways(), anyWord ? Occur.SHOULD : Occur.MUST));
                        positive = true;
                    }
                    case QueryNode.Not not -> all.add(compile(not.part(), words), Occur.MUST_NOT);
                    case QueryNode part -> {
                        all.add(compile(part, words), anyWord ? Occur.SHOULD : Occur.MUST);
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

        /** The words of bare words, in their order. */
        private static List<QueryNode.Word> leaves(QueryNode node) {
            return switch (node) {
                case QueryNode.Word word -> List.of(word);
                case QueryNode.Words words ->
                    words.parts().stream()
                            .flatMap(each -> leaves(each).stream())
                            .toList();
                case QueryNode.Or or ->
                    or.parts().stream().flatMap(each -> leaves(each).stream()).toList();
                default -> List.of();
            };
        }

        private static List<QueryNode.Word> side(List<QueryNode> parts, int from) {
            List<QueryNode.Word> side = new ArrayList<>();
            for (int i = from; i < parts.size() && parts.get(i) instanceof QueryNode.Word word; i++) {
                side.add(word);
            }
            return side;
        }

        /** What of a tree is bare words, and what must be there in any case. */
        Optional<CompiledQuery.Relaxed> relaxed(QueryNode node, WordQueries words) {
            List<QueryNode> parts = node instanceof QueryNode.And and ? and.parts() : List.of(node);
            List<CompiledQuery.Part> bare = new ArrayList<>();
            List<CompiledQuery.Required> rest = new ArrayList<>();
            for (QueryNode part : parts) {
                switch (part) {
                    case QueryNode.Words side -> {
                        idle = questions.idle(leaves(side));
                        bare.addAll(parts(side.parts(), words));
                        idle = Set.of();
                    }
                    case QueryNode.Not not -> rest.add(new CompiledQuery.Required(compile(not.part(), words), true));
                    default -> rest.add(new CompiledQuery.Required(compile(part, words), false));
                }
            }
            return bare.size() < 2 ? Optional.empty() : Optional.of(new CompiledQuery.Relaxed(bare, rest));
        }

        private List<CompiledQuery.Part> parts(List<QueryNode> nodes, WordQueries words) {
            List<CompiledQuery.Part> parts = new ArrayList<>();
            for (int i = 0; i < nodes.size(); i++) {
                switch (nodes.get(i)) {
                    case QueryNode.Word first -> {
                        List<QueryNode.Word> side = side(nodes, i);
                        i += side.size() - 1;
                        parts.addAll(words(side, words));
                    }
                    case QueryNode.Words side -> parts.addAll(parts(side.parts(), words));
                    case QueryNode.Or or -> parts.addAll(parts(or.parts(), words));
                    default -> throw new IllegalStateException("no bare word: " + nodes.get(i));
                }
            }
            return parts;
        }

        /** The words that say something, each with the ways in which a paper may have it. */
        private List<CompiledQuery.Part> words(List<QueryNode.Word> typed, WordQueries queries) {
            Set<QueryNode.Word> nothing = idle.isEmpty() ? questions.idle(typed) : idle;
            List<Placed> placed = new ArrayList<>();
            typed.forEach(word -> analysis.words(word.text()).forEach(each -> placed.add(new Placed(each, word))));
            List<CompiledQuery.Part> parts = new ArrayList<>();
            int at = 0;
            while (at < placed.size()) {
                int length = widening.synonym() ? expansion.longestName(placed, at, nothing) : 0;
                List<Placed> run = placed.subList(at, at + Math.max(1, length));
                List<Placed> said = run.stream()
                        .filter(each -> !nothing.contains(each.typed()))
                        .toList();
                List<Query> others = length == 0 ? List.of() : expansion.ways(run, said.size(), queries);
                said.forEach(each -> parts.addAll(parts(each, others, queries)));
                at += run.size();
            }
            return parts;
        }

        /** A word of letters and hyphens is its parts, wherever they stand; one with digits is one. */
        private List<CompiledQuery.Part> parts(Placed word, List<Query> others, WordQueries queries) {
            List<String> parts = word.word().parts();
            if (parts.size() == 1 || !queries.everywhere() || !isLoose(parts)) {
                List<Query> ways = new ArrayList<>(List.of(queries.word(word.word())));
                ways.addAll(others);
                String term = parts.size() == 1
                        ? parts.getFirst()
                        : word.word().joined().isEmpty()
                                ? null
                                : word.word().joined().getFirst();
                return List.of(new CompiledQuery.Part(
                        word.printed(),
                        WordQueries.best(ways),
                        Optional.ofNullable(term).map(analysis::stem)));
            }
            List<CompiledQuery.Part> loose = new ArrayList<>();
            for (String part : parts) {
                List<Query> ways = new ArrayList<>(List.of(queries.term(part)));
                word.word().joined().forEach(each -> ways.add(new BoostQuery(queries.term(each), FieldWeights.JOINED)));
                ways.addAll(others);
                loose.add(new CompiledQuery.Part(part, WordQueries.best(ways), Optional.of(analysis.stem(part))));
            }
            return loose;
        }

        private static boolean isLoose(List<String> parts) {
            return parts.stream()
                    .allMatch(each -> each.length() > 1 && each.chars().allMatch(Character::isLetter));
        }

        /** Words in quotes as they stand, or another name of the concept that they name. */
        private Query phrase(QueryNode.Phrase phrase, WordQueries words) {
            Query literal = words.phrase(analysis.terms(phrase.text()), phrase.slop());
            if (!widening.synonym() || phrase.slop() > 0) {
                return literal;
            }
            List<Query> ways = new ArrayList<>(List.of(literal));
            ways.addAll(expansion.ways(phrase.text().strip(), words));
            return WordQueries.best(ways);
        }

        private Query inField(QueryNode.InField in) {
            List<String> texts = in.field().textFields();
            if (!texts.isEmpty()) {
                return compile(in.part(), WordQueries.in(texts, analysis));
            }
            if (in.field() == QueryField.MESH) {
                return heading(in);
            }
            if (in.field().isOfCatalogue()) {
                return CatalogueQueries.papers(in);
            }
            String id = in.field().idField();
            if (id != null) {
                return FieldClauses.id(id, in.part(), in);
            }
            if (in.field() == QueryField.PUB_YEAR) {
                return FieldClauses.year(in.part(), in);
            }
            return new ConceptFields(analysis, names, evidence).papers(in);
        }
    }

    /** A subject heading: a mention of its concept as a condition, treatment, organism or site, or a keyword of the paper. */
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
                        compile(in.part(), Widening.NONE, List.of(Schema.KEYWORDS))
                                .query(),
                        Occur.SHOULD)
                .build();
    }
}
