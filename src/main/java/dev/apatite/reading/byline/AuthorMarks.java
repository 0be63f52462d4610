package dev.apatite.reading.byline;

import dev.apatite.paper.Author;
import dev.apatite.text.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which marks stand at which name of an author line, and which ORCID. */
final class AuthorMarks {
    private static final Pattern LEADING = Pattern.compile("(?:^|[\\s,;&])((?:\\^\\{[^}]{0,120}\\})+)$");
    private static final Pattern BEHIND = Pattern.compile(
            "(?<![\\d-])[(\\[]?(\\d{1,2}(?:\\s?[,–-]\\s?\\d{1,2})*+)(?![\\d-])|[(\\[]([a-z](?:\\s?,\\s?[a-z])*+)[)\\]]");
    private static final Pattern ADDRESS = Pattern.compile(
            "\\^\\{\\d{4}-\\d{4}-[^}]{0,20}\\}|(?:https?:|www\\.|\\d{4}-\\d{4}-)\\S{1,200}|\\S{1,80}@\\S{1,80}");

    private final String line;
    private final StringBuilder letters = new StringBuilder();
    private final List<Integer> places = new ArrayList<>();
    private final List<Author> authors;
    private final int[] starts;
    private final int[] ends;

    /**
     * Looks for the names in the line.
     *
     * @param line with raised marks as {@link RaisedMarks}
     */
    AuthorMarks(String line, List<Author> authors) {
        this.line = line;
        this.authors = authors;
        this.starts = new int[authors.size()];
        this.ends = new int[authors.size()];
        fold();
        locate();
    }

    private void fold() {
        Matcher mark = RaisedMarks.MARK.matcher(line);
        int from = 0;
        while (mark.find()) {
            fold(from, mark.start());
            from = mark.end();
        }
        fold(from, line.length());
    }

    private void fold(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetter(line.charAt(i))) {
                letters.append(Character.toLowerCase(line.charAt(i)));
                places.add(i);
            }
        }
    }

    private void locate() {
        int cursor = 0;
        for (int i = 0; i < authors.size(); i++) {
            int[] found = find(authors.get(i), cursor);
            if (found == null) {
                starts[i] = -1;
                continue;
            }
            starts[i] = places.get(found[0]);
            ends[i] = places.get(found[1] - 1) + 1;
            cursor = found[1];
        }
    }

    private int @Nullable [] find(Author author, int from) {
        String family = letters(author.family());
        String given = letters(author.given());
        int[] first = find(given + family, from);
        int[] second = find(family + given, from);
        if (first == null || second != null && second[0] < first[0]) {
            first = second;
        }
        return first == null ? find(family, from) : first;
    }

    private int @Nullable [] find(String key, int from) {
        int at = key.isEmpty() ? -1 : letters.indexOf(key, from);
        return at < 0 ? null : new int[] {at, at + key.length()};
    }

    private static String letters(@Nullable String name) {
        StringBuilder letters = new StringBuilder();
        String lower = name == null ? "" : name.toLowerCase(Locale.ROOT);
        lower.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /** The marks of each author, in printed order. */
    List<Set<String>> marks() {
        List<Set<String>> all = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            Set<String> marks = new LinkedHashSet<>();
            if (starts[i] >= 0) {
                String own = ADDRESS.matcher(own(i)).replaceAll(" ");
                Matcher mark = RaisedMarks.MARK.matcher(own);
                while (mark.find()) {
                    marks.addAll(RaisedMarks.tokens(mark.group(1)));
                }
                String rest = ADDRESS.matcher(behind(i)).replaceAll(" ");
                Matcher behind = BEHIND.matcher(RaisedMarks.MARK.matcher(rest).replaceAll(" "));
                while (behind.find()) {
                    marks.addAll(RaisedMarks.tokens(behind.group().replaceAll("[(\\[\\])]", "")));
                }
            }
            all.add(marks);
        }
        return all;
    }

    /** These authors, which are the line's, with the ORCIDs that stand at their names. */
    List<Author> withOrcids(List<Author> named) {
        List<Author> all = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            Author author = named.get(i);
            List<String> found = starts[i] < 0 ? List.of() : Identifiers.orcids(own(i));
            boolean one = found.size() == 1;
            all.add(
                    one
                            ? new Author(author.family(), author.given(), found.getFirst(), author.affiliations())
                            : author);
        }
        return all;
    }

    /** What stands before, in and behind a name, as far as the next name's own. */
    private String own(int i) {
        return line.substring(starts[i] - leading(starts[i]), end(i));
    }

    private String behind(int i) {
        return line.substring(ends[i], Math.max(ends[i], end(i)));
    }

    private int end(int i) {
        for (int next = i + 1; next < starts.length; next++) {
            if (starts[next] >= 0) {
                return starts[next] - leading(starts[next]);
            }
        }
        return line.length();
    }

    /** The length of the marks that stand right before a name and not behind another. */
    private int leading(int start) {
        Matcher marks = LEADING.matcher(line.substring(Math.max(0, start - 200), start));
        return marks.find() ? marks.group(1).length() : 0;
    }
}
