package dev.apatite.reading.plain;

import dev.apatite.reading.shared.Captions;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.shared.LineEnds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Running heads, page footers and the small print of title pages: kept for the metadata, out of the text. */
final class PageFurniture {
    private static final int LONGEST = 700;
    private static final int LONGEST_REPEATED = 400;
    /** Beyond it a sentence that comes again is said twice: of two patients, say. */
    private static final int LONGEST_HEAD = 40;

    private static final int MOST_REMEMBERED = 200;

    /** How lines begin that are never part of a paper's sentences. */
    private static final Pattern BEGINS = Pattern.compile("^[*†‡§¹-⁹✉ ]{0,3}(?:"
            + "(?i:received|accepted|revised|submitted|published(?: online| on)?|available online(?: on)?|date of (?:submission|acceptance|publication)|received in revised form|first published|publication date|epub)"
            + "(?i:\\s*(?:date|on|for publication|in revised form))?\\s*[:.]?\\s*(?:\\(?\\d|[A-Z][a-z]{2,8}\\.?\\s\\d|:)"
            + "|(?i:correspond(?:ence|ing (?:author|address))|address (?:for )?correspondence|for correspondence|reprint requests?)\\b.{0,40}[:,]"
            + "|(?i:e-?mail(?: address(?:es)?)?|tel|telephone|phone|fax|mobile|orcid(?: id)?s?)\\s*[:.]"
            + "|(?i:how to cite|cite this|to cite this|please cite|citation|suggested citation)\\b.{0,40}?:"
            + "|(?i:copyright)\\b\\s?[:©(\\d]|©|\\(c\\) ?(?:19|20)\\d\\d|[\\d-]{9} ?/ ?Copyright"
            + "|(?i:this is an open[ -]access|open access(?: article|\\.|$)|licensee|licensed under|under a creative commons|this (?:article|work) is (?:licensed|distributed))"
            + "|(?i:p?-?e?-?issn)\\b|(?i:doi|digital object identifier)\\s*:|https?://\\S{1,200}$|www\\.\\S{1,200}$"
            + "|(?i:page(?: no)?|pp?)\\.?\\s?:?\\s?\\d{1,5}\\b.{0,30}$|(?i:vol(?:ume)?)\\.?\\s?\\d.{0,80}$"
            + "|(?i:peer[ -]review under responsibility|downloaded from|available at|handling editor|academic editor|edited by|reviewed by|article type|editor)\\b\\s?:?"
            + "|(?i:quick response code|access this article online|crossmark|check for updates|research open access|open access)\\s?:?$"
            + "|(?i:all rights reserved|published by|production and hosting)\\b)");

    private static final Pattern CITE = Pattern.compile(
            "^(?i:how to cite|cite this|to cite this|please cite|citation|suggested citation)\\b.{0,40}?:");
    private static final Pattern LIST_LINE =
            Pattern.compile("^(?:[-•*]\\s|\\[?\\(?\\d{1,3}[.)\\]]\\s|[IVXLC]{1,7}\\.\\s)");
    private static final Pattern NUMBER_ONLY =
            Pattern.compile("^[\\s|·•—–-]*(?:\\d{1,5}|[ivxlc]{1,6})(?:\\s?(?:/|of)\\s?\\d{1,4})?[\\s|·•—–-]*$");
    private static final Pattern ISSN = Pattern.compile("(?i)\\b[ep]?-?ISSN\\b");
    private static final Pattern RIGHTS =
            Pattern.compile("(?i)creative commons|open[- ]access article|all rights reserved|CC[ -]BY|©");
    private static final Pattern MASTHEAD = Pattern.compile("^.{3,100}?(?:19|20)\\d{2}\\s?;\\s?\\d{1,4}.{0,40}$");
    private static final Pattern NUMBERED_ADDRESS = Pattern.compile(
            "^(?:\\(?[a-z\\d*†‡](?:,[\\d*])*\\)?[.)]?\\s{0,2}|[⁰¹²³⁴-⁹,ᵃ-ᶻ]{1,12}\\s?)(?=\\p{Lu}).{5,300}$");
    private static final Pattern ADDRESS_WORD = Pattern.compile(
            "(?i)\\b(?:departments?|deptt?|departamento|d[ée]partement|abteilung|divisions?|universit\\w{1,4}|üniversitesi|hospitals?|h[ôo]pital|clinics?|klinik\\w{0,3}|institut\\w{0,2}|instituto|colleges?|schools?|facult\\w{1,3}|faculdade|facultad|cent(?:er|re)s?|laborator(?:y|ies)|academy|ministry|foundation|unit|service)\\b");
    private static final Pattern COUNTRY_END = Pattern.compile(
            ".*,\\s*(?:[A-Z]{2,}|\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+){0,2}|USA|UK|U\\.S\\.A\\.)\\s*[.;]?$");
    private static final Pattern VERB = Pattern.compile(
            "\\b(?:was|were|is|are|had|has|have|been|showed|revealed|presented|received|reported|underwent|developed|we)\\b");

