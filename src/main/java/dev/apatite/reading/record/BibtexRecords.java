package dev.apatite.reading.record;

import dev.apatite.reading.draft.ReadingException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXObject;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;
import org.jspecify.annotations.Nullable;

/** BibTeX and BibLaTeX as tagged records: each entry says with RIS's tags what it says with its own. */
final class BibtexRecords {
    private static final Pattern BEGIN = Pattern.compile(
            "(?i)^(?:(?:%|encoding:|this file was created)[^\\n]*\\s+)*@(?:article|book|booklet|comment|conference|dataset|"
                    + "inbook|incollection|inproceedings|manual|mastersthesis|misc|mvbook|online|phdthesis|preamble|"
                    + "proceedings|report|review|software|string|suppperiodical|techreport|thesis|unpublished)\\s*[{(]");
    private static final Pattern ENTRY = Pattern.compile("(?m)^[ \\t]*@(?=\\w+\\s*[{(])");
    private static final Pattern ABBREVIATION = Pattern.compile("(?i)^\\s*@string\\b");
    private static final Pattern NO_ENTRY = Pattern.compile("(?is)^\\s*@(?:string|comment|preamble)\\b.*");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARTICLE = Pattern.compile("\\s(?=\\p{Ll})");

    /** What an entry's field is called in RIS; the first that an entry has counts. */
    private static final List<Map.Entry<String, String>> TAGS = List.of(
            Map.entry("title", "TI"),
            Map.entry("journal", "T2"),
            Map.entry("journaltitle", "T2"),
            Map.entry("booktitle", "T2"),
            Map.entry("volume", "VL"),
            Map.entry("number", "IS"),
            Map.entry("issue", "IS"),
            Map.entry("doi", "DO"),
            Map.entry("url", "UR"),
            Map.entry("issn", "SN"),
            Map.entry("pmid", "AN"),
            Map.entry("pmcid", "C2"),
            Map.entry("abstract", "AB"),
            Map.entry("language", "LA"),
            Map.entry("langid", "LA"));

    private int broken;

    /** Whether a text begins as a bibliography does. */
    static boolean begins(String head) {
        return BEGIN.matcher(head.stripLeading()).find();
    }

    /** How many entries could not be read. */
    int broken() {
        return broken;
    }

    List<TaggedRecord> records(String text) throws ReadingException {
        List<BibTeXEntry> entries = entries(text);
        if (entries.isEmpty() && broken > 0) {
            throw new ReadingException("none of the " + broken + " entries of the BibTeX file can be read");
        }
        return entries.stream().map(BibtexRecords::record).toList();
    }

    /** All entries at once, else one by one, so that a broken one costs no other. */
    private List<BibTeXEntry> entries(String text) {
        List<BibTeXEntry> whole = parsed(text);
        if (whole != null) {
            return whole;
        }
        List<String> pieces = new ArrayList<>();
        StringBuilder abbreviations = new StringBuilder();
        Matcher entry = ENTRY.matcher(text);
        int start = -1;
        while (entry.find()) {
            if (start >= 0) {
                pieces.add(text.substring(start, entry.start()));
            }
            start = entry.start();
        }
        if (start >= 0) {
            pieces.add(text.substring(start));
        }
        pieces.stream()
                .filter(piece -> ABBREVIATION.matcher(piece).find() && parsed(piece) != null)
                .forEach(abbreviations::append);
        List<BibTeXEntry> entries = new ArrayList<>();
        for (String piece : pieces) {
            if (!NO_ENTRY.matcher(piece).matches()) {
                List<BibTeXEntry> one = parsed(abbreviations + piece);
                entries.addAll(one == null ? List.of() : one);
                broken += one == null ? 1 : 0;
            }
        }
        return entries;
    }

