package dev.apatite.export;

import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonalName;
import java.io.IOException;
import java.io.StringWriter;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXFormatter;
import org.jbibtex.Key;
import org.jbibtex.StringValue;
import org.jspecify.annotations.Nullable;

/**
 * BibTeX in UTF-8 (BibLaTeX and modern BibTeX), with LaTeX's own characters escaped where LaTeX prints them; addresses
 * stay as they are. A key is made of the paper alone, so that it is the same in every export that holds the paper.
 */
final class BibtexExport implements Export<Paper> {
    private static final Set<String> EMPTY_WORDS =
            Set.of("the", "an", "of", "in", "on", "and", "for", "with", "to", "by", "from", "case", "report");

    private final Appendable out;
    private final Set<String> keys = new HashSet<>();

    BibtexExport(Appendable out) {
        this.out = out;
    }

    @Override
    public void add(Paper paper) throws IOException {
        String key = key(paper);
        BibTeXEntry entry = new BibTeXEntry(
                paper.journal() == null ? BibTeXEntry.TYPE_MISC : BibTeXEntry.TYPE_ARTICLE, new Key(key));
        put(entry, "title", paper.title() == null ? null : BibtexTitle.of(paper.title()));
        put(entry, "author", paper.authors().stream().map(BibtexExport::name).collect(Collectors.joining(" and ")));
        // What BibTeX's styles sort by where there is no author.
        put(entry, "key", paper.authors().isEmpty() ? key : null);
        put(entry, "journal", escaped(paper.journal()));
        put(entry, "year", paper.year() == null ? null : paper.year().toString());
        put(entry, "date", Dates.printed(paper));
        put(entry, "volume", escaped(paper.volume()));
        put(entry, "number", escaped(paper.issue()));
        put(entry, "pages", escaped(PageRange.range(paper.firstPage(), paper.lastPage(), "--")));
        put(entry, "issn", paper.bibliography().issn());
        put(entry, "doi", paper.doi());
        put(entry, "url", WebAddresses.of(paper));
        put(entry, "pmid", paper.pmid());
        put(entry, "pmcid", paper.pmcid());
        put(entry, "language", paper.language());
        put(entry, "keywords", escaped(String.join(", ", paper.keywords())));
        put(entry, "copyright", escaped(paper.bibliography().license()));
        put(
                entry,
                "orcid-numbers",
                paper.authors().stream()
                        .filter(each -> each.orcid() != null)
                        .map(each -> name(each) + "/" + each.orcid())
                        .collect(Collectors.joining("; ")));
        put(entry, "abstract", escaped(RisExport.abstractOf(paper)));
        BibTeXDatabase database = new BibTeXDatabase();
        database.addObject(entry);
        StringWriter text = new StringWriter();
        new BibTeXFormatter().format(database, text);
        out.append(text.toString().strip()).append("\n\n");
    }

    private static String name(Author author) {
        PersonalName name = PersonalName.of(author);
        String family = Objects.requireNonNull(escaped(name.family()));
        if (name.isLiteral()) {
            // Braces keep a group's name from being taken apart as a person's.
            return "{" + family + "}";
        }
        String suffix = name.suffix() == null ? "" : ", " + name.suffix();
        return family + suffix + ", " + escaped(name.given());
    }

    private String key(Paper paper) {
        String family = paper.authors().isEmpty()
                ? ""
                : plain(Objects.requireNonNullElse(paper.authors().getFirst().family(), ""));
        String word = "";
        for (String each : Objects.requireNonNullElse(paper.title(), "").split("[^\\p{L}\\p{N}]+")) {
            if (each.length() > 2 && !EMPTY_WORDS.contains(each.toLowerCase(Locale.ROOT))) {
                word = plain(each);
                break;
            }
        }
        String stem = (family.isEmpty() ? "anonymous" : family) + (paper.year() == null ? "" : paper.year()) + word;
        String own = stem + "-" + Integer.toHexString(paper.id().hashCode());
        return keys.add(stem) ? stem : keys.add(own) ? own : own + "-" + keys.size();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[^A-Za-z0-9]+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static void put(BibTeXEntry entry, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            String text = value.replaceAll("\\s+", " ").strip();
            entry.addField(new Key(field), new StringValue(text, StringValue.Style.BRACED));
        }
    }

    static @Nullable String escaped(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '&', '%', '$', '#', '_' -> escaped.append('\\').append(c);
                case '{', '}' -> escaped.append(c == '{' ? '(' : ')');
                case '~' -> escaped.append("\\textasciitilde ");
                case '^' -> escaped.append("\\textasciicircum ");
                case '\\' -> escaped.append("\\textbackslash ");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    @Override
    public void close() {}
}
