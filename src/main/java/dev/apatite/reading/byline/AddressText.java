package dev.apatite.reading.byline;

import dev.apatite.reading.shared.TextEnds;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a printed address: what belongs to it, and what stands between addresses and is none. */
public final class AddressText {
    private static final String MAIL = "[^\\s@,;()]{1,64}@[^\\s@,;()]{1,64}";
    private static final Pattern CONTACT = Pattern.compile(
            "(?i)[\\s,;.(]{0,4}(?:\\b(?:and )?(?:e-?\\s?mails?(?: address(?:es)?)?|correo electr[óo]nico)\\s?:?\\s?)?"
                    + MAIL + "(?:\\s?\\([\\p{L}.&,;\\s-]{1,40}\\))?\\)?");
    private static final Pattern CALL = Pattern.compile(
            "(?i)[\\s,;.(]{0,4}(?:\\b(?:tel|telephone|phone|fax|mobile|tel/fax)\\b\\s?(?:number|no)?\\s?[.:/]{1,2}\\s?[+\\d()\\s./-]{5,40})");
    private static final Pattern DANGLING =
            Pattern.compile("(?i)[\\s,;.(]{0,4}\\b(?:e-?\\s?mails?(?: address(?:es)?)?|tel|fax|phone)\\s?:?\\s*$");
    private static final Pattern ORCID = Pattern.compile(
            "(?i)[\\s,;.(]{0,4}(?:orcid(?: id)?s?\\s?:?\\s?)?(?:https?://)?(?:www\\.)?(?:orcid\\.org/)?\\b\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]\\b\\)?");
    private static final Pattern NOTICE = Pattern.compile(
            "(?i)^(?:\\^\\{[^}]{0,9}\\}|[\\s*†‡§¶#✉:(.,\\d-])*+(?:for |joint |the )?(?:(?:co-?)?correspond|author to whom|address (?:for|all|correspondence)|to whom|e-?\\s?mails?\\b|these (?:two |three )?authors|equal(?:ly)?\\b|contributed|both authors"
                    + "|all authors|authors?['’]?s?['’]? (?:information|note|contribution|disclos|statement)|deceased|present address|current(?:ly)? (?:address|affiliation)|full list|extended author|received\\b|accepted\\b|revised\\b|published\\b|submitted\\b|publication (?:date|history)|academic editor|(?:handling )?editor\\b|edited by|reviewed by"
                    + "|specialty section|doi\\b|https?:|www\\.|abstract\\b|summary\\b|key ?words|©|copyright|\\(c\\)|(?:tel|phone|fax|mobile)\\s?[.:/]|telephone|conflicts? of|competing|funding\\b|funded|support(?:ed)? (?:by|for)|financial (?:support|disclos)|grant (?:support|number)|orcid|on behalf|members of"
                    + "|(?:co-?)?(?:first|senior|last|lead)[ -]author|shared? (?:first|senior|last|co)|open access|this (?:article|is|work|paper|study)|cite\\b|citation\\b|how to|disclosures?\\b|(?:background|introduction|objectives?|purpose|aims?)\\s?(?:[:.]|$)|article (?:info|history|type|details)|case reports?$|volume \\d|vol\\b|issn|twitter|reprint|contact(?: info\\p{L}{0,8}| address)?:|running (?:title|head)|word count|licen[sc]e|supplement(?:ary|al)|additional (?:file|info)|check for)");
    private static final Pattern INSTITUTION = Pattern.compile(
            "(?iU)\\b(?:dep(?:artmen)?t|départements?|departamento|dipartimento|abteilung|division|divisi[óo]n|universit\\p{L}{0,4}|universid\\p{L}{2,3}|üniversite\\p{L}{0,3}|uniwersytet\\p{L}{0,3}|hospitals?|h[ôo]pital|ospedale|krankenhaus|klini[kc]\\p{L}{0,4}|clinics?|cl[íi]nica|clinique|institut\\p{L}{0,3}|istituto|college|coll[èe]ge|schools?|escuela|ecole|école|faculty|facult[ée]|facultad|faculdade"
                    + "|fakultät|fakültesi|medical (?:cent(?:er|re)|faculty)|cent(?:er|re)s?|centro|zentrum|laborator\\p{L}{1,4}|unit|service|section|ministry|academy|academia|agency|foundation|polyclinic|infirmary|hastanesi|board|council|association|society|charité|inserm|cnrs|ltd|inc|gmbh|llc|corp|company|pharma\\p{L}{0,10}|research|practice|trust|program(?:me)?|consultan\\p{L}{1,3})\\b");
    private static final Pattern HEAD = Pattern.compile(
            "(?iU)^(?:from )?(?:the )?(?:[\\p{L}.]{1,20}(?: of)? )?(?:dep(?:artmen|t)?t\\.?|départements?|departamento|division|faculty|facultad|faculdade|school|institute|institut|service|section|unit|cent(?:er|re)|clinic|laboratory|college|hospital|university|universidad)\\b");

