package dev.apatite.query;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.index.TextAnalysis;
import dev.apatite.query.QueryNode.And;
import dev.apatite.query.QueryNode.Everything;
import dev.apatite.query.QueryNode.InField;
import dev.apatite.query.QueryNode.Not;
import dev.apatite.query.QueryNode.Nothing;
import dev.apatite.query.QueryNode.Or;
import dev.apatite.query.QueryNode.Pattern;
import dev.apatite.query.QueryNode.Phrase;
import dev.apatite.query.QueryNode.Prefix;
import dev.apatite.query.QueryNode.Range;
import dev.apatite.query.QueryNode.Word;
import dev.apatite.query.QueryNode.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query language: bare words, {@code "phrases"}, {@code AND OR NOT}, parentheses, {@code prefix*},
 * {@code "a b"~5}, {@code FIELD:value} and {@code PUB_YEAR:[2010 TO 2020]}. NOT binds closest, then AND (which may be left
 * out), then OR. Safe to share between threads.
 */
public final class QueryParser {
    /** The most UTF-16 units that a query may have. */
    public static final int LONGEST = 16_384;

    /** The most words that a query may have. */
    public static final int MOST_WORDS = 500;

    private static final int DEEPEST = 50;

    /** Pages, facets and tabs of one search read the same words again and again. */
    private static final int MOST_REMEMBERED = 500;

    private static final int LONGEST_REMEMBERED = 300;

    private final TextAnalysis analysis;
    private final ForeignSyntax foreign = ForeignSyntax.load();
    private final FieldTags tags = FieldTags.load();
    private final SmallOr smallOr = new SmallOr(QuestionWords.load());
    private final Cache<String, QueryNode> lately = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .executor(Runnable::run)
            .build();

