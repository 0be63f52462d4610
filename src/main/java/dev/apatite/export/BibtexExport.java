package dev.apatite.export;

import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import java.io.IOException;
import java.io.StringWriter;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXFormatter;
import org.jbibtex.Key;
import org.jbibtex.StringValue;
import org.jspecify.annotations.Nullable;

/** BibTeX in UTF-8 (BibLaTeX and modern BibTeX), with LaTeX's own characters escaped. */
final class BibtexExport implements Export<Paper> {
    private final Appendable out;
    private final Set<String> keys = new HashSet<>();

    BibtexExport(Appendable out) {
        this.out = out;
    }

    @Override
    public void add(Paper paper) throws IOException {
        BibTeXEntry entry = new BibTeXEntry(
                paper.journal() == null ? BibTeXEntry.TYPE_MISC : BibTeXEntry.TYPE_ARTICLE, new Key(key(paper)));
        put(entry, "title", paper.title(), true);
        put(
                entry,
                "author",
                paper.authors().stream().map(BibtexExport::name).collect(Collectors.joining(" and ")),
                false);
        put(entry, "journal", paper.journal(), true);
        put(entry, "year", paper.year() == null ? null : paper.year().toString(), true);
        put(entry, "volume", paper.volume(), true);
        put(entry, "number", paper.issue(), true);
        put(entry, "pages", pages(paper), true);
        put(entry, "doi", paper.doi(), true);
        put(entry, "pmid", paper.pmid(), true);
        put(entry, "pmcid", paper.pmcid(), true);
        put(entry, "keywords", String.join(", ", paper.keywords()), true);
        BibTeXDatabase database = new BibTeXDatabase();
        database.addObject(entry);
        StringWriter text = new StringWriter();
        new BibTeXFormatter().format(database, text);
        out.append(text.toString().strip()).append("\n\n");
    }

    private static @Nullable String pages(Paper paper) {
        return paper.lastPage() == null ? paper.firstPage() : paper.firstPage() + "--" + paper.lastPage();
    }

    private static String name(Author author) {
        String family = escaped(author.family() == null ? "" : author.family());
        // Braces keep a group's name from being taken apart as a person's.
        return author.given() == null ? "{" + family + "}" : family + ", " + escaped(author.given());
    }

    private String key(Paper paper) {
        String family =
                paper.authors().isEmpty() ? null : paper.authors().getFirst().family();
        String stem = plain(family == null ? "anonymous" : family) + (paper.year() == null ? "" : paper.year());
        String key = stem;
        for (int i = 2; !keys.add(key); i++) {
            key = stem + "-" + i;
        }
        return key;
    }

    private static String plain(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[^A-Za-z0-9]+", "")
                .toLowerCase(Locale.ROOT);
        return folded.isEmpty() ? "paper" : folded;
    }

    private static void put(BibTeXEntry entry, String field, @Nullable String value, boolean escape) {
        if (value != null && !value.isBlank()) {
            String text = value.replaceAll("\\s+", " ").strip();
            entry.addField(new Key(field), new StringValue(escape ? escaped(text) : text, StringValue.Style.BRACED));
        }
    }

    private static String escaped(String text) {
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
