package dev.apatite.query;

import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import dev.apatite.vocabulary.Concept;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;

/** What typed words name, the ways in which a paper may have it, and a note of what is searched beside the words. */
final class WordExpansion {
    private static final int LONGEST_NAME = 8;
    private static final int MOST_MEMBERS = 60;

    private final TextAnalysis analysis;
    private final ConceptNames names;
    private final Set<String> except;
    private final Map<String, Map<String, CompiledQuery.Other>> expanded = new LinkedHashMap<>();

    /** For one compilation, which leaves out the concepts of these ids. */
    WordExpansion(TextAnalysis analysis, ConceptNames names, Set<String> except) {
        this.analysis = analysis;
        this.names = names;
        this.except = except;
    }

    /** What was searched beside the typed words so far, in the order in which they were met. */
    List<CompiledQuery.Expanded> expanded() {
        List<CompiledQuery.Expanded> all = new ArrayList<>();
        expanded.forEach((typed, others) -> all.add(new CompiledQuery.Expanded(typed, List.copyOf(others.values()))));
        return all;
    }

    /** How many words from here on name something together; 0 where none do. */
    int longestName(List<Placed> words, int at, Set<QueryNode.Word> nothing) {
        for (int length = Math.min(LONGEST_NAME, words.size() - at); length > 0; length--) {
            List<Placed> run = words.subList(at, at + length);
            if (run.stream().anyMatch(each -> !nothing.contains(each.typed()))
                    && (!named(run).isEmpty() || !saidOtherwise(run).isEmpty())) {
                return length;
            }
        }
        return 0;
    }

    /** What papers call what is called so every day. */
    private List<String> saidOtherwise(List<Placed> run) {
        return run.size() > EverydayNames.LONGEST ? List.of() : names.otherwise(name(run));
    }

    private static String name(List<Placed> run) {
        return run.size() == 1 ? run.getFirst().printed() : Placed.typed(run);
    }

    private List<Concept> named(List<Placed> run) {
        return names.named(run.stream().map(Placed::word).toList(), name(run));
    }

    /** The ways in which a paper may have what words name together, their weight shared out among so many words. */
    List<Query> ways(List<Placed> run, int shares, WordQueries queries) {
        List<Query> ways = ways(named(run), name(run), shares, queries);
        List<String> otherwise = saidOtherwise(run);
        if (!otherwise.isEmpty()) {
            ways.addAll(otherwise(name(run), otherwise, shares, queries));
        }
        return ways;
    }

    /** The words of other names, and what those name. */
    private List<Query> otherwise(String typed, List<String> others, int shares, WordQueries queries) {
        String id = EverydayNames.id(typed);
        boolean on = !except.contains(id);
        note(typed, new CompiledQuery.Other(id, others, false, on));
        List<Query> ways = new ArrayList<>();
        for (String each : on ? others : List.<String>of()) {
            List<TextAnalysis.Word> words = analysis.words(each);
            Query side = words.size() == 1
                    ? queries.word(words.getFirst())
                    : queries.everywhere()
                            ? queries.stems(analysis.terms(each), 0)
                            : queries.phrase(analysis.terms(each), 0);
            ways.add(new BoostQuery(side, FieldWeights.CONCEPT / shares));
            ways.addAll(ways(names.named(words, each), each, shares, queries));
        }
        return ways;
    }

    /** The ways in which a paper may have what a text names as a whole. */
    List<Query> ways(String typed, WordQueries queries) {
        return ways(names.named(analysis.words(typed), typed), typed, 1, queries);
    }

    private List<Query> ways(List<Concept> named, String typed, int shares, WordQueries queries) {
        List<Query> ways = new ArrayList<>();
        for (Concept concept : named) {
            boolean on = !except.contains(concept.id());
            Query own = queries.concept(Schema.conceptTerm(concept.id()));
            if (own == null) {
                continue;
            }
            if (on) {
                ways.add(new BoostQuery(own, FieldWeights.CONCEPT / shares));
            }
            List<String> also = names.others(concept, typed);
            if (!also.isEmpty()) {
                note(typed, new CompiledQuery.Other(concept.id(), also, false, on));
            }
            members(concept, typed, shares, queries, ways);
        }
        return ways;
    }

    private void members(Concept concept, String typed, int shares, WordQueries queries, List<Query> ways) {
        List<Concept> members = names.members(concept, typed);
        List<Concept> on =
                members.stream().filter(each -> !except.contains(each.id())).toList();
        members.stream()
                .limit(MOST_MEMBERS)
                .forEach(each ->
                        note(typed, new CompiledQuery.Other(each.id(), List.of(each.name()), true, on.contains(each))));
        List<String> terms = on.size() == members.size()
                ? List.of(Schema.narrowerTerm(concept.id()))
                : on.stream()
                        .flatMap(each -> Stream.of(Schema.conceptTerm(each.id()), Schema.narrowerTerm(each.id())))
                        .toList();
        if (!on.isEmpty()) {
            terms.forEach(each -> ways.add(
                    new BoostQuery(Objects.requireNonNull(queries.concept(each)), FieldWeights.NARROWER / shares)));
        }
    }

    private void note(String typed, CompiledQuery.Other other) {
        expanded.computeIfAbsent(bare(typed), each -> new LinkedHashMap<>()).putIfAbsent(other.id(), other);
    }

    /** A name without the marks of the sentence that it ends. */
    private static String bare(String typed) {
        int end = typed.length();
        while (end > 1 && "?!.,;:".indexOf(typed.charAt(end - 1)) >= 0) {
            end--;
        }
        return typed.substring(0, end);
    }
}
