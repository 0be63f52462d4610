package dev.apatite.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a typed query into tokens, in one pass. Brackets and quotes without a partner, and operators that join nothing,
 * are no syntax.
 */
final class Lexer {
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");
    private static final Pattern FIELD = Pattern.compile("([A-Za-z][A-Za-z_0-9]{1,40}):(?=\\S|$)");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z_]++");
    private static final Pattern RANGE = Pattern.compile("\\[\\s*+([0-9]{1,4}|\\*)\\s++TO\\s++([0-9]{1,4}|\\*)\\s*+]");
    private static final Pattern DATES = Pattern.compile(
            "\\[\\s*+([0-9]{4}(?:-[0-9]{2}){0,2}|\\*)\\s++TO\\s++([0-9]{4}(?:-[0-9]{2}){0,2}|\\*)\\s*+]");
    private static final Pattern SLOP = Pattern.compile("~([0-9]{1,9})(?![\\p{L}\\p{N}])");
    private static final int WIDEST = 100;
    private static final String QUOTES = "\"\u201C\u201D";

    private final String text;
    private static final Pattern TAGGED = Pattern.compile("([^\\s\\[\\]\"()*?]++)(\\*?)(?=\\[)");
    private static final Pattern ALLELE = Pattern.compile("\\*(?=[0-9])");
    private static final Pattern LETTERS_WITHIN =
            Pattern.compile("[\\p{L}\\p{N}-]{2,}[?*][\\p{L}\\p{N}?*-]*[\\p{L}\\p{N}]\\*?");

    private final FieldTags tags;
    private final BitSet paired;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Lexer(String text, FieldTags tags) {
        this.text = text;
        this.tags = tags;
        paired = pairs(text);
    }

    List<Token> tokens() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (Character.isWhitespace(next) || Character.isSpaceChar(next)) {
                at++;
            } else if (QUOTES.indexOf(next) >= 0) {
                phrase();
            } else if (next == '(' || next == ')') {
                bracket(next);
            } else if (!sign(next) && !field() && !tagged()) {
                word(wordEnd());
            }
        }
        return withoutIdleOperators();
    }

    static boolean isQuote(char each) {
        return QUOTES.indexOf(each) >= 0;
    }

    /** "-word" and "!word" leave papers with the word out, "+word" demands it; && and || are AND and OR. */
    private boolean sign(char sign) {
        if (text.startsWith("&&", at) || text.startsWith("||", at)) {
            tokens.add(new Token.Operator(sign == '&' ? "AND" : "OR", at));
            at += 2;
            return true;
        }
        boolean begins = at == 0 || isBreak(text.charAt(at - 1)) || text.charAt(at - 1) == '(';
        if (!begins || "-!+".indexOf(sign) < 0 || at + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(at + 1);
        if (!Character.isLetter(next) && QUOTES.indexOf(next) < 0 && !(next == '(' && paired.get(at + 1))) {
            return false;
        }
        if (sign == '+') {
            return demanded(next);
        }
        tokens.add(new Token.Operator("NOT", at++));
        return true;
    }

    private boolean demanded(char next) {
        if (!Character.isLetter(next)) {
            at++;
            return true;
        }
        int start = at++;
        int end = wordEnd();
        tokens.add(new Token.Phrase(text.substring(at, end), 0, start));
        at = end;
        return true;
    }

    /** A word, or the beginning of one, with one of PubMed's tags: {@code women[tiab]}, {@code wom*[tiab]}. */
    private boolean tagged() {
        Matcher word = TAGGED.matcher(text).region(at, text.length());
        if (!word.lookingAt()) {
            return false;
        }
        Optional<FieldTags.Found> tag = tags.at(text, word.end());
        tag.ifPresent(found -> {
            boolean beginning = !word.group(2).isEmpty();
            in(found.tag(), beginning ? beginning(word.group(1), at) : new Token.Word(word.group(1), at));
            at = found.end();
        });
        return tag.isPresent();
    }

    private void in(FieldTags.Tag tag, Token token) {
        QueryField field = tag.field();
        if (field != null && tag.wordsToo()) {
            tokens.add(new Token.Open(at));
            tokens.add(new Token.Field(field, at));
            tokens.add(token);
            tokens.add(new Token.Operator("OR", at));
            tokens.add(token);
            tokens.add(new Token.Close(at));
        } else {
            if (field != null) {
                tokens.add(new Token.Field(field, at));
            }
            tokens.add(token);
        }
    }

    private void bracket(char bracket) {
        if (paired.get(at)) {
            tokens.add(bracket == '(' ? new Token.Open(at) : new Token.Close(at));
        }
        at++;
    }

    private void phrase() {
        int start = at;
        int end = start + 1;
        while (end < text.length() && QUOTES.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end == text.length()) {
            at++;
            return;
        }
        String inside = text.substring(start + 1, end);
        int star = inside.indexOf('*');
        if (star > 0 && Character.isLetterOrDigit(inside.charAt(star - 1))) {
            throw new QueryException("a * within quotes cannot be searched; take it out", start + 1 + star);
        }
        at = end + 1;
        Matcher slop = SLOP.matcher(text).region(at, text.length());
        slop.useTransparentBounds(true);
        int moves = 0;
        if (slop.lookingAt()) {
            moves = Integer.parseInt(slop.group(1));
            if (moves > WIDEST) {
                throw new QueryException("words can be at most ~" + WIDEST + " apart", at);
            }
            at = slop.end();
        }
        Optional<FieldTags.Found> tag = tags.at(text, at);
        if (tag.isEmpty()) {
            tokens.add(new Token.Phrase(inside, moves, start));
            return;
        }
        Integer apart = tag.get().moves();
        in(tag.get().tag(), new Token.Phrase(inside, apart == null ? moves : apart, start));
        at = tag.get().end();
    }

    private boolean field() {
        Matcher name = FIELD.matcher(text).region(at, text.length());
        name.useTransparentBounds(true);
        if (!name.lookingAt()) {
            return false;
        }
        Optional<QueryField> field = named(name);
        if (field.isEmpty()) {
            return false;
        }
        tokens.add(new Token.Field(field.get(), at));
        at = name.end();
        value(field.get());
        return true;
    }

    /** A field's name counts in any case; a name of capitals that is none is an error, any other is a word. */
    private Optional<QueryField> named(Matcher name) {
        String typed = name.group(1);
        Optional<QueryField> field = QueryField.named(typed);
        boolean capitals = CAPITALS.matcher(typed).matches();
        if (field.isEmpty() && capitals) {
            throw new QueryException(
                    "there is no field " + typed
                            + QueryField.near(typed)
                                    .map(near -> "; the nearest is " + near)
                                    .orElse("; /api/v1/fields lists those there are"),
                    at);
        }
        // "title:" at the end of what was pasted is a word.
        return capitals || name.end() < text.length() ? field : Optional.empty();
    }

    /** What stands right behind a field's colon. */
    private void value(QueryField field) {
        if (at == text.length()) {
            throw new QueryException(field + ": is followed by nothing", at);
        }
        char next = text.charAt(at);
        if (next == '(' && paired.get(at)) {
            bracket(next);
        } else if (next == '[' || next == '{') {
            range(field);
        } else if (QUOTES.indexOf(next) >= 0) {
            int before = tokens.size();
            phrase();
            if (tokens.size() == before) {
                throw new QueryException("the quote behind " + field + ": is not closed", at - 1);
            }
        } else {
            Matcher inner = FIELD.matcher(text).region(at, text.length());
            if (inner.lookingAt()
                    && field.idField() == null
                    && QueryField.named(inner.group(1)).isPresent()) {
                throw new QueryException("a field cannot be searched within the field " + field, at);
            }
            int end = valueEnd();
            if (end == at) {
                throw new QueryException(field + ": is followed by nothing that can be searched", at);
            }
            word(end);
        }
    }

    private void range(QueryField field) {
        if (field.isDate()) {
            dates(field);
            return;
        }
        Matcher range = RANGE.matcher(text).region(at, text.length());
        if (field != QueryField.PUB_YEAR || !range.lookingAt()) {
            throw new QueryException(
                    field == QueryField.PUB_YEAR
                            ? "a range of years is written PUB_YEAR:[2010 TO 2020]"
                            : "only PUB_YEAR and FIRST_PDATE can be searched by a range, not " + field,
                    at);
        }
        Integer from = number(range.group(1));
        Integer to = number(range.group(2));
        if (from != null && to != null && from > to) {
            throw new QueryException("the range begins with " + from + ", after its end " + to, at);
        }
        tokens.add(new Token.Range(from, to, at));
        at = range.end();
    }

    private void dates(QueryField field) {
        Matcher range = DATES.matcher(text).region(at, text.length());
        if (!range.lookingAt()) {
            throw new QueryException("a range of dates is written " + field + ":[2016-01-01 TO 2016-12-31]", at);
        }
        Integer from = range.group(1).equals("*") ? null : (Integer) CatalogueQueries.first(range.group(1));
        Integer to = range.group(2).equals("*") ? null : (Integer) CatalogueQueries.last(range.group(2));
        if (from != null && to != null && from > to) {
            throw new QueryException(
                    "the range begins with " + range.group(1) + ", after its end " + range.group(2), at);
        }
        tokens.add(new Token.Range(from, to, at));
        at = range.end();
    }

    private static @Nullable Integer number(String typed) {
        return typed.equals("*") ? null : Integer.valueOf(typed);
    }

    private int wordEnd() {
        int end = at;
        while (end < text.length() && !isBreak(text.charAt(end)) && "()".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** A value goes on through brackets of its own: {@code DOI:10.1016/S0140-6736(05)71234-5}. */
    private int valueEnd() {
        int end = at;
        int depth = 0;
        while (end < text.length() && !isBreak(text.charAt(end))) {
            char each = text.charAt(end);
            if (each == ')' && --depth < 0) {
                break;
            }
            depth += each == '(' ? 1 : 0;
            end++;
        }
        return end;
    }

    private static boolean isBreak(char each) {
        return Character.isWhitespace(each) || Character.isSpaceChar(each) || QUOTES.indexOf(each) >= 0;
    }

    private void word(int end) {
        String word = text.substring(at, end);
        int start = at;
        at = end;
        if (OPERATORS.contains(word)) {
            tokens.add(new Token.Operator(word, start));
            return;
        }
        if (LETTERS_WITHIN.matcher(word).matches() && !ALLELE.matcher(word).find()) {
            tokens.add(new Token.Pattern(word, start));
            return;
        }
        int star = ALLELE.matcher(word).find() ? -1 : word.indexOf('*');
        if (star >= 0 && word.codePoints().anyMatch(Character::isLetterOrDigit)) {
            prefix(word, star, start);
            return;
        }
        if (isFuzzy(word)) {
            throw new QueryException(
                    "a word with ~ cannot be searched; put two words in quotes to say how far apart they may be",
                    start + word.indexOf('~'));
        }
        tokens.add(new Token.Word(word, start));
    }

    private void prefix(String word, int star, int start) {
        Token.Prefix prefix = beginning(word.substring(0, star), start);
        if (word.substring(star).codePoints().anyMatch(Character::isLetterOrDigit)) {
            throw new QueryException("a * can only stand at the end of a word", start + star);
        }
        tokens.add(prefix);
    }

    private static Token.Prefix beginning(String letters, int start) {
        if (letters.codePoints().filter(Character::isLetterOrDigit).count() < 2) {
            throw new QueryException("a * needs at least two letters before it", start);
        }
        return new Token.Prefix(letters, start);
    }

    /** "calcinosis~" and "calcinosis~2", but not "~5 mg". */
    private static boolean isFuzzy(String word) {
        int tilde = word.indexOf('~');
        return tilde > 0
                && Character.isLetter(word.charAt(tilde - 1))
                && word.substring(tilde + 1).codePoints().allMatch(each -> Character.isDigit(each) || each == '.');
    }

    /** An operator that joins nothing is the word that it is. */
    private List<Token> withoutIdleOperators() {
        List<Token> kept = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i) instanceof Token.Operator operator) {
                boolean behind = i + 1 < tokens.size() && tokens.get(i + 1).beginsOperand();
                boolean before = operator.name().equals("NOT")
                        || (!kept.isEmpty() && kept.getLast().endsOperand());
                kept.add(behind && before ? operator : new Token.Word(operator.name(), operator.position()));
            } else {
                kept.add(tokens.get(i));
            }
        }
        return kept;
    }

    /** The round brackets that have a partner; those within quotes are text. */
    private static BitSet pairs(String text) {
        BitSet paired = new BitSet();
        List<Integer> open = new ArrayList<>();
        boolean quoted = false;
        int lastQuote = lastQuote(text);
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (QUOTES.indexOf(each) >= 0 && (quoted || i < lastQuote)) {
                quoted = !quoted;
            } else if (!quoted && each == '(') {
                open.add(i);
            } else if (!quoted && each == ')' && !open.isEmpty()) {
                paired.set(open.removeLast());
                paired.set(i);
            }
        }
        return paired;
    }

    private static int lastQuote(String text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (QUOTES.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
