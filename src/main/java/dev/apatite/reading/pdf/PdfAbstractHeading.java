package dev.apatite.reading.pdf;

import dev.apatite.reading.pdf.layout.PdfParagraph;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What abstracts and keywords are headed by, in English and in the languages of journals that print both. */
final class PdfAbstractHeading {
    private static final Pattern HEADING = Pattern.compile(
            "(?is)^(?:structured |main )?(?:abstract|summary|synopsis|a\\s?b\\s?s\\s?t\\s?r\\s?a\\s?c\\s?t)(?!\\p{L})(?: and key ?words)?[\\s:.—–|-]*+(.*)$");
    /** What an abstract in another language is headed by; many journals print one beside the English one. */
    private static final Pattern TRANSLATION = Pattern.compile(
            "(?ius)^(?:resumen|resumo|r[ée]sum[ée]|riassunto|zusammenfassung|samenvatting|sammanfattning|streszczenie|özet)(?!\\p{L})[\\s:.—–|-]*+(.*)$");

    private static final Pattern KEYWORDS = Pattern.compile(
            "(?i)^(?:key\\s?-?words?|index terms|k\\s?e\\s?y\\s?w\\s?o\\s?r\\s?d\\s?s)\\b[\\s:.—–|-]*+");
    private static final Pattern TRANSLATED_KEYWORDS = Pattern.compile(
            "(?ius)^(?:palabras?[- ]claves?|palavras?[- ]chaves?|mots?[- ]cl[ée]s?|parole[- ]chiave|schl(?:ü|ue)sselw(?:ö|oe)rter|descriptores|descritores|anahtar kelimeler|s[łl]owa kluczowe)(?!\\p{L}).*");

    private PdfAbstractHeading() {}

    /** Whether the text is the heading of an abstract, or begins with it. */
    static boolean isEnglish(PdfParagraph paragraph) {
        return begins(paragraph, HEADING.matcher(paragraph.rough()));
    }

    /** The same of an abstract in another language than English. */
    static boolean isTranslated(PdfParagraph paragraph) {
        return begins(paragraph, TRANSLATION.matcher(paragraph.rough()));
    }

    private static boolean begins(PdfParagraph paragraph, Matcher heading) {
        if (!heading.matches()) {
            return false;
        }
        String printed = paragraph.rough().substring(0, heading.start(1));
        boolean alone = heading.group(1).isEmpty();
        boolean marked = printed.matches("(?s).*[:.—–|-]\\s*$") || printed.matches("\\P{Ll}+");
        boolean bold = paragraph.first().words().getFirst().face().bold() && paragraph.boldShare() < 0.9f;
        return alone || marked || bold;
    }

    /** The heading of an abstract that {@link #isTranslated}, as printed. */
    static String printed(PdfParagraph paragraph) {
        return paragraph.rough().replaceFirst("(?s)^(\\p{L}+).*$", "$1");
    }

    /** The heading and, in its first group, what follows it; matches where the text begins so in any language. */
    static Matcher in(String text) {
        Matcher english = HEADING.matcher(text);
        return english.matches() ? english : TRANSLATION.matcher(text);
    }

    /** Whether keywords in English begin. */
    static boolean isKeywords(String text) {
        return KEYWORDS.matcher(text).find();
    }

    /** The text behind the heading of keywords in English; the whole text where it has none. */
    static String behindKeywords(String text) {
        return KEYWORDS.matcher(text).replaceFirst("");
    }

    /** The same in another language than English. */
    static boolean isTranslatedKeywords(String text) {
        return TRANSLATED_KEYWORDS.matcher(text).matches();
    }
}
