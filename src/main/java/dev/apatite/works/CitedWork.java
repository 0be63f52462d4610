package dev.apatite.works;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a cited work, in a form in which printing habits do not count. {@link CitedWorks} makes it. Small, as
 * there may be a million.
 *
 * @param family the first author's family name, empty where there is none
 * @param title folded, with {@link PrintedText#BREAK} where a subtitle may begin
 * @param words a bit for each of the title's words, so that unlike titles are told apart quickly
 * @param year 0 where there is none
 * @param volume empty where there is none, as are page, journal, doi and pmid
 * @param edition of a book, 0 where none is printed
 * @param paper the id of the paper in the corpus that is this work; null for a mere reference
 */
record CitedWork(
        String family,
        String title,
        long words,
        int year,
        String journal,
        String volume,
        String page,
        String doi,
        String pmid,
        int edition,
        @Nullable String paper) {
    /** A total order: works that are equal in it are equal. Like titles stand together. */
    static final Comparator<CitedWork> ORDER = Comparator.comparing(CitedWork::title)
            .thenComparing(CitedWork::family)
            .thenComparingInt(CitedWork::year)
            .thenComparing(CitedWork::volume)
            .thenComparing(CitedWork::page)
            .thenComparing(CitedWork::journal)
            .thenComparing(CitedWork::doi)
            .thenComparing(CitedWork::pmid)
            .thenComparingInt(CitedWork::edition)
            .thenComparing(work -> work.paper() == null ? "" : work.paper());

    /** Words that say nothing of what a title is about. */
    static final Set<String> SMALL = Set.of(
            "the", "a", "an", "of", "in", "on", "and", "for", "with", "to", "by", "from", "at", "as", "is", "der",
            "die", "das", "und", "la", "le", "les", "de", "des", "du", "et", "el", "en");

    /** The same, its short texts shared with others that have the same. */
    CitedWork sharing(Map<String, String> texts) {
        return new CitedWork(
                share(texts, family),
                share(texts, title),
                words,
                year,
                share(texts, journal),
                share(texts, volume),
                share(texts, page),
                share(texts, doi),
                share(texts, pmid),
                edition,
                paper);
    }

    private static String share(Map<String, String> texts, String text) {
        @Nullable String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /** The title's words. */
    List<String> titleWords() {
        return title.isEmpty()
                ? List.of()
                : Arrays.asList(title.replace(PrintedText.BREAK, ' ').split(" "));
    }

    /** The words of the title that carry it. */
    List<String> contentWords() {
        return titleWords().stream().filter(each -> !SMALL.contains(each)).toList();
    }

    /** Whether so much is known that the work can be found again. */
    boolean isIdentified() {
        boolean titled = title.length() >= 8;
        boolean located = !journal.isEmpty() && !volume.isEmpty() && !page.isEmpty();
        return !doi.isEmpty()
                || !pmid.isEmpty()
                || titled && (!family.isEmpty() || year > 0 || titleWords().size() > 3)
                || located && (!family.isEmpty() || year > 0);
    }
}
