package dev.apatite.harvest;

import dev.apatite.text.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names that papers go by: PMIDs, PMCIDs and DOIs, in lists that people keep and in queries. */
public final class PaperNames {
    /** So many papers are asked for in one query. */
    static final int AT_ONCE = 25;

    private static final Pattern NBIB = Pattern.compile("(?m)^PMID *- *([0-9]{1,9})\\s*$");
    private static final Pattern RIS_DOI = Pattern.compile("(?m)^DO  - *(\\S+)\\s*$");
    private static final Pattern BIB_DOI = Pattern.compile("(?i)\\bdoi\\s*=\\s*[{\"]+([^}\"\\s]+)[}\"]+");
    private static final Pattern RIS_RECORD = Pattern.compile("(?m)^TY  - ");
    private static final Pattern BIB_RECORD = Pattern.compile("(?im)^\\s*@(?!comment|string|preamble)[a-z]++\\s*\\{");
    private static final Pattern RIS_TITLE = Pattern.compile("(?m)^(?:TI|T1)  - (.*)$");
    private static final Pattern BIB_TITLE = Pattern.compile("(?im)^\\s*title\\s*=\\s*[{\"]+(.*?)[}\"]+,?\\s*$");
    /** A title goes on in lines that are indented. */
    private static final Pattern NBIB_TITLE = Pattern.compile("(?m)^TI *- *(.*(?:\\R {6}.*)*)");

    private static final Pattern NBIB_DOI = Pattern.compile("(?m)^(?:LID|AID) *- *(10\\.\\S+) *\\[doi\\]");
    private static final Pattern NAME =
            Pattern.compile("(?i)(?<![\\w./])(PMC[0-9]{1,12}|10\\.[0-9][^\\s,;\"]+|[0-9]{1,9})(?![\\w/])");

    private PaperNames() {}

    /**
     * The names in a text: of an {@code .nbib} the PMIDs of its records, of RIS and BibTeX the DOIs, of any other text the
     * PMIDs, PMCIDs and DOIs that stand in it, lines that begin with {@code #} left out.
     */
    public static List<String> in(String text) {
        for (Pattern each : List.of(NBIB, RIS_DOI, BIB_DOI)) {
            List<String> names = matches(each, text);
            if (!names.isEmpty()) {
                return names;
            }
        }
        return matches(NAME, text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n")));
    }

    /** The titles of the records of a RIS or BibTeX file that name no DOI, and so cannot be asked for. */
    public static List<String> nameless(String text) {
        if (NBIB.matcher(text).find()) {
            return List.of();
        }
        boolean ris = RIS_RECORD.matcher(text).find();
        List<String> titles = new ArrayList<>();
        String[] records = (ris ? RIS_RECORD : BIB_RECORD).split(text);
        for (int i = 1; i < records.length; i++) {
            if (!(ris ? RIS_DOI : BIB_DOI).matcher(records[i]).find()) {
                Matcher title = (ris ? RIS_TITLE : BIB_TITLE).matcher(records[i]);
                titles.add(title.find() ? title.group(1).replaceAll("[{}]", "").strip() : "a record without a title");
            }
        }
        return titles;
    }

    /**
     * What a list says of a paper beside its name.
     *
     * @param title as it is printed there
     */
    public record Told(@Nullable String title, @Nullable String doi) {}

    /** What the records of an {@code .nbib}, of RIS or BibTeX say, by the names of {@link #in} in small letters. */
    public static Map<String, Told> told(String text) {
        boolean nbib = NBIB.matcher(text).find();
        boolean ris = !nbib && RIS_RECORD.matcher(text).find();
        String[] records = nbib ? text.split("(?m)^(?=PMID *- )") : (ris ? RIS_RECORD : BIB_RECORD).split(text);
        Map<String, Told> told = new HashMap<>();
        for (String each : records) {
            String title = first(nbib ? NBIB_TITLE : ris ? RIS_TITLE : BIB_TITLE, each);
            String doi = first(nbib ? NBIB_DOI : ris ? RIS_DOI : BIB_DOI, each);
            List<String> names = matches(nbib ? NBIB : ris ? RIS_DOI : BIB_DOI, each);
            if (!names.isEmpty()) {
                String printed = title == null
                        ? null
                        : title.replaceAll("[{}]", "").replaceAll("\\s+", " ").strip();
                told.put(
                        names.getFirst().toLowerCase(Locale.ROOT),
                        new Told(printed, doi == null ? null : Identifiers.taggedDoi(doi)));
            }
        }
        return told;
    }

    private static @Nullable String first(Pattern pattern, String record) {
        Matcher matcher = pattern.matcher(record);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static List<String> matches(Pattern pattern, String text) {
        List<String> names = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String doi = pattern == NAME ? Identifiers.doi(matcher.group(1)) : Identifiers.taggedDoi(matcher.group(1));
            String name = doi == null ? matcher.group(1) : doi;
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    static String query(List<String> names) {
        return names.stream().map(PaperNames::clause).collect(Collectors.joining(" OR "));
    }

    private static String clause(String name) {
        if (name.toUpperCase(Locale.ROOT).startsWith("PMC")) {
            return "PMCID:" + name.toUpperCase(Locale.ROOT);
        }
        return name.startsWith("10.") ? "DOI:\"" + name.replace("\"", "") + "\"" : "(EXT_ID:" + name + " AND SRC:MED)";
    }

    /** All names of a paper. */
    static List<String> of(HarvestCandidate paper) {
        List<String> names = new ArrayList<>(List.of(paper.id()));
        for (String each : new String[] {paper.pmid(), paper.pmcid(), paper.doi()}) {
            if (each != null) {
                names.add(each);
            }
        }
        return names;
    }

    /** A name of a file that is safe in every folder, and the same each time. */
    static String fileName(HarvestCandidate paper) {
        String safe = paper.name().replaceAll("[^A-Za-z0-9_-]", "-");
        return (safe.length() > 80 ? safe.substring(0, 80) : safe) + ".xml";
    }
}
