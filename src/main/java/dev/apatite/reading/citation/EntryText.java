package dev.apatite.reading.citation;

import java.util.regex.Pattern;

/** What the text of a line says about where entries begin and end. */
final class EntryText {
    private static final String INITIALS = "\\p{Lu}(?:\\.?[\\s-]?\\p{Lu}){0,3}\\.?(?=[,;.:&(\\s]|$)";
    private static final Pattern FAMILY_FIRST = Pattern.compile(
            "^(?:\\p{Ll}{2,4}\\s){0,2}\\p{Lu}[\\p{L}'’-]*(?:\\s[\\p{L}'’-]{2,20}){0,2},?\\s" + INITIALS);
    private static final Pattern GIVEN_FIRST =
            Pattern.compile("^(?:\\p{Lu}\\.[\\s-]?){1,4}(?:\\p{Ll}{2,4}\\s){0,2}\\p{Lu}[\\p{L}'’-]+[,.]?");
    private static final Pattern FULL_NAME = Pattern.compile("^\\p{Lu}[\\p{L}'’-]+,\\s\\p{Lu}[\\p{L}'’-]+[\\s,.]");
    private static final Pattern ENDED = Pattern.compile(
            "(?:[.!?)\\]”\"’]|\\d|\\b(?:doi|https?)[:/]\\S+|PubMed|Crossref|Scholar)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN_END = Pattern.compile(
            "(?:^|\\s)(?:doi:|and|&|et|In:?|pp?\\.|vol\\.|no\\.|eds?\\.|from:?|at:?|\\p{Lu}\\.)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONTINUING =
            Pattern.compile("^(?:\\p{Ll}|\\d|[(\\[;,:&]|doi\\b|https?:|www\\.|PMID|PMCID|PubMed|Epub|Available)");

    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)[\\[(]?(?:(?:doi|pmid|pmcid|url|available (?:at|from|online)(?: at)?)\\b\\s?[:.]?\\s?)?(?:https?://\\S+|www\\.\\S+|(?:doi:?\\s?)?10\\.\\d{4,9}/\\S+|(?<=:\\s?)\\d{5,9})");

    private EntryText() {}

    /** Whether the line is a DOI or another address of the work and nothing else: it ends an entry, and begins none. */
    static boolean isAddress(String line) {
        return ADDRESS.matcher(line.strip()).matches();
    }

    /** Whether the line looks like names at the head of an entry. */
    static boolean startsWithNames(String line) {
        return FAMILY_FIRST.matcher(line).find()
                || GIVEN_FIRST.matcher(line).find()
                || FULL_NAME.matcher(line).find();
    }

    /** Whether an entry may end with this text. */
    static boolean mayEnd(CharSequence text) {
        CharSequence tail = text.subSequence(Math.max(0, text.length() - 60), text.length());
        return ENDED.matcher(tail).find() && !OPEN_END.matcher(tail).find();
    }

    /** Whether a line behind a gap belongs to the entry before it. */
    static boolean continues(CharSequence entry, String line) {
        return !mayEnd(entry) || CONTINUING.matcher(line).find();
    }
}