    private final Set<String> repeated;
    private final List<String> dropped = new ArrayList<>();
    private final Set<String> droppedWords = new HashSet<>();

    PageFurniture(List<TextBlock> blocks) {
        this.repeated = repeated(blocks);
    }

    /** Lines that were recognised so far. */
    List<String> dropped() {
        return dropped;
    }

    /** Whether pages repeat the block, or it is a page's number. */
    boolean isRepeated(TextBlock block) {
        String text = block.text();
        return NUMBER_ONLY.matcher(text).matches() || repeated.contains(key(text));
    }

    /** Whether the block is furniture; one that is, is remembered. */
    boolean takes(TextBlock block) {
        String text = block.text();
        boolean furniture =
                text.length() <= LONGEST && block.shape() != TextBlock.Shape.TABLE && isFurniture(block, text);
        if (furniture) {
            remember(block.lines());
        }
        return furniture;
    }

    private boolean isFurniture(TextBlock block, String text) {
        return !isText(text) && (repeated.contains(key(text)) || isSmallPrint(block, text) || restOfDropped(text));
    }

    private static boolean isText(String text) {
        return Headings.isKnown(text) || Captions.of(text) != null;
    }

    private static boolean isSmallPrint(TextBlock block, String text) {
        return NUMBER_ONLY.matcher(text).matches()
                || BEGINS.matcher(text).find()
                || ISSN.matcher(text).find()
                || RIGHTS.matcher(text).find() && !isAbout(text)
                || isAddress(block, text)
                || text.length() < 140 && MASTHEAD.matcher(text).matches();
    }

    /** Whether the block, wherever it stands, is a title page's small print: dates, addresses, licence, journal. */
    static boolean isSmallPrint(TextBlock block) {
        String text = block.text();
        return text.length() <= LONGEST && !isText(text) && isSmallPrint(block, text);
    }

    /** Whether a line within the reference list is a running head or footer; links and DOIs there are the list's. */
    boolean takesInList(TextBlock block) {
        String text = block.text();
        boolean furniture = !LIST_LINE.matcher(text).find()
                && (NUMBER_ONLY.matcher(text).matches()
                        || repeated.contains(key(text))
                        || CITE.matcher(text).find()
                        || ISSN.matcher(text).find()
                        || restOfDropped(text));
        if (furniture) {
            remember(block.lines());
        }
        return furniture;
    }

    private void remember(List<String> lines) {
        dropped.addAll(lines);
        if (droppedWords.size() < MOST_REMEMBERED) {
            lines.forEach(line -> droppedWords.add(Headings.words(line)));
        }
    }

    /** Consent statements name licences too; they are sentences about the paper's patients. */
    private static boolean isAbout(String text) {
        return text.matches("(?s).*\\b(?:patient|consent)\\b.*");
    }

    private static boolean isAddress(TextBlock block, String text) {
        if (VERB.matcher(text).find()) {
            return false;
        }
        boolean allMarked = block.lines().stream()
                .allMatch(line -> NUMBERED_ADDRESS.matcher(line).matches());
        boolean address = ADDRESS_WORD.matcher(text).find();
        return address
                && (allMarked || COUNTRY_END.matcher(text).matches() && text.length() < 400 && text.indexOf(',') > 0);
    }

    /** The end of a running head that stands on two lines: all of it was dropped before as part of another. */
    private boolean restOfDropped(String text) {
        String words = Headings.words(text);
        if (words.length() < 12 || text.length() > LONGEST_REPEATED) {
            return false;
        }
        return droppedWords.stream().anyMatch(line -> line.contains(words));
    }

    private static Set<String> repeated(List<TextBlock> blocks) {
        Map<String, Integer> counts = new HashMap<>();
        for (TextBlock block : blocks) {
            String text = block.text();
            boolean sentence = text.length() > LONGEST_HEAD
                    && LineEnds.isSentence(text)
                    && VERB.matcher(text).find();
            if (text.length() <= LONGEST_REPEATED
                    && text.length() > 6
                    && !sentence
                    && !Headings.isKnown(text)
                    && block.shape() != TextBlock.Shape.TABLE) {
                counts.merge(key(text), 1, Integer::sum);
            }
        }
        Set<String> repeated = new HashSet<>();
        counts.forEach((key, count) -> {
            if (count > 1 && key.length() > 6) {
                repeated.add(key);
            }
        });
        return repeated;
    }

    private static String key(String text) {
        return Headings.words(text).replaceAll("\\d+", "").replaceAll("\\b[a-z]\\b|\\s+", "");
    }
}
