package dev.apatite.annotation;

import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with what was recognised in it.
 *
 * @param lower the sentence's text in lower case with decimal points as commas, character for character
 * @param patient index of the case that the sentence belongs to, -1 where it belongs to none or to all
 * @param mentions with offsets in the section, as everywhere
 * @param noted what was read off it once already
 */
record Passage(Sentence sentence, String lower, Region region, int patient, List<Mention> mentions, Noted noted) {
    /** Treatments, outcomes and dosages, read when they are first asked for; a passage belongs to one thread. */
    static final class Noted {
        @Nullable
        List<TreatmentUses.Used> used;

        @Nullable
        List<OutcomeCue> cues;

        @Nullable
        List<DosagePart> dosages;
    }

    /** What goes on longer without a full stop is a list or a table rather than a sentence that tells something. */
    static final int LONGEST = 4000;

    private static final int LONGEST_LIST = 300;

    /**
     * Whether what stands between two names consists of the words of a list. Matching recurses for each word, so that a
     * long gap could exhaust the stack; it is no list.
     */
    static boolean isOnly(Pattern list, String gap) {
        return gap.length() <= LONGEST_LIST && list.matcher(gap).matches();
    }

    String text() {
        return sentence.text();
    }

    /** The mentions of a type in the order of the text. */
    List<Mention> of(MentionType type) {
        List<Mention> found = List.of();
        for (Mention mention : mentions) {
            if (mention.type() == type) {
                found = found.isEmpty() ? new ArrayList<>(4) : found;
                found.add(mention);
            }
        }
        return found;
    }

    /** Where a mention begins in the sentence. */
    int start(Mention mention) {
        return mention.start() - sentence.start();
    }

    /** Where it ends. */
    int end(Mention mention) {
        return mention.end() - sentence.start();
    }

    Passage with(Region newRegion, int newPatient) {
        return new Passage(sentence, lower, newRegion, newPatient, mentions, noted);
    }

    /** The text with decimal points as commas, so that a point ends a sentence or abbreviates; character for character. */
    static String undotted(String lower) {
        char[] chars = lower.toCharArray();
        for (int i = 1; i + 1 < chars.length; i++) {
            if (chars[i] == '.' && Character.isDigit(chars[i - 1]) && Character.isDigit(chars[i + 1])) {
                chars[i] = ',';
            }
        }
        return new String(chars);
    }

    /** The text with plain spaces and apostrophes, character for character. */
    static String plain(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = plain(chars[i]);
        }
        return new String(chars);
    }

    /** Plain text in lower case that keeps every offset, which {@link String#toLowerCase} does not. */
    static String lower(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(plain(chars[i]));
        }
        return new String(chars);
    }

    private static char plain(char c) {
        return switch (c) {
            case '\u00a0',
                    '\u2009',
                    '\u2005',
                    '\u200a',
                    '\u202f',
                    '\u2002',
                    '\u2003',
                    '\u2006',
                    '\u200b',
                    '\u2007',
                    '\u2008' -> ' ';
            case '\u2019', '\u02bc' -> '\'';
            case '\u2010', '\u2011' -> '-';
            default -> c;
        };
    }
}
