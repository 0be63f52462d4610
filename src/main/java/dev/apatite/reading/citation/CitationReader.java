package dev.apatite.reading.citation;

import dev.apatite.paper.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a printed reference. */
public final class CitationReader {
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern BARE_PMID = Pattern.compile("[1-9]\\d{6,7}");
    private static final Pattern ABBREVIATED = Pattern.compile("\\p{L}\\.\\s?\\p{L}");

    private final Tagger tagger;

    /** A reader with the weights that come with the build. */
    public CitationReader() {
        this(new Tagger(Weights.builtIn()));
    }

    CitationReader(Tagger tagger) {
        this.tagger = tagger;
    }

    /** The reference with every field that is printed in it. */
    public Reference read(@Nullable String label, String raw) {
        List<Identifier> identifiers = Identifier.findAll(raw);
        List<Token> tokens = Tokenizer.tokenize(raw, identifiers);
        String after =
                tokens.isEmpty() ? "" : Tokenizer.between(raw, tokens.getLast().end(), raw.length());
        List<Label> labels = tagger.tag(tokens, after);
        Runs runs = new Runs(raw, runs(tokens, labels));
        String pmid = identifier(identifiers, Identifier.Kind.PMID);
        return new Reference(
                label,
                raw,
                Names.of(raw, tokens, labels),
                runs.longest(Label.TITLE),
                journal(raw, runs),
                runs.year(),
                runs.first(Label.VOLUME),
                runs.first(Label.ISSUE),
                runs.first(Label.FIRST_PAGE),
                runs.first(Label.LAST_PAGE),
                identifier(identifiers, Identifier.Kind.DOI),
                pmid != null ? pmid : barePmid(tokens, labels),
                identifier(identifiers, Identifier.Kind.URL),
                null);
    }

    /** An abbreviated journal keeps its last full stop ("J. Clin. Invest."). */
    private static @Nullable String journal(String raw, Runs runs) {
        Run run = runs.longestRun(Label.JOURNAL);
        if (run == null) {
            return null;
        }
        String text = Cut.text(raw, run.start(), run.end());
        boolean dot = run.end() < raw.length()
                && raw.charAt(run.end()) == '.'
                && ABBREVIATED.matcher(text).find();
        return dot ? text + "." : text;
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
    private static @Nullable String barePmid(List<Token> tokens, List<Label> labels) {
        int last = tokens.size() - 1;
        if (last < 4 || labels.get(last) != Label.OTHER) {
            return null;
        }
        Token token = tokens.get(last);
        boolean behind = tokens.get(last - 1).isIdentifier()
                || labels.get(last - 1) == Label.LAST_PAGE
                || labels.get(last - 1) == Label.FIRST_PAGE;
        return behind && BARE_PMID.matcher(token.text()).matches() ? token.text() : null;
    }

    /** Neighbouring words with one label. */
    record Run(Label label, int start, int end) {}

    private static List<Run> runs(List<Token> tokens, List<Label> labels) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Run last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && i > 0 && last.label() == labels.get(i)) {
                runs.set(runs.size() - 1, new Run(last.label(), last.start(), token.end()));
            } else {
                runs.add(new Run(labels.get(i), token.start(), token.end()));
            }
        }
        return runs;
    }

    private record Runs(String raw, List<Run> all) {
        @Nullable
        Run longestRun(Label label) {
            Run longest = null;
            for (Run run : all) {
                if (run.label() == label
                        && (longest == null || run.end() - run.start() > longest.end() - longest.start())) {
                    longest = run;
                }
            }
            return longest;
        }

        @Nullable
        String longest(Label label) {
            Run run = longestRun(label);
            return run == null ? null : Cut.text(raw, run.start(), run.end());
        }

        @Nullable
        String first(Label label) {
            for (Run run : all) {
                if (run.label() == label) {
                    return raw.substring(run.start(), run.end()).replaceAll("\\s+", " ");
                }
            }
            return null;
        }

        @Nullable
        Integer year() {
            for (Run run : all) {
                if (run.label() == Label.YEAR) {
                    Matcher digits = YEAR.matcher(raw).region(run.start(), run.end());
                    if (digits.find()) {
                        return Integer.valueOf(digits.group());
                    }
                }
            }
            return null;
        }
    }
}