    private static final Pattern HEADING = Pattern.compile(
            "(?i)^(?:(?:authors?['’]?s?['’]? )?(?:details|affiliations?)(?: of authors)?|authors? and affiliations?|affiliations? of (?:the )?authors)\\W{0,2}$");

    private static final Pattern POSITION = Pattern.compile(
            "(?i)^(?:(?:associate|assistant|adjunct|additional|senior|junior|chief|final year|(?:first|second|third) year|post[ -]?graduate|undergraduate|graduate|pg|medical|house|clinical|consultants?|professors?|heads?|hod|residents?|students?|lecturers?|readers?|tutors?|registrars?|fellows?|physicians?|surgeons?|interns?|directors?|deans?|doctors?|specialists?|officers?|scholars?|trainees?|chair(?:man|person)?|and|ex|former)\\b[\\s,.;&/-]*+)++");

    private static final Pattern PREFIX =
            Pattern.compile("(?i)^(?:authors?['’]?s?['’]? )?(?:affiliations?|address(?:es)?)\\s?(?:[:.]|—)\\s*");

    /** What stands between addresses. */
    private static final String JOINTS = ",;:([&";

    private AddressText() {}

    /** The line without the words that announce addresses. */
    static String announced(String line) {
        return PREFIX.matcher(line).replaceFirst("");
    }

    /** Whether the text tells an author's position and no place. */
    static boolean isPosition(String text) {
        return withoutPosition(text).isEmpty();
    }

    /** The address behind a position ("Assistant Professor, Department of ..."). */
    static String withoutPosition(String text) {
        return POSITION.matcher(text).replaceFirst("");
    }

    /** Whether the line is the heading of the authors' addresses. */
    public static boolean isHeading(String line) {
        return line.length() < 40 && HEADING.matcher(line).matches();
    }

    /** Whether the line begins something beside authors and addresses: dates, rights, who answers letters. */
    public static boolean isNotice(String line) {
        return NOTICE.matcher(line).find();
    }

    /** Whether the text names an institution. */
    public static boolean namesInstitution(String text) {
        return INSTITUTION.matcher(text).find();
    }

    /** Whether the text begins with the name of a department or the like. */
    public static boolean beginsAddress(String text) {
        return HEAD.matcher(text).find();
    }

    /** The address without marks, mail addresses, numbers to call and the punctuation around it. */
    public static String cleaned(String text) {
        String plain = text;
        if (plain.indexOf('^') >= 0) {
            plain = RaisedMarks.MARK.matcher(plain).replaceAll(mark -> {
                boolean word = mark.group(1).matches("\\p{L}{2,6}|#");
                return word ? Matcher.quoteReplacement(mark.group(1)) : "";
            });
        }
        plain = ORCID.matcher(plain).replaceAll("");
        plain = CALL.matcher(CONTACT.matcher(plain).replaceAll("")).replaceAll("");
        plain = DANGLING.matcher(plain).replaceFirst("");
        plain = plain.replaceAll("\\s{1,50}", " ").replaceAll(" ([,;.])", "$1");
        plain = withoutEnd(TextEnds.withoutStart(plain, ",;:.)]&"));
        // A full stop ends the line, unless it ends an abbreviation ("D.C.", "Ltd.").
        return plain.replaceAll("(?<=[\\p{Ll}\\d)]{3})\\.$|(?<=[A-Z]{2})\\.$", "")
                .replaceAll("(?i)^(?:and )?(?:from (?:the )?)?(?:(?<=and )the )?", "");
    }

    /** The address without the signs at its end, and without an "and" between them. */
    private static String withoutEnd(String text) {
        int last = TextEnds.end(text, text.length(), ",;");
        int word = last - "and".length();
        boolean and = text.startsWith("and", word) && TextEnds.end(text, word, JOINTS) < word;
        return text.substring(0, TextEnds.end(text, and ? word : text.length(), JOINTS));
    }
}
