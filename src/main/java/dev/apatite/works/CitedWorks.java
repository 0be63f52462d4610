package dev.apatite.works;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.text.Spelling;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a {@link CitedWork} of a reference, or of a paper that can be cited. */
final class CitedWorks {
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST = 120;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final Pattern PAGE = Pattern.compile("[a-z]{0,6}\\d{1,12}[a-z]?");
    private static final Pattern EDITION =
            Pattern.compile("\\b(\\d{1,2}|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
                    + " ?(?:st|nd|rd|th|a|e|te)? (?:(?:revised|rev|international|english) )?"
                    + "(?:edn?|edition|aufl|auflage|edicion|edizione)\\b");
    private static final String ORDINALS =
            "second    third     fourth    fifth     sixth     seventh   eighth    ninth     tenth";

    private final Spelling spelling = Spelling.load();

    CitedWork of(Reference reference) {
        String title = title(reference.title());
        int year = reference.year() == null ? 0 : reference.year();
        return new CitedWork(
                reference.authors().isEmpty()
                        ? ""
                        : cut(PrintedText.squeeze(reference.authors().getFirst().family()), LONGEST),
                title,
                bits(title),
                year,
                cut(PrintedText.fold(reference.journal()), LONGEST),
                volume(reference.volume(), year),
                page(reference.firstPage()),
                cut(PrintedText.doi(reference.doi()), LONGEST),
                cut(PrintedText.squeeze(reference.pmid()), LONGEST),
                edition(reference),
                null);
    }

    /**
     * A paper of the corpus as a work that can be cited. One that digests or translates another work has that work's
     * words; it is found by its own identifiers only.
     */
    CitedWork of(Paper paper) {
        boolean derived = !paper.relatedWorks().isEmpty();
        String title = derived ? "" : title(paper.title());
        int year = paper.year() == null ? 0 : paper.year();
        return new CitedWork(
                paper.authors().isEmpty() || derived
                        ? ""
                        : cut(PrintedText.squeeze(paper.authors().getFirst().family()), LONGEST),
                title,
                bits(title),
                year,
                cut(PrintedText.fold(paper.journal()), LONGEST),
                volume(paper.volume(), year),
                page(paper.firstPage()),
                cut(PrintedText.doi(paper.doi()), LONGEST),
                cut(PrintedText.squeeze(paper.pmid()), LONGEST),
                0,
                paper.id());
    }

    private String title(@Nullable String printed) {
        String folded = cut(PrintedText.foldTitle(printed), LONGEST_TITLE);
        StringBuilder title = new StringBuilder(folded.length());
        int start = 0;
        for (int i = 0; i <= folded.length(); i++) {
            if (i == folded.length() || folded.charAt(i) == ' ' || folded.charAt(i) == PrintedText.BREAK) {
                title.append(spelling.normal(folded.substring(start, i)));
                if (i < folded.length()) {
                    title.append(folded.charAt(i));
                }
                start = i + 1;
            }
        }
        return title.toString();
    }

    private static long bits(String title) {
        long bits = 0;
        int hash = 0;
        for (int i = 0; i <= title.length(); i++) {
            if (i == title.length() || title.charAt(i) == ' ' || title.charAt(i) == PrintedText.BREAK) {
                bits |= hash == 0 ? 0 : 1L << (hash * 0x9E3779B9 >>> 26);
                hash = 0;
            } else {
                hash = hash * 31 + title.charAt(i);
            }
        }
        return bits;
    }

    /** The number, without supplement or "vol."; the year in the volume's place is none. */
    private static String volume(@Nullable String printed, int year) {
        String squeezed = cut(PrintedText.squeeze(printed), LONGEST);
        Matcher number = NUMBER.matcher(squeezed);
        String volume = number.find() ? unpadded(number.group()) : squeezed;
        return volume.equals("" + year) ? "" : volume;
    }

    /** The first page or the article's number, without words before it and the last page behind it. */
    private static String page(@Nullable String printed) {
        String folded = cut(PrintedText.fold(printed), LONGEST);
        for (String word : folded.split(" ")) {
            if (PAGE.matcher(word).matches()) {
                return unpadded(word);
            }
        }
        return folded.replace(" ", "");
    }

    private static String unpadded(String number) {
        int start = 0;
        while (start < number.length() - 1 && number.charAt(start) == '0') {
            start++;
        }
        return number.substring(start);
    }

    private static int edition(Reference reference) {
        // Books have no volume and page; articles may speak of editions in their titles.
        if (reference.volume() != null && reference.firstPage() != null) {
            return 0;
        }
        Matcher edition = EDITION.matcher(cut(PrintedText.fold(reference.raw()), LONGEST_TITLE * 2));
        if (!edition.find()) {
            return 0;
        }
        String printed = edition.group(1);
        return Character.isDigit(printed.charAt(0)) ? Integer.parseInt(printed) : ORDINALS.indexOf(printed) / 10 + 2;
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
