package dev.apatite.reading.byline;

import dev.apatite.paper.Author;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes a printed line of authors apart: marks, numbers and degrees off, one author per name. */
public final class AuthorLine {
    private static final int LONGEST = 4000;

    private static final String RAISED = "⁰¹²³⁴-⁹⁽⁾⁺⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻªº";
    private static final String SIGNS = "*∗⁎†‡§¶‖#✉☆★✝╪‑";
    private static final Pattern LABEL = Pattern.compile(
            "^\\s*(?:(?i:authors?(?:\\(s\\)|’s|'s)?|by|autores|auteurs)\\s*[:.]\\s*|(?i:by)\\s+(?=\\p{Lu}))");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\[]{0,200})\\]\\([^)\\s]{0,300}\\)");
    private static final Pattern SUP = Pattern.compile("(?is)<sup>.{0,80}?</sup>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^>]{0,200}>");
    private static final Pattern CARET =
            Pattern.compile("\\^\\{[^}]{0,60}\\}|\\$\\^?\\{?[^$]{0,60}\\$|\\^[\\p{L}\\d*†‡§,]{1,12}+\\^?");
    private static final Pattern MARK_RUN =
            Pattern.compile("[" + RAISED + SIGNS + "]+(?:\\s?[,;]\\s?[" + RAISED + SIGNS + "]+)*+");
    private static final Pattern NUMBER_RUN = Pattern.compile(
            "(?<=[\\p{L}.)])\\s?\\[?\\(?\\d{1,2}\\)?\\]?(?:\\s?[,;–-]\\s?\\d{1,2}\\)?\\]?)*+(?:\\s?,\\s?[a-z](?=\\s*[,;]|\\s*$))?");
    private static final Pattern LETTER_MARK = Pattern.compile("(?<=[\\p{Ll}.])\\s?\\(?\\[[a-z]\\]\\)?");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:https?://|www\\.)[^\\s,;]{1,200}|[^\\s(),;]{1,80}@[^\\s(),;]{1,80}|\\borcid\\b[^,;]{0,60}|\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");
    /** Whom the authors write for: a group behind the names is none of them. */
    private static final Pattern ON_BEHALF = Pattern.compile(
            "(?i)[\\s,;(]*+(?:\\band )?\\b(?:on behalf of\\b|(?:for|from|in collaboration with) the\\s(?=[^,;]{3,90}\\b(?:group|consortium|investigators|collaborat\\w{1,6}|network|committee)\\b)).*$");

    private static final Pattern ET_AL = Pattern.compile("(?i),?\\s*\\bet\\s+al\\b\\.?");
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*(?:,\\s*(?:and|AND|und|&)\\s|[,•·●|、/]|\\s&\\s|\\s&amp;\\s|\\s(?:and|und|AND)\\s|\\s(?:et|y|e|ve)\\s(?=\\s*\\p{Lu}))\\s*");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{Lu}(?:\\.|\\b)?[- ]?){1,4}");
    /** "Novaes JdS" is Jefferson da Silva Novaes. */
    private static final Pattern INITIALS_OF_PARTICLE = Pattern.compile("\\p{Lu}{1,2}[dev]\\p{Lu}{1,2}");

    private static final Pattern SUFFIX = Pattern.compile("(?:Jr|Sr|II|III|IV)\\.?");
    private static final Pattern GROUP = Pattern.compile(
            "(?i).*\\b(?:group|consortium|collaborat\\w{1,6}|investigators|committee|network|society|association|team|contributors|editors)\\b.*");

    private static final Pattern ADDRESS_WORD = Pattern.compile(
            "(?i)\\b(?:department|dept|division|universit\\p{L}{1,3}|hospital|institut\\p{L}{1,2}|college|school of|faculty|clinic|cent(?:er|re)|laboratory|üniversitesi|facultad|faculdade|departamento)\\b");
    private static final Pattern MARK_BEFORE = Pattern.compile(
            "(?:\\^\\{?[a-z\\d*]{1,2}\\}?|[" + RAISED + "]{1,2}|(?<=[\\p{Ll}.\\s])\\(?\\d{1,2}\\)?)\\s?(?=\\p{Lu})");

    private AuthorLine() {}

    /** The authors of a line that is known to name authors; parts that are no names are left out. */
    public static List<Author> parse(String line) {
        if (line.length() > LONGEST) {
            return List.of();
        }
        String plain = plain(withoutAddress(line));
        List<List<String>> names = new ArrayList<>();
        List<Author> authors = new ArrayList<>();
        if (plain.indexOf(';') >= 0 && commasWithinSemicolons(plain)) {
            for (String name : plain.split(";", -1)) {
                Author author = inverted(name);
                if (author != null) {
                    authors.add(author);
                }
            }
            return authors;
        }
        for (String part : parts(plain)) {
            names.add(List.of(part.split(" ", -1)));
        }
        if (isShouted(names)) {
            names.replaceAll(AuthorLine::lowered);
        }
        boolean familyFirst = PersonOrder.isFamilyFirst(names);
        for (List<String> name : names) {
            Author author = PersonOrder.author(name, familyFirst);
            if (author != null && !authors.contains(author)) {
                authors.add(author);
            }
        }
        return authors;
    }

    /** Whether all names are in capitals, given names first: then a short family name is none of initials. */
    private static boolean isShouted(List<List<String>> names) {
        long last = names.stream()
                .filter(name -> name.size() > 1 && name.getLast().length() > 4)
                .count();
        return last * 2 >= names.size()
                && names.stream().flatMap(List::stream).noneMatch(word -> word.matches(".*\\p{Ll}.*"));
    }

    private static List<String> lowered(List<String> name) {
        List<String> words = new ArrayList<>(name);
        words.replaceAll(PersonOrder::cased);
        String last = words.getLast();
        if (words.size() > 1 && last.length() == 2 && last.indexOf('.') < 0) {
            words.set(words.size() - 1, last.charAt(0) + last.substring(1).toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** Whether the line, which may be any line of a title page, looks like names of authors and nothing else. */
    public static boolean isLikely(String line) {
        if (line.length() > LONGEST || line.isBlank()) {
            return false;
        }
        if (isInverted(line)) {
            return true;
        }
        List<String> parts = parts(plain(withoutAddress(line)));
        if (parts.isEmpty()) {
            return false;
        }
        int names = 0;
        int initials = 0;
        int doubtful = 0;
        for (String part : parts) {
            String[] words = part.split(" ", -1);
            if (Arrays.stream(words).anyMatch(NameWords::isNoName)
                    && !GROUP.matcher(part).matches()) {
                doubtful++;
                // Among several names one may be spelt like a small word: "An Creemers".
                boolean small = isName(words) && words.length < 4 && words[0].length() < 3;
                if (!small || doubtful * 4 > parts.size()) {
                    return false;
                }
            }
            names += isName(words) ? 1 : 0;
            initials +=
                    Arrays.stream(words).anyMatch(word -> INITIALS.matcher(word).matches()) ? 1 : 0;
        }
        boolean marked = MARK_RUN.matcher(line).find()
                || CARET.matcher(line).find()
                || NUMBER_RUN.matcher(line).find();
        if (names * 10 < parts.size() * 8) {
            return false;
        }
        return names >= 2 || marked || initials > 0 || hasDegree(line) || hasCapitalFamily(line);
    }

    /** Whether the line is names with the family name first, parted by semicolons: "Hall, Ada; Fern, Ida B.". */
    public static boolean isInverted(String line) {
        String[] names = line.length() > LONGEST ? new String[0] : plain(line).split("\\s*;\\s*", -1);
        return names.length > 1 && Arrays.stream(names).allMatch(AuthorLine::isInvertedName);
    }

    private static boolean isInvertedName(String name) {
        String[] sides = name.split("\\s*,\\s*", -1);
        String[] words = name.replaceAll("[,\\s]+", " ").strip().split(" ", -1);
        return sides.length == 2
                && !sides[0].isBlank()
                && !NameWords.isDegree(sides[1])
                && isName(words)
                && Arrays.stream(words).noneMatch(NameWords::isNoName);
    }

    /** Whether one plain word sequence could be a person's name. */
    public static boolean isName(String[] words) {
        if (words.length < 2 || words.length > 7) {
            return false;
        }
        for (String word : words) {
            boolean capital = Character.isUpperCase(word.codePointAt(0)) || Character.isTitleCase(word.codePointAt(0));
            if (!capital
                            && !NameWords.isParticle(word)
                            && !word.matches("d['’]\\p{Lu}.{0,30}|al-.{1,30}|\\p{Ll}{1,4}\\p{Lu}\\p{Ll}{2,20}")
                    || !word.matches("[\\p{L}\\p{M}.'’‘`´‐-]{1,40}")) {
                return false;
            }
        }
        return true;
    }

    /** Whether a degree stands in the line. */
    public static boolean hasDegree(String line) {
        return line.matches(".*\\b(?:M\\.?D|Ph\\.?D|MBBS|M\\.?Sc|MPH|MBChB|FRCS|Dr)\\b.*");
    }

    private static boolean hasCapitalFamily(String line) {
        String[] words = line.strip().split("\\s+", 6);
        return words.length <= 4
                && words.length >= 2
                && words[words.length - 1].matches("\\p{Lu}{4,}[\\P{L}]*.?")
                && words[0].matches("\\p{Lu}\\p{Ll}+");
    }

    /** Whether the line names a department, a hospital or the like. */
    public static boolean namesAddress(String line) {
        return line.length() <= LONGEST && ADDRESS_WORD.matcher(line).find();
    }

    /** The line up to an affiliation that is glued to it: "Ada Hall^a^aSomewhere University, Department of ...". */
    private static String withoutAddress(String line) {
        return line.substring(0, addressStart(line));
    }

    /** Where an affiliation that is glued to the names begins, or the line's end. */
    public static int addressStart(String line) {
        Matcher address = ADDRESS_WORD.matcher(line);
        if (line.length() > LONGEST || !address.find()) {
            return line.length();
        }
        int cut = -1;
        Matcher mark = MARK_BEFORE.matcher(line);
        while (mark.find() && mark.end() <= address.start()) {
            cut = mark.start();
        }
        return cut > 2 ? cut : line.length();
    }

    private static String plain(String line) {
        String text = line.replace("\\*", "*")
                .replace('\u00a0', ' ')
                .replace('\u2009', ' ')
                .replaceAll("[\u200b-\u200d\u2060\ufeff]", "");
        text = LABEL.matcher(text).replaceFirst("");
        text = LINK.matcher(text).replaceAll("$1");
        text = TAG.matcher(SUP.matcher(text).replaceAll("")).replaceAll("");
        text = ADDRESS.matcher(text).replaceAll("");
        text = CARET.matcher(text).replaceAll("");
        text = text.replace("**", "").replace("__", "");
        text = MARK_RUN.matcher(text).replaceAll("");
        text = LETTER_MARK.matcher(NUMBER_RUN.matcher(text).replaceAll("")).replaceAll("");
        text = ON_BEHALF.matcher(ET_AL.matcher(text).replaceAll("")).replaceFirst("");
        return text.replaceAll("\\(\\s*\\)|\\[\\s*\\]", "")
                .replaceAll("\\s{1,50}", " ")
                .strip();
    }

    /** The names between commas and "and", degrees left out, initials behind a comma put to their family name. */
    private static List<String> parts(String plain) {
        List<String> parts = new ArrayList<>();
        for (String piece : BETWEEN.split(plain.replace(';', ','))) {
            String name = withoutDegrees(piece);
            if (name.isEmpty()) {
                continue;
            }
            boolean belongsToLast =
                    INITIALS.matcher(name).matches() || SUFFIX.matcher(name).matches();
            if (belongsToLast && !parts.isEmpty()) {
                parts.add(parts.removeLast() + " " + name);
            } else {
                parts.add(name);
            }
        }
        return parts;
    }

    private static String withoutDegrees(String piece) {
        List<String> words = new ArrayList<>();
        boolean name = false;
        String[] all = piece.replaceAll("[()\\[\\]{}]", " ").strip().split("\\s+", -1);
        boolean family = isFamilyAndInitials(all);
        for (String word : all) {
            String bare = word.replaceAll("^[.:-]+|[:]+$", "");
            // "Sha Meng" is no Sha with a degree: behind one given name a word in small letters is the family's.
            boolean spelt = isInitialsAfter(words) && bare.matches("\\p{Lu}\\p{Ll}{2,}");
            boolean degree = !family
                    && !spelt
                    && NameWords.isDegree(bare)
                    && (!name || bare.length() > 2 || !isInitialsAfter(words));
            if (!bare.isEmpty() && !degree) {
                words.add(bare);
                name = true;
            }
        }
        return String.join(" ", words);
    }

    /** "Meng H", "Ma XY" are names, though a degree is spelt like the first word. */
    private static boolean isFamilyAndInitials(String[] words) {
        return words.length == 2 && words[0].matches("\\p{Lu}\\p{Ll}{1,4}") && isInitials(words[1]);
    }

    /** Two capitals after a single family name are initials ("Smith MA"), after two names a degree ("John Smith MA"). */
    private static boolean isInitialsAfter(List<String> words) {
        return words.size() == 1;
    }

    private static boolean commasWithinSemicolons(String plain) {
        int inverted = 0;
        String[] names = plain.split(";", -1);
        for (String name : names) {
            inverted += name.matches("[^,]{2,60},[^,]{1,60}")
                            && !NameWords.isDegree(
                                    name.substring(name.indexOf(',') + 1).strip())
                    ? 1
                    : 0;
        }
        return inverted * 2 > names.length;
    }

    private static @Nullable Author inverted(String name) {
        int comma = name.indexOf(',');
        if (comma < 0) {
            String plain = withoutDegrees(name);
            return plain.isEmpty() ? null : PersonOrder.author(List.of(plain.split(" ", -1)), false);
        }
        String family = withoutDegrees(name.substring(0, comma));
        String given = withoutDegrees(name.substring(comma + 1).replace(',', ' '));
        return family.isEmpty() ? null : Author.of(PersonOrder.cased(family), given.isEmpty() ? null : given);
    }

    static boolean isInitials(String word) {
        return INITIALS.matcher(word).matches() && word.toUpperCase(Locale.ROOT).equals(word)
                || INITIALS_OF_PARTICLE.matcher(word).matches();
    }

    static boolean isSuffix(String word) {
        return SUFFIX.matcher(word).matches();
    }

    static boolean isGroup(String name) {
        return GROUP.matcher(name).matches();
    }
}
