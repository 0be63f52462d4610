package dev.apatite.query;

import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Response;
import dev.apatite.text.EditDistance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Compiles what stands behind TREATMENT, CONDITION, ANTIBODY, SITE, GIVEN and FINDING. */
final class ConceptFields {
    private static final int LONGEST_NAME = 8;

    private final TextAnalysis analysis;
    private final ConceptNames names;
    private final EvidenceQueries evidence;

    ConceptFields(TextAnalysis analysis, ConceptNames names, EvidenceQueries evidence) {
        this.analysis = analysis;
        this.names = names;
        this.evidence = evidence;
    }

    /** How a name, or the beginning of one, is searched. */
    private interface Names {
        Query named(String name, int position);

        Query beginning(String beginning);
    }

    /** Papers. */
    Query papers(QueryNode.InField in) {
        if (in.field() == QueryField.FINDING) {
            return evidence.papersWithFinding(findings(in.part()));
        }
        MentionType type = Objects.requireNonNull(in.field().conceptType());
        String field = in.field() == QueryField.GIVEN ? Schema.GIVEN : Schema.CONCEPT;
        return compile(in.part(), type, new Names() {
            @Override
            public Query named(String name, int position) {
                Optional<AntibodyStatus> status = type == MentionType.ANTIBODY ? status(name) : Optional.empty();
                return status.isPresent()
                        ? evidence.papersWithPatient(
                                evidence.antibody(name.substring(0, name.lastIndexOf(':')), status.get()))
                        : evidence.concept(field, type, name);
            }

            @Override
            public Query beginning(String beginning) {
                return evidence.beginning(field, type, beginning);
            }
        });
    }

    /** Findings: words that name a response, and words that name a treatment. */
    Query findings(QueryNode part) {
        if (part instanceof QueryNode.And and) {
            refuseUnknown(and.parts());
        }
        return compile(part, MentionType.TREATMENT, new Names() {
            @Override
            public Query named(String name, int position) {
                int colon = name.lastIndexOf(':');
                if (colon > 0 && response(name.substring(colon + 1), position).isPresent()) {
                    return new BooleanQuery.Builder()
                            .add(named(name.substring(0, colon), position), Occur.MUST)
                            .add(named(name.substring(colon + 1), position), Occur.MUST)
                            .build();
                }
                Optional<Response> response = response(name, position);
                return response.isPresent()
                        ? new TermQuery(new Term(Schema.RESPONSE, response.get().code()))
                        : evidence.concept(Schema.TREATMENT, MentionType.TREATMENT, name);
            }

            @Override
            public Query beginning(String beginning) {
                return evidence.beginning(Schema.TREATMENT, MentionType.TREATMENT, beginning);
            }
        });
    }

    /** One finding has one treatment: beside a known one, a word that is neither that nor a response is a mistake. */
    private void refuseUnknown(List<QueryNode> parts) {
        List<QueryNode.Word> words = parts.stream()
                .filter(QueryNode.Word.class::isInstance)
                .map(QueryNode.Word.class::cast)
                .toList();
        boolean all = words.size() == parts.size() && isName(words, MentionType.TREATMENT);
        for (int i = 0; i < words.size() && !all; i++) {
            QueryNode.Word word = words.get(i);
            boolean known = response(word.text(), word.position()).isPresent()
                    || word.text().indexOf(':') > 0
                    || isPartOfName(words, i);
            boolean others =
                    words.stream().anyMatch(each -> each != word && isName(List.of(each), MentionType.TREATMENT));
            if (!known && others) {
                throw new QueryException(
                        word.text() + " is neither a treatment nor a response; responses are "
                                + Arrays.stream(Response.values())
                                        .map(Response::code)
                                        .collect(Collectors.joining(", ")),
                        word.position());
            }
        }
    }

    /** Whether a word, or some of the words around it together with it, name a treatment. */
    private boolean isPartOfName(List<QueryNode.Word> words, int at) {
        for (int from = Math.max(0, at - LONGEST_NAME); from <= at; from++) {
            for (int to = at + 1; to <= Math.min(words.size(), from + LONGEST_NAME); to++) {
                if (isName(words.subList(from, to), MentionType.TREATMENT)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Query compile(QueryNode node, MentionType type, Names how) {
        return switch (node) {
            case QueryNode.Word word -> how.named(word.text(), word.position());
            case QueryNode.Words words -> all(words.parts(), type, how);
            case QueryNode.Pattern pattern ->
                throw new QueryException(
                        "a ? or * within a name cannot be searched here; end its beginning with *", pattern.position());
            case QueryNode.Phrase phrase -> how.named(phrase.text().strip(), phrase.position());
            case QueryNode.Prefix prefix -> how.beginning(prefix.text());
            case QueryNode.And and -> all(and.parts(), type, how);
            case QueryNode.Or or -> {
                BooleanQuery.Builder either = new BooleanQuery.Builder();
                or.parts().forEach(each -> either.add(compile(each, type, how), Occur.SHOULD));
                yield either.build();
            }
            case QueryNode.Not not -> all(List.of(not), type, how);
            case QueryNode.InField in ->
                throw new QueryException("a field cannot be searched within another", in.position());
            case QueryNode.Range range -> throw new QueryException("only PUB_YEAR can be searched by a range", 0);
            case QueryNode.Everything everything -> new MatchAllDocsQuery();
            case QueryNode.Nothing nothing -> new MatchAllDocsQuery();
        };
    }

    private Query all(List<QueryNode> parts, MentionType type, Names how) {
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
                    names(side, type, how, all);
                    positive = true;
                }
                case QueryNode.Not not -> all.add(compile(not.part(), type, how), Occur.MUST_NOT);
                case QueryNode part -> {
                    all.add(compile(part, type, how), Occur.MUST);
                    positive = true;
                }
            }
        }
        if (!positive) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return all.build();
    }

    /** Neighbouring words: the longest names that they make, each other word a name of its own. */
    private void names(List<QueryNode.Word> words, MentionType type, Names how, BooleanQuery.Builder all) {
        int at = 0;
        while (at < words.size()) {
            int length = Math.min(LONGEST_NAME, words.size() - at);
            while (length > 1 && !isName(words.subList(at, at + length), type)) {
                length--;
            }
            all.add(
                    how.named(
                            text(words.subList(at, at + length)), words.get(at).position()),
                    Occur.MUST);
            at += length;
        }
    }

    private boolean isName(List<QueryNode.Word> words, MentionType type) {
        return names.named(analysis.words(text(words))).stream().anyMatch(each -> each.type() == type);
    }

    private static String text(List<QueryNode.Word> words) {
        return String.join(" ", words.stream().map(QueryNode.Word::text).toList());
    }

    private static Optional<AntibodyStatus> status(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(AntibodyStatus.values())
                .filter(each -> lower.endsWith(":" + each.code()))
                .findFirst();
    }

    /** The response of this name; a word that only looks like one is an error, for it would find nothing. */
    private static Optional<Response> response(String name, int position) {
        String lower = name.toLowerCase(Locale.ROOT);
        Optional<Response> response = Arrays.stream(Response.values())
                .filter(each -> each.code().equals(lower))
                .findFirst();
        if (response.isEmpty() && lower.matches("[a-z]++_[a-z_]++")) {
            Response nearest = Arrays.stream(Response.values())
                    .min(Comparator.comparingInt(each -> EditDistance.between(each.code(), lower)))
                    .orElseThrow();
            throw new QueryException("there is no response " + name + "; the nearest is " + nearest.code(), position);
        }
        return response;
    }
}