    public QueryParser(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    /**
     * What a query asks for; blank text asks for everything.
     *
     * @throws QueryException where it cannot be honoured
     */
    public QueryNode parse(String text) {
        if (text.length() > LONGEST) {
            throw new QueryException("a query can have at most " + LONGEST + " characters", LONGEST);
        }
        String typed = text.strip();
        if (typed.isEmpty() || typed.equals("*") || typed.equals("*:*")) {
            return new Everything();
        }
        return text.length() > LONGEST_REMEMBERED ? readAnew(text) : lately.get(text, this::readAnew);
    }

    private QueryNode readAnew(String text) {
        return PastedIds.read(text.strip()).orElseGet(() -> read(text));
    }

    private QueryNode read(String text) {
        foreign.check(text);
        return new Reader(new Lexer(text, tags).tokens()).read();
    }

    /** Goes through the tokens once. */
    private final class Reader {
        private final List<Token> tokens;
        private int at;
        private int depth;
        private int words;
        private boolean anded;
        private @Nullable QueryField within;

        Reader(List<Token> tokens) {
            this.tokens = tokens;
        }

        QueryNode read() {
            QueryNode node = either();
            return anded ? node : bare(node);
        }

        /** Words that no operator joins are bare: they are wanted, but not demanded. */
        private static QueryNode bare(QueryNode node) {
            return switch (node) {
                case Word word -> new Words(List.of(word));
                case Or or -> isOfSmall(or) ? new Words(List.of(or)) : or;
                case And and -> {
                    List<QueryNode> parts = new ArrayList<>();
                    List<QueryNode> side = new ArrayList<>();
                    for (QueryNode each : and.parts()) {
                        if (each instanceof Word || (each instanceof Or or && isOfSmall(or))) {
                            side.add(each);
                        } else {
                            close(side, parts);
                            parts.add(each);
                        }
                    }
                    close(side, parts);
                    yield parts.size() == 1 ? parts.getFirst() : new And(parts);
                }
                default -> node;
            };
        }

        private static void close(List<QueryNode> side, List<QueryNode> parts) {
            if (!side.isEmpty()) {
                parts.add(new Words(side));
                side.clear();
            }
        }

        /** Whether words were joined by a small "or". */
        private static boolean isOfSmall(Or or) {
            return or.parts().stream().allMatch(Words.class::isInstance);
        }

        private @Nullable Token next() {
            return at < tokens.size() ? tokens.get(at) : null;
        }

        private boolean take(String operator) {
            if (next() instanceof Token.Operator each && each.name().equals(operator)) {
                at++;
                return true;
            }
            return false;
        }

        private QueryNode either() {
            List<QueryNode> parts = new ArrayList<>();
            do {
                QueryNode part = both();
                if (!(part instanceof Nothing)) {
                    parts.add(part);
                }
            } while (take("OR"));
            return switch (parts.size()) {
                case 0 -> new Nothing();
                case 1 -> parts.getFirst();
                default -> new Or(parts);
            };
        }

        private QueryNode both() {
            List<QueryNode> parts = new ArrayList<>();
            do {
                while (next() != null && next().beginsOperand()) {
                    add(parts, single());
                }
                boolean and = take("AND");
                anded |= and && depth == 0;
                if (!and) {
                    break;
                }
            } while (true);
            List<QueryNode> joined = smallOr.join(parts);
            return switch (joined.size()) {
                case 0 -> new Nothing();
                case 1 -> joined.getFirst();
                default -> new And(joined);
            };
        }

        private static void add(List<QueryNode> parts, QueryNode part) {
            if (part instanceof And and) {
                parts.addAll(and.parts());
            } else if (!(part instanceof Nothing)) {
                parts.add(part);
            }
        }

        private QueryNode single() {
            Token token = tokens.get(at++);
            if (++depth > DEEPEST) {
                throw new QueryException("a query can be nested at most " + DEEPEST + " deep", token.position());
            }
            QueryNode node = switch (token) {
                case Token.Word word -> word(word);
                case Token.Pattern pattern -> counted(new Pattern(pattern.text(), pattern.position()), 1, pattern);
                case Token.Prefix prefix -> counted(new Prefix(prefix.text(), prefix.position()), 1, prefix);
                case Token.Phrase phrase -> phrase(phrase);
                case Token.Field field -> field(field);
                case Token.Open open -> group();
                case Token.Operator not -> not();
                case Token.Range range -> throw new QueryException("a range stands behind a field", range.position());
                case Token.Close close -> throw new QueryException("a bracket closes nothing", close.position());
            };
            depth--;
            return node;
        }

        private QueryNode group() {
            QueryNode inside = either();
            at++;
            return inside;
        }

        private QueryNode not() {
            QueryNode part = single();
            return part instanceof Nothing ? part : new Not(part);
        }

        private QueryNode field(Token.Field token) {
            if (within != null) {
                throw new QueryException("a field cannot be searched within the field " + within, token.position());
            }
            if (next() instanceof Token.Range range) {
                at++;
                return counted(new Range(token.field(), range.from(), range.to()), 1, range);
            }
            within = token.field();
            QueryNode part = single();
            within = null;
            if (part instanceof Nothing) {
                throw new QueryException(
                        token.field() + ": is followed by nothing that can be searched", token.position());
            }
            return new InField(token.field(), part, token.position());
        }

        private QueryNode word(Token.Word word) {
            int count = analysis.words(word.text()).size();
            return count == 0 ? new Nothing() : counted(new Word(word.text(), word.position()), count, word);
        }

        private QueryNode phrase(Token.Phrase phrase) {
            int count = analysis.words(phrase.text()).size();
            return count == 0
                    ? new Nothing()
                    : counted(new Phrase(phrase.text(), phrase.slop(), phrase.position()), count, phrase);
        }

        private QueryNode counted(QueryNode node, int count, Token token) {
            words += count;
            if (words > MOST_WORDS) {
                throw new QueryException("a query can have at most " + MOST_WORDS + " words", token.position());
            }
            return node;
        }
    }
}
