package dev.apatite.reading.citation;

import dev.apatite.paper.Reference;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a printed reference. */
public final class CitationReader {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern BARE_PMID = Pattern.compile("[1-9]\\d{6,7}");
    private static final Pattern MISPRINT = Pattern.compile("[12]\\d{3}");
    private static final Pattern ARTICLE =
            Pattern.compile("\\b[Aa]rticle (?:ID|[Nn]o\\.?|[Nn]umber) ?([A-Za-z]?\\d{1,9})\\b");
    private static final Pattern ABBREVIATED = Pattern.compile("\\p{L}\\.\\s?\\p{L}");

    private final Tagger tagger;

    /** A reader with the weights that come with the build. */
    public CitationReader() {
        this(new Tagger(TaggerWeights::builtIn));
    }

    CitationReader(Tagger tagger) {
        this.tagger = tagger;
    }

    /** The reference with every field that is printed in it. */
    public Reference read(@Nullable String label, String raw) {
        List<Identifier> identifiers = Identifier.findAll(raw);
        List<ReferenceToken> tokens = Tokenizer.tokenize(raw, identifiers);
        String after =
                tokens.isEmpty() ? "" : Tokenizer.between(raw, tokens.getLast().end(), raw.length());
        List<Label> labels = tagger.tag(tokens, after);
        Runs runs = Runs.of(raw, tokens, labels);
        String pmid = identifier(identifiers, Identifier.Kind.PMID);
        return new Reference(
                label,
                raw,
                Names.of(raw, tokens, labels),
                title(raw, runs),
                journal(raw, runs),
                year(raw, tokens, labels),
                LabelledNumbers.volume(runs.first(Label.VOLUME)),
                LabelledNumbers.issue(runs.first(Label.ISSUE)),
                firstPage(raw, runs),
                LabelledNumbers.page(runs.first(Label.LAST_PAGE)),
                identifier(identifiers, Identifier.Kind.DOI),
                pmid != null ? pmid : barePmid(tokens, labels),
                identifier(identifiers, Identifier.Kind.URL),
                null);
    }

    /** A title that is printed in quotes ends with them. */
    private static @Nullable String title(String raw, Runs runs) {
        Runs.Run run = runs.title();
        if (run == null) {
            return null;
        }
        char open = run.start() > 0 ? raw.charAt(run.start() - 1) : ' ';
        char close = open == '“' ? '”' : open == '«' ? '»' : open == '"' ? '"' : '\0';
        int end = close == '\0' ? -1 : raw.indexOf(close, run.start());
        boolean closed = end > run.start() + 10
                && end < run.end()
                && (",.?!".indexOf(raw.charAt(end - 1)) >= 0 || ",.;".indexOf(raw.charAt(end + 1)) >= 0);
        if (!closed) {
            return Cut.text(raw, run.start(), run.end());
        }
        while (",. ".indexOf(raw.charAt(end - 1)) >= 0) {
            end--;
        }
        return raw.substring(run.start(), end).replaceAll("\\s+", " ");
    }

    /** An abbreviated journal keeps its last full stop ("J. Clin. Invest."). */
    private static @Nullable String journal(String raw, Runs runs) {
        Runs.Run run = runs.journal();
        if (run == null) {
            return null;
        }
        String text = Cut.text(raw, run.start(), run.end());
        boolean dot = run.end() < raw.length()
                && raw.charAt(run.end()) == '.'
                && ABBREVIATED.matcher(text).find();
        return dot ? text + "." : text;
    }

    /** The year; where none is labelled, four digits that stand where a year stands ("2107;"). */
    private static @Nullable Integer year(String raw, List<ReferenceToken> tokens, List<Label> labels) {
        for (int i = 0; i < tokens.size(); i++) {
            Matcher digits = YEAR.matcher(tokens.get(i).text());
            if (labels.get(i) == Label.YEAR && digits.find()) {
                return Integer.valueOf(digits.group());
            }
        }
        for (int i = 1; i < tokens.size(); i++) {
            ReferenceToken token = tokens.get(i);
            char behind = token.end() < raw.length() ? raw.charAt(token.end()) : ' ';
            boolean placed = behind == ';' || behind == ')' && token.before().endsWith("(");
            boolean free = labels.get(i) != Label.TITLE
                    && labels.get(i) != Label.FIRST_PAGE
                    && labels.get(i) != Label.LAST_PAGE;
            if (placed && free && MISPRINT.matcher(token.text()).matches()) {
                return Integer.valueOf(token.text());
            }
        }
        return null;
    }

    /** The first page; an article's number where the number of its pages stands beside it. */
    private static @Nullable String firstPage(String raw, Runs runs) {
        Matcher article = ARTICLE.matcher(raw);
        return article.find() ? article.group(1) : LabelledNumbers.page(runs.first(Label.FIRST_PAGE));
    }

    private static @Nullable String identifier(List<Identifier> identifiers, Identifier.Kind kind) {
        for (Identifier each : identifiers) {
            if (each.kind() == kind) {
                return each.value();
            }
        }
        return null;
    }

    /** A number of seven or eight digits that closes the entry behind its pages or DOI, as PubMed Central prints it. */
    private static @Nullable String barePmid(List<ReferenceToken> tokens, List<Label> labels) {
        int last = tokens.size() - 1;
        if (last < 4 || labels.get(last) != Label.OTHER) {
            return null;
        }
        ReferenceToken token = tokens.get(last);
        boolean behind = tokens.get(last - 1).isIdentifier()
                || labels.get(last - 1) == Label.LAST_PAGE
                || labels.get(last - 1) == Label.FIRST_PAGE;
        return behind && BARE_PMID.matcher(token.text()).matches() ? token.text() : null;
    }
}
