package dev.apatite.text;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the identifiers of a work in printed text. */
public final class Identifiers {
    /** Registrant and suffix; what a sentence puts behind is taken off afterwards. */
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}(?:\\.\\d{1,9})?/[^\\s\"<>{}|\\\\^`‘’“”]{1,300}");

    private static final Pattern LABELLED_DOI = Pattern.compile(
            "(?i)(?:\\bdoi\\b|digital object identifier|doi\\.org)[^0-9]{0,20}(10\\.\\d{4,9}(?:\\.\\d{1,9})?/[^\\s\"<>{}|\\\\^`‘’“”]{1,300})");
    private static final Pattern PMID = Pattern.compile(
            "(?i)(?:\\bPMID\\s?:?\\s?|pubmed\\.ncbi\\.nlm\\.nih\\.gov/|ncbi\\.nlm\\.nih\\.gov/pubmed/)(\\d{1,9})\\b");
    private static final Pattern PMCID = Pattern.compile("(?i)\\bPMC\\s?(?:ID\\s?:?\\s?(?:PMC\\s?)?)?(\\d{3,9})\\b");
    private static final Pattern ORCID = Pattern.compile("\\b(\\d{4}-\\d{4}-\\d{4}-\\d{3}[0-9Xx])\\b");
    /** What a missing space or a supplement's address puts behind a DOI. */
    private static final Pattern RUN_ON = Pattern.compile(
            "(?:(?<=[\\p{Ll}\\d])[.,;]?(?:Received|Accepted|Published|Copyright|Correspond|Abstract|Academic|Editor|Citation|Available|This|PMC?ID|ISSN|Key|Open|RESEARCH|REVIEW|CASE|Article|Background|Introduction)|[.,;]?https?:|/-/DC\\d|/(?:suppl|full|abstract|pdf|meta|epdf)(?:$|[/?.]|_file)).*$");

    private static final Pattern WHOLE_DOI = Pattern.compile("10\\.\\d{4,9}(?:\\.\\d{1,9})?/\\S{1,300}");
    private static final Pattern ISSN = Pattern.compile("\\b(\\d{4})-?(\\d{3}[\\dXx])\\b");
    private static final String CLOSERS = ".,;:!?'\"*_-/";

    private Identifiers() {}

    /** The first DOI in the text, without resolver and without the punctuation around it, or null. */
    public static @Nullable String doi(String text) {
        Matcher found = DOI.matcher(text);
        return found.find() ? trimmed(found.group()) : null;
    }

    /**
     * A DOI that something says to be one, taken whole: older ones hold angle brackets ("10.1002/(SICI)...&lt;1::AID...").
     * Null where there is none.
     */
    public static @Nullable String taggedDoi(String value) {
        String whole = wholeDoi(value);
        return whole == null ? doi(value) : whole;
    }

    /** The DOI that a text is and nothing else, be it as an address or behind "doi:"; null where it is none. */
    public static @Nullable String wholeDoi(String value) {
        String bare = value.strip();
        boolean address = bare.matches("(?i)https?://.*");
        bare = bare.replaceFirst("(?i)^(?:https?://)?(?:dx\\.)?doi\\.org/", "").replaceFirst("(?i)^doi:?\\s*", "");
        if (address && bare.indexOf('%') >= 0) {
            bare = unescaped(bare);
        }
        return WHOLE_DOI.matcher(bare).matches() ? bare.replaceFirst("[.,;]+$", "") : null;
    }

    private static String unescaped(String address) {
        try {
            return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** An ISSN with its hyphen, or null. */
    public static @Nullable String issn(String text) {
        Matcher found = ISSN.matcher(text);
        return found.find() ? found.group(1) + "-" + found.group(2).toUpperCase(Locale.ROOT) : null;
    }

    /** The first DOI that is called one ("doi: 10...", "https://doi.org/10..."), or null. */
    public static @Nullable String labelledDoi(String text) {
        Matcher found = LABELLED_DOI.matcher(text);
        return found.find() ? trimmed(found.group(1)) : null;
    }

    /** The text without its DOIs: those that a sentence names are other works'. */
    public static String without(String text) {
        return DOI.matcher(text).replaceAll("");
    }

    /** The first PubMed id that is called one, or null. */
    public static @Nullable String pmid(String text) {
        Matcher found = PMID.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    /** The first PubMed Central id with its letters ("PMC1234567"), or null. */
    public static @Nullable String pmcid(String text) {
        Matcher found = PMCID.matcher(text);
        return found.find() ? "PMC" + found.group(1) : null;
    }

    /** The first ORCID, bare, or null. */
    public static @Nullable String orcid(String text) {
        Matcher found = ORCID.matcher(text);
        return found.find() ? found.group(1).toUpperCase(Locale.ROOT) : null;
    }

    /** Every ORCID whose check digit is right, bare, once each. */
    public static List<String> orcids(String text) {
        Set<String> orcids = new LinkedHashSet<>();
        Matcher found = ORCID.matcher(text);
        while (found.find()) {
            String orcid = found.group(1).toUpperCase(Locale.ROOT);
            if (isChecked(orcid)) {
                orcids.add(orcid);
            }
        }
        return List.copyOf(orcids);
    }

    /** Whether the last character is the check digit of ISO 7064 that the others ask for. */
    static boolean isChecked(String orcid) {
        int total = 0;
        for (int i = 0; i < orcid.length() - 1; i++) {
            if (orcid.charAt(i) != '-') {
                total = (total + orcid.charAt(i) - '0') * 2;
            }
        }
        int check = (12 - total % 11) % 11;
        return orcid.charAt(orcid.length() - 1) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    private static @Nullable String trimmed(String doi) {
        String rest = RUN_ON.matcher(doi).replaceFirst("");
        while (!rest.isEmpty()) {
            char last = rest.charAt(rest.length() - 1);
            if (CLOSERS.indexOf(last) >= 0
                    || last == ')' && count(rest, ')') > count(rest, '(')
                    || last == ']' && count(rest, ']') > count(rest, '[')) {
                rest = rest.substring(0, rest.length() - 1);
            } else {
                break;
            }
        }
        // "10.1000/x).Next" and "10.1000/x](#)": a closing bracket that nothing opened ends it earlier.
        int bracket = unopened(rest);
        if (bracket >= 0) {
            return trimmed(rest.substring(0, bracket));
        }
        return rest.indexOf('/') > 0 && rest.indexOf('/') < rest.length() - 1 ? rest : null;
    }

    private static int unopened(String text) {
        int round = 0;
        int square = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(' -> round++;
                case '[' -> square++;
                case ')' -> round--;
                case ']' -> square--;
                default -> {}
            }
            if (round < 0 || square < 0) {
                return i;
            }
        }
        return -1;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
