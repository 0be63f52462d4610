package dev.apatite.reading.pdf;

import dev.apatite.paper.Author;
import dev.apatite.reading.byline.AddressText;
import dev.apatite.reading.byline.AuthorLine;
import dev.apatite.reading.byline.NameWords;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfText;
import dev.apatite.reading.pdf.layout.PdfWord;
import dev.apatite.reading.pdf.layout.PdfWords;
import dev.apatite.reading.shared.Headings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The line of authors under the title. */
final class PdfAuthors {
    private static final int FURTHEST = 6;
    private static final int LONGEST_ICON = 3;
    private static final int LONGEST_REST = 40;
    /** In times of the type size. */
    /** In times of the type size: no space between the words of a name is so wide. */
    static final float WIDE_GAP = 1.2f;

    private static final Pattern HALF_NAME = Pattern.compile("(?:[,;·•]|\\s(?:and|&)\\s)\\s?+\\p{Lu}\\p{Ll}{1,20}+$");
    private static final Pattern GIVEN_AND_INITIAL = Pattern.compile("\\p{Lu}\\p{Ll}{1,20}(?:[ -]\\p{Lu}\\.?){1,2}");
    private static final Pattern OPEN = Pattern.compile("\\s(?:and|&)$");
    private static final int MOST_WORDS_OF_NAME = 5;
    private static final Pattern STOP = Pattern.compile(
            "(?i)^(?:abstract|summary|introduction|background|correspond|received|key ?words|doi|https?:|from the|department|©|copyright).*");
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}[\\p{L}.]{0,4}\\p{Lu}\\.?(?:\\s\\(.{1,20}\\))?");
    private static final Pattern CAPITAL_FAMILY = Pattern.compile("\\p{Lu}\\p{Ll}.* \\p{Lu}{3,20}");
    private static final Pattern SUFFIX = Pattern.compile("II|III|IV");
    private static final Pattern ICON = Pattern.compile("(?<=[\\s,])(?:iD|ID)(?=[\\s,]|$)");

    /** The authors found, and the paragraphs that hold them. */
    record Found(List<Author> authors, int from, int to) {}

    private static final Found NONE = new Found(List.of(), 0, 0);
    private static final int LONGEST_ADDRESS = 300;

    private PdfAuthors() {}

    /** Looks in the paragraphs behind {@code title}: the author line, or each line of names above its own address. */
    static List<Found> groups(List<PdfParagraph> paragraphs, int title, float titleSize) {
        List<Found> groups = new ArrayList<>();
        Found group = find(paragraphs, title, titleSize);
        while (!group.authors().isEmpty()) {
            groups.add(group);
            group = next(paragraphs, groups);
        }
        return groups;
    }

    /** Names printed like the first ones, with an address between. */
    private static Found next(List<PdfParagraph> paragraphs, List<Found> groups) {
        PdfParagraph names = paragraphs.get(groups.getFirst().from());
        int from = groups.getLast().to();
        boolean address = false;
        for (int i = from; i < Math.min(paragraphs.size(), from + FURTHEST); i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            String text = text(paragraph);
            boolean alike = Math.abs(paragraph.size() - names.size()) < 0.4f
                    && paragraph.first().face().equals(names.first().face())
                    && paragraph.page() == names.page();
            if (address && alike && AuthorLine.isLikely(text)) {
                Found found = at(paragraphs, i);
                boolean known = found.authors().stream()
                        .anyMatch(each -> groups.stream()
                                .anyMatch(group -> group.authors().contains(each)));
                return known ? NONE : found;
            }
            if (AddressText.isNotice(text) || paragraph.length() > LONGEST_ADDRESS || alike && address) {
                return NONE;
            }
            address |= AddressText.namesInstitution(text);
        }
        return NONE;
    }

    private static Found find(List<PdfParagraph> paragraphs, int title, float titleSize) {
        int from = title;
        while (from < Math.min(paragraphs.size(), title + FURTHEST)) {
            String text = text(paragraphs.get(from));
            if (STOP.matcher(text).matches()) {
                break;
            }
            boolean likely =
                    AuthorLine.isLikely(text) || singleNames(paragraphs, from) > 1 || isOnlyAuthor(paragraphs, from);
            if (likely && paragraphs.get(from).size() < titleSize - 0.5f) {
                Found found = at(paragraphs, from);
                if (!found.authors().isEmpty()) {
                    return found;
                }
            }
            from++;
        }
        return NONE;
    }

    /** Whether one name stands here alone, with a mark or right above an address. */
    private static boolean isOnlyAuthor(List<PdfParagraph> paragraphs, int i) {
        PdfParagraph paragraph = paragraphs.get(i);
        PdfLine line = paragraph.first();
        if (paragraph.lines().size() > 1 || !isOneName(line) || PdfImprint.isJournal(paragraph.rough())) {
            return false;
        }
        boolean marked = line.words().getLast().script() == PdfWord.Script.SUPER;
        PdfParagraph next = i + 1 < paragraphs.size() ? paragraphs.get(i + 1) : paragraph;
        boolean address = next.length() < LONGEST_ADDRESS
                && next.page() == paragraph.page()
                && AddressText.namesInstitution(next.rough())
                && !AddressText.isNotice(next.rough())
                && !PdfImprint.isRunningText(next.rough());
        return (marked || address) && !AddressText.namesInstitution(line.text()) && !AddressText.isNotice(line.text());
    }

    /** The authors of the paragraph and of those that go on with it. */
    private static Found at(List<PdfParagraph> paragraphs, int from) {
        int to = end(paragraphs, from);
        StringBuilder all = new StringBuilder();
        for (PdfParagraph paragraph : paragraphs.subList(from, to)) {
            String part = text(paragraph);
            boolean open = all.isEmpty()
                    || all.toString().endsWith(",")
                    || OPEN.matcher(all).find()
                    || part.matches("^(?:and|&) .*")
                    || isHalfName(all.toString());
            all.append(all.isEmpty() ? "" : open ? " " : ", ").append(part);
        }
        String names = all.toString();
        return new Found(AuthorLine.parse(AuthorLine.isInverted(names) ? names : cleaned(names)), from, to);
    }

    /** Unknown degrees behind a comma off; a family name in capitals ("Li WEI") as one where others show the habit. */
    private static String cleaned(String names) {
        List<String> parts = new ArrayList<>(List.of(names.split("\\s*[,;]\\s*", -1)));
        long whole = parts.stream().filter(part -> part.indexOf(' ') > 0).count();
        long capitals =
                parts.stream().filter(part -> CAPITALS.matcher(part).matches()).count();
        if (whole >= capitals) {
            parts.removeIf(part -> CAPITALS.matcher(part).matches());
        }
        long shouting = parts.stream()
                .filter(part -> CAPITAL_FAMILY.matcher(part).matches())
                .count();
        if (shouting * 4 >= parts.size()) {
            parts.replaceAll(part -> {
                int space = part.lastIndexOf(' ');
                String before = space < 0 ? "" : part.substring(part.lastIndexOf(' ', space - 1) + 1, space);
                boolean several = before.length() > 1 && before.equals(before.toUpperCase(Locale.ROOT));
                return space < 0 || several
                        ? part
                        : part.substring(0, space + 1) + capitalized(part.substring(space + 1));
            });
        }
        return String.join(", ", parts);
    }

    private static String capitalized(String word) {
        boolean shouts = word.length() > 1
                && !SUFFIX.matcher(word).matches()
                && word.equals(word.toUpperCase(Locale.ROOT))
                && word.indexOf('.') < 0;
        return shouts ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT) : word;
    }

    /** Names that the document's properties give as "Family, Given" show where a printed name is to be divided. */
    static Author divided(Author author, List<String> creators) {
        String printed = letters((author.given() == null ? "" : author.given()) + author.family());
        for (String creator : creators) {
            int comma = creator.indexOf(',');
            if (comma > 0) {
                String family = creator.substring(0, comma).strip();
                String given = creator.substring(comma + 1).strip();
                boolean same = letters(given + family).equals(printed)
                        || letters(family + given).equals(printed);
                if (same && !family.isEmpty() && !given.isEmpty() && !given.contains(",")) {
                    return Author.of(family, given);
                }
            }
        }
        return author;
    }

    /** A running head ("Torres Costa et al.") shows the first author's whole family name. */
    static Author named(Author first, List<String> heads) {
        String whole = (first.given() == null ? "" : first.given() + " ") + first.family();
        for (String head : heads) {
            int end = head.indexOf(" et al");
            if (end > 0 && end < 40) {
                String family = head.substring(0, end).strip();
                if (family.indexOf(' ') > 0 && whole.endsWith(" " + family) && !family.equals(first.family())) {
                    String given = whole.substring(0, whole.length() - family.length());
                    return new Author(family, given.strip(), first.orcid(), first.affiliations());
                }
            }
        }
        return first;
    }

    private static String letters(String name) {
        return Headings.words(name).replace(" ", "");
    }

    /** How many paragraphs from here on are set alike and hold one name each. */
    private static int singleNames(List<PdfParagraph> paragraphs, int from) {
        PdfLine first = paragraphs.get(from).first();
        int to = from;
        while (to < paragraphs.size()
                && paragraphs.get(to).lines().size() == 1
                && isAlike(paragraphs.get(to), first)
                && isOneName(paragraphs.get(to).first())) {
            to++;
        }
        return to - from;
    }

    /** Whether a line of several names breaks off behind a given name, or behind the initial of a second one. */
    private static boolean isHalfName(String names) {
        if (HALF_NAME.matcher(names).find()) {
            return true;
        }
        List<String> parts = List.of(names.split("\\s*[,;·•]\\s*", -1));
        return parts.size() > 1
                && GIVEN_AND_INITIAL.matcher(parts.getLast()).matches()
                && parts.stream()
                        .limit(parts.size() - 1L)
                        .noneMatch(part -> GIVEN_AND_INITIAL.matcher(part).matches());
    }

    private static boolean isAlike(PdfParagraph next, PdfLine first) {
        return Math.abs(next.first().size() - first.size()) < 0.4f
                && next.first().face().equals(first.face())
                && next.page() == first.page();
    }

    private static int end(List<PdfParagraph> paragraphs, int from) {
        PdfLine first = paragraphs.get(from).first();
        int singles = singleNames(paragraphs, from);
        if (singles > 1) {
            return from + singles;
        }
        int to = from + 1;
        while (to < paragraphs.size()) {
            PdfParagraph next = paragraphs.get(to);
            String before = text(paragraphs.get(to - 1));
            boolean open = isHalfName(before) || OPEN.matcher(before).find();
            boolean rest = next.length() < LONGEST_REST
                            && (open || isOneName(next.first()) && isBeside(next, paragraphs.get(to - 1)))
                    || open && AuthorLine.isLikely(before + " " + text(next));
            if (!isAlike(next, first) || !rest && !AuthorLine.isLikely(text(next))) {
                return to;
            }
            to++;
        }
        return to;
    }

    /** Whether a name stands on the line of the names before it, far to the right. */
    private static boolean isBeside(PdfParagraph next, PdfParagraph before) {
        return next.lines().size() == 1
                && Math.abs(next.first().y() - before.last().y()) < 1
                && next.first().x0() > before.last().x1();
    }

    /** The names without the raised marks; a comma among the marks still divides. */
    private static String text(PdfParagraph paragraph) {
        StringBuilder text = new StringBuilder();
        boolean lines = holdsNameOnEachLine(paragraph);
        boolean marked = false;
        for (PdfLine line : paragraph.lines()) {
            List<PdfWord> kept = new ArrayList<>();
            for (int i = 0; i < line.words().size(); i++) {
                PdfWord word = line.words().get(i);
                boolean icon = word.script() == PdfWord.Script.NORMAL
                        && word.size() < PdfWords.TINY * line.size()
                        && word.text().length() <= LONGEST_ICON;
                if (icon) {
                    continue;
                }
                if (word.script() != PdfWord.Script.SUPER) {
                    boolean symbols =
                            !word.text().isEmpty() && word.text().chars().noneMatch(Character::isLetter);
                    String plain = symbols ? word.text().replaceAll("[^,;&|/•·]", "") : word.text();
                    if (!plain.isEmpty()) {
                        // A mark before a name takes the space with it.
                        boolean spaced = word.spaced()
                                || i > 0
                                        && line.words().get(i - 1).script() == PdfWord.Script.SUPER
                                        && line.words().get(i - 1).spaced();
                        kept.add(new PdfWord(
                                plain, word.x0(), word.x1(), word.size(), word.face(), word.script(), spaced));
                    }
                } else if (startsName(line, i + 1)
                        && (word.text().endsWith(",")
                                || i > 0 && line.words().get(i + 1).spaced())) {
                    kept.add(new PdfWord(
                            ",", word.x0(), word.x1(), word.size(), word.face(), PdfWord.Script.NORMAL, false));
                }
            }
            String part = PdfText.of(apart(kept));
            // A name ends at its mark, also where each has a line of its own.
            String divider = lines || marked && startsName(line, 0) ? ", " : " ";
            text.append(text.isEmpty() || part.isEmpty() ? "" : divider).append(part);
            marked = line.words().getLast().script() == PdfWord.Script.SUPER;
        }
        return ICON.matcher(text.toString())
                .replaceAll("")
                .replaceAll("\\s*,(?:\\s*,)+", ",")
                .replaceAll(",\\s*(?:and|&)\\s+", ", ")
                .strip();
    }

    /** The words with a comma in each gap that is too wide for a space between given and family name. */
    private static List<PdfWord> apart(List<PdfWord> words) {
        List<PdfWord> apart = new ArrayList<>();
        for (PdfWord word : words) {
            PdfWord before = apart.isEmpty() ? word : apart.getLast();
            if (word.x0() - before.x1() > WIDE_GAP * word.size()
                    && Character.isLetter(
                            before.text().codePointBefore(before.text().length()))
                    && Character.isUpperCase(word.text().codePointAt(0))) {
                apart.add(new PdfWord(
                        ",", before.x1(), before.x1(), before.size(), before.face(), PdfWord.Script.NORMAL, false));
            }
            apart.add(word);
        }
        return apart;
    }

    /** Whether each of several lines is one whole name, with its marks or without. */
    private static boolean holdsNameOnEachLine(PdfParagraph paragraph) {
        return paragraph.lines().size() > 1 && paragraph.lines().stream().allMatch(PdfAuthors::isOneName);
    }

    private static boolean isOneName(PdfLine line) {
        StringBuilder name = new StringBuilder();
        for (PdfWord word : line.words()) {
            boolean mark = word.script() == PdfWord.Script.SUPER || word.size() < PdfWords.TINY * line.size();
            if (!mark) {
                name.append(word.spaced() && !name.isEmpty() ? " " : "").append(word.text());
            }
        }
        String[] words = name.toString().replaceAll("[,;*†‡§¶#\\s]+$", "").split(" ", -1);
        return words.length <= MOST_WORDS_OF_NAME && AuthorLine.isName(words) && !NameWords.isNoName(words[0]);
    }

    private static boolean startsName(PdfLine line, int i) {
        return i < line.words().size()
                && line.words().get(i).script() == PdfWord.Script.NORMAL
                && Character.isUpperCase(line.words().get(i).text().codePointAt(0));
    }
}