    private static @Nullable List<BibTeXEntry> parsed(String text) {
        try {
            List<BibTeXEntry> entries = new ArrayList<>();
            for (BibTeXObject each : new Lenient().parse(new StringReader(text)).getObjects()) {
                if (each instanceof BibTeXEntry entry) {
                    entries.add(entry);
                }
            }
            return entries;
        } catch (ParseException | TokenMgrException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Abbreviations that the file does not explain stand for themselves, as they do in what styles define. */
    private static final class Lenient extends BibTeXParser {
        Lenient() throws ParseException {}

        @Override
        public void checkStringResolution(Key key, @Nullable BibTeXString string) {}

        @Override
        public void checkCrossReferenceResolution(Key key, @Nullable BibTeXEntry entry) {}
    }

    private static TaggedRecord record(BibTeXEntry entry) {
        TaggedRecord record = new TaggedRecord(TaggedFormat.RIS);
        for (Map.Entry<String, String> tag : TAGS) {
            String value = field(entry, tag.getKey());
            if (value != null) {
                boolean address = tag.getKey().equals("doi") || tag.getKey().equals("url");
                record.add(tag.getValue(), address ? value.replace("\\_", "_").replaceAll("[{}]", "") : plain(value));
            }
        }
        String date = field(entry, "date");
        String year = field(entry, "year");
        String month = field(entry, "month");
        if (date != null) {
            record.add("PY", date.split("/", 2)[0]);
        } else if (year != null) {
            String named =
                    month == null ? "" : " " + month.replaceAll("[{}#.]", "").strip();
            record.add("PY", plain(year) + (named.matches(" [A-Za-z]{4,}") ? named.substring(0, 4) : named));
        }
        String pages = field(entry, "pages");
        if (pages != null) {
            record.add("SP", plain(pages).replaceAll("\\s*[-–]+\\s*", "-"));
        }
        String keywords = field(entry, "keywords");
        if (keywords != null) {
            for (String keyword : plain(keywords).split(keywords.contains(";") ? "\\s*;\\s*" : "\\s*,\\s*", -1)) {
                record.add("KW", keyword);
            }
        }
        String kind = field(entry, "eprinttype");
        String preprint = field(entry, "eprint");
        if (kind != null && preprint != null) {
            switch (kind.toLowerCase(Locale.ROOT)) {
                case "pubmed", "pmid" -> record.add("AN", preprint);
                case "pmcid", "pmc" -> record.add("C2", preprint);
                default -> {
                    // An archive whose numbers are no identifier that a paper has here.
                }
            }
        }
        for (String name : List.of("file", "localfile", "local-url", "pdf")) {
            String file = field(entry, name);
            if (file != null) {
                AttachedFiles.ofBibtex(file).forEach(record::attach);
            }
        }
        String authors = field(entry, "author");
        names(authors == null ? "" : authors).forEach(name -> record.add("AU", name));
        return record;
    }

    private static @Nullable String field(BibTeXEntry entry, String name) {
        for (Map.Entry<Key, Value> field : entry.getFields().entrySet()) {
            if (field.getKey().getValue().equalsIgnoreCase(name)) {
                String value =
                        field.getValue().toUserString().replaceAll("\\s+", " ").strip();
                return value.isEmpty() ? null : value;
            }
        }
        return null;
    }

    /** The names of a list, families first; a list's "others" are nobody. */
    private static List<String> names(String list) {
        List<String> names = new ArrayList<>();
        for (String each : outsideBraces(list)) {
            if (!each.isBlank() && !each.strip().equalsIgnoreCase("others")) {
                names.add(name(each.strip()));
            }
        }
        return names;
    }

    private static List<String> outsideBraces(String list) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        Matcher and = AND.matcher(list);
        while (and.find()) {
            String part = list.substring(start, and.start());
            if (part.chars().filter(c -> c == '{').count()
                    == part.chars().filter(c -> c == '}').count()) {
                parts.add(part);
                start = and.end();
            }
        }
        parts.add(list.substring(start));
        return parts;
    }

    private static String name(String printed) {
        if (printed.matches("\\{[^{}]*\\}")) {
            return plain(printed);
        }
        String name = plain(printed);
        String[] parts = name.split("\\s*,\\s*", -1);
        if (parts.length == 3) {
            return parts[0] + ", " + parts[2] + " " + parts[1];
        }
        if (parts.length == 2 || name.indexOf(' ') < 0) {
            return name;
        }
        Matcher particle = PARTICLE.matcher(name);
        int family = particle.find() ? particle.start() : name.lastIndexOf(' ');
        return name.substring(family).strip() + ", " + name.substring(0, family).strip();
    }

    /** Without commands and braces; as it stands where it is no LaTeX. */
    private static String plain(String value) {
        if (value.indexOf('\\') < 0 && value.indexOf('{') < 0 && value.indexOf('~') < 0) {
            return value;
        }
        try {
            return new LaTeXPrinter()
                    .print(new LaTeXParser().parse(new StringReader(value)))
                    .replaceAll("[{}]", "")
                    .replace('\u00a0', ' ')
                    .strip();
        } catch (ParseException | TokenMgrException e) {
            return value.replaceAll("\\\\([&%$#_])", "$1").replaceAll("[{}]", "");
        }
    }
}
