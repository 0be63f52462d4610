package dev.apatite.ingest;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a cited work, in a form in which printing habits do not count: folded letters, no punctuation.
 *
 * @param family the first author's family name, empty where there is none
 * @param words the title's words
 * @param title the title in one piece, so that spaces and hyphens do not count
 * @param numerals the numbers in the title, roman ones too
 * @param year 0 where there is none
 * @param volume empty where there is none, as are page, journal, doi and pmid
 * @param paper the id of the paper in the corpus that is this work; null for a mere reference
 */
record CitedWork(
        String family,
        List<String> words,
        String title,
        Set<String> numerals,
        int year,
        String journal,
        String volume,
        String page,
        String doi,
        String pmid,
        @Nullable String paper) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NUMERAL = Pattern.compile("\\d+|[ivx]{1,4}");
    private static final Set<String> SMALL = Set.of(
            "the", "a", "an", "of", "in", "on", "and", "for", "with", "to", "by", "from", "at", "as", "is", "der",
            "die", "das", "und", "la", "le", "les", "de", "des", "du", "et", "el", "en");

    static CitedWork of(Reference reference) {
        List<String> words = words(reference.title());
        return new CitedWork(
                reference.authors().isEmpty()
                        ? ""
                        : squeeze(reference.authors().getFirst().family()),
                words,
                String.join("", words),
                numerals(words),
                reference.year() == null ? 0 : reference.year(),
                fold(reference.journal()),
                squeeze(reference.volume()),
                squeeze(reference.firstPage()),
                doi(reference.doi()),
                squeeze(reference.pmid()),
                null);
    }

    /**
     * A paper of the corpus as a work that can be cited. One that digests or translates another work has that work's
     * words; it is found by its own identifiers only.
     */
    static CitedWork of(Paper paper) {
        boolean derived = !paper.relatedWorks().isEmpty();
        List<String> words = derived ? List.of() : words(paper.title());
        return new CitedWork(
                paper.authors().isEmpty() || derived
                        ? ""
                        : squeeze(paper.authors().getFirst().family()),
                words,
                String.join("", words),
                numerals(words),
                paper.year() == null ? 0 : paper.year(),
                fold(paper.journal()),
                squeeze(paper.volume()),
                squeeze(paper.firstPage()),
                doi(paper.doi()),
                squeeze(paper.pmid()),
                paper.id());
    }

    /** The words of the title that carry it. */
    List<String> contentWords() {
        return words.stream().filter(each -> !SMALL.contains(each)).toList();
    }

    /** Whether so much is known that the work can be found again. */
    boolean isIdentified() {
        boolean titled = title.length() >= 8;
        boolean located = !journal.isEmpty() && !volume.isEmpty() && !page.isEmpty();
        return !doi.isEmpty()
                || !pmid.isEmpty()
                || titled && (!family.isEmpty() || year > 0 || words.size() > 3)
                || located && (!family.isEmpty() || year > 0);
    }

    /** Works with the same key are the same in everything that is compared. */
    String key() {
        return String.join("|", family, title, "" + year, journal, volume, page, doi, pmid, paper == null ? "" : paper);
    }

    static String fold(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ı", "i");
        return SEPARATORS.matcher(plain).replaceAll(" ").strip();
    }

    private static String squeeze(@Nullable String text) {
        return fold(text).replace(" ", "");
    }

    private static List<String> words(@Nullable String title) {
        String folded = fold(title)
                .replace("aemia", "emia")
                .replace("oedema", "edema")
                .replace("tumour", "tumor")
                .replace("sulph", "sulf");
        return folded.isEmpty() ? List.of() : Stream.of(folded.split(" ")).toList();
    }

    private static Set<String> numerals(List<String> words) {
        return words.stream().filter(each -> NUMERAL.matcher(each).matches()).collect(Collectors.toUnmodifiableSet());
    }

    private static String doi(@Nullable String doi) {
        return doi == null ? "" : doi.toLowerCase(Locale.ROOT).strip().replaceAll("[.,;)]+$", "");
    }
}
