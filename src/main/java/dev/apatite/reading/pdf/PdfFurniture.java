package dev.apatite.reading.pdf;

import dev.apatite.reading.draft.Furniture;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfPage;
import dev.apatite.reading.pdf.layout.PdfTypography;
import dev.apatite.reading.shared.Headings;
import dev.apatite.text.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Running heads, page numbers and stamps: what repeats at the edge of pages and belongs to no sentence. */
final class PdfFurniture {
    private static final float EDGE = 0.13f;
    private static final int MAX_ROWS = 4;
    private static final int LONGEST_HEADING = 60;
    private static final float REPEATED = 0.3f;
    private static final Pattern NUMBERS = Pattern.compile("\\d+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}#]+");
    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?:page )?[-–—|e]?\\s?\\d{1,7}(?:\\s?[-–—|]|\\s?(?:of|/|\\(\\d+\\))\\s?\\d{0,4})?|[ivxl]{1,5}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPICAL = Pattern.compile(
            "\\bet al\\b|https?:|www\\.|doi[: .]|\\bvol(?:ume)?\\b|\\bissue\\b|©|copyright|downloaded|page \\d+ of \\d+"
                    + "|\\bpage \\d+|\\bjournal\\b|\\bISSN\\b|\\b(?:19|20)\\d\\d[;,)]|author manuscript|open access",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DOI_ALONE =
            Pattern.compile("(?i)(?:doi:?\\s?)?(?:https?://(?:dx\\.)?doi\\.org/)?10\\.\\S+");

    private static final Pattern ENTRY = Pattern.compile(
            "(?:\\[\\d{1,3}\\]|\\(\\d{1,3}\\)|\\d{1,3}[.)]?)\\s+(?:\\p{Ll}{1,4}\\s){0,2}\\p{Lu}[\\p{L}'’-]+,? (?:\\p{Lu}\\.?[ -]?){1,4}[,.;:]");
    /** An entry without a label, where the list has begun. */
    private static final Pattern NAMES = Pattern.compile(
            "(?:\\p{Ll}{1,4}\\s){0,2}\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)?,? (?:\\p{Lu}\\.?[ -]?){1,4}[,.;:]");

    private static final Pattern CAPTION = Pattern.compile("^(?:Fig|Table|TABLE|FIG)");

    private final Map<String, Set<Integer>> pagesOfText = new HashMap<>();
    private final List<List<PdfLine>> pages;
    private final List<PdfPage> sizes;

    private final PdfTypography typography;
    /** The page on which the reference list begins; one past the last where there is none. */
    private final int references;

    private PdfFurniture(List<PdfPage> sizes, List<List<PdfLine>> pages, PdfTypography typography) {
        this.sizes = sizes;
        this.typography = typography;
        this.pages = pages;
        references = referencesBegin(pages);
        for (int i = 0; i < pages.size(); i++) {
            for (PdfLine line : edge(i)) {
                pagesOfText.computeIfAbsent(key(line), each -> new HashSet<>()).add(i);
            }
        }
    }

    /**
     * Divides each page's segments into text and furniture.
     *
     * @return the texts of what was taken away, page by page
     */
    static List<List<PdfLine>> takeFrom(List<PdfPage> sizes, List<List<PdfLine>> pages, PdfTypography typography) {
        PdfFurniture furniture = new PdfFurniture(sizes, pages, typography);
        List<List<PdfLine>> taken = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            Set<PdfLine> gone = furniture.of(i);
            pages.get(i).removeIf(gone::contains);
            taken.add(new ArrayList<>(gone));
        }
        return taken;
    }

    private static int referencesBegin(List<List<PdfLine>> pages) {
        for (int i = pages.size() - 1; i >= 0; i--) {
            if (pages.get(i).stream().anyMatch(line -> isReferenceList(line.text()))) {
                return i;
            }
        }
        return pages.size();
    }

    /** What a line that was taken away is. */
    static Furniture.Kind kind(PdfLine line) {
        return PAGE_NUMBER.matcher(line.text().strip()).matches()
                ? Furniture.Kind.PAGE_NUMBER
                : Furniture.Kind.RUNNING_HEAD;
    }

    private Set<PdfLine> of(int page) {
        Set<PdfLine> gone = new java.util.LinkedHashSet<>();
        for (PdfLine line : edge(page)) {
            Set<Integer> others = pagesOfText.getOrDefault(key(line), Set.of());
            if (others.size() >= Math.max(2, REPEATED * pages.size())
                    && !CAPTION.matcher(line.text()).find()
                    && !isEntry(line.text())) {
                gone.add(line);
            }
        }
        outermost(page, true, gone);
        outermost(page, false, gone);
        return gone;
    }

    /** Walks inwards from the top or the bottom while rows look like furniture. */
    private void outermost(int page, boolean top, Set<PdfLine> gone) {
        List<PdfLine> rest = new ArrayList<>(edge(page));
        for (int i = 0; i < MAX_ROWS && !rest.isEmpty(); i++) {
            PdfLine outer = rest.getFirst();
            for (PdfLine line : rest) {
                if (top ? line.y() < outer.y() : line.y() > outer.y()) {
                    outer = line;
                }
            }
            float y = outer.y();
            if (top != y < sizes.get(page).height() / 2) {
                return;
            }
            List<PdfLine> row =
                    rest.stream().filter(line -> Math.abs(line.y() - y) < 3).toList();
            if (!gone.containsAll(row)) {
                String text = String.join(" ", row.stream().map(PdfLine::text).toList())
                        .strip();
                boolean apart = isApart(page, row, top);
                boolean number = PAGE_NUMBER.matcher(text).matches();
                boolean head = page > 0
                        && apart
                        && text.length() < 160
                        && isHead(text)
                        && !isHeading(text)
                        && !isEntry(text)
                        && !(page >= references && NAMES.matcher(text).lookingAt())
                        && row.stream().noneMatch(line -> isReferenceList(line.text()) || isEntry(line.text()))
                        && !(page >= references && row.stream().anyMatch(this::holdsDoiOfItsOwn));
                if (!(number || head)) {
                    return;
                }
                gone.addAll(row);
            }
            rest.removeAll(row);
        }
    }

    /** Whether a reference begins ("[28] Roe J, ..."), or ends with a DOI alone that stands on no other page. */
    private boolean isEntry(String text) {
        if (ENTRY.matcher(text).lookingAt()) {
            return true;
        }
        return DOI_ALONE.matcher(text).matches() && isOnOnePage(Identifiers.doi(text));
    }

    /** Whether the last line of an entry stands at the edge: no running head has a DOI that no other page has. */
    private boolean holdsDoiOfItsOwn(PdfLine line) {
        return isOnOnePage(Identifiers.doi(line.text()));
    }

    private boolean isOnOnePage(@Nullable String doi) {
        return doi != null
                && pages.stream()
                                .filter(page -> page.stream()
                                        .anyMatch(line -> line.text().contains(doi)))
                                .count()
                        == 1;
    }

    private static boolean isHead(String text) {
        return TYPICAL.matcher(text).find()
                || text.matches("\\d{1,6}\\s.{3,100}")
                || text.matches(".{3,100}\\s\\d{1,6}");
    }

    /** Whether a main part of the paper begins: its numbered heading may stand at the top of a page. */
    private static boolean isHeading(String text) {
        return PdfHeadings.depth(text) > 0
                && Headings.meaningOf(text) instanceof Headings.Meaning meaning
                && meaning.whole()
                && meaning.role() != Headings.Role.CASE
                && PdfHeadings.isTop(meaning.role());
    }

    private static boolean isReferenceList(String text) {
        return text.length() < LONGEST_HEADING && Headings.isReferenceList(text);
    }

    /** Whether more space than between two lines lies towards the page's middle. */
    private boolean isApart(int page, List<PdfLine> row, boolean top) {
        float y = row.getFirst().y();
        float nearest = Float.MAX_VALUE;
        for (PdfLine line : pages.get(page)) {
            float distance = top ? line.y() - y : y - line.y();
            if (distance > 3 && distance < nearest) {
                nearest = distance;
            }
        }
        float size = row.getFirst().size();
        boolean otherStyle = row.stream().noneMatch(typography::isBody);
        return nearest > (otherStyle ? 1.15f : 1.8f) * typography.pitch() * size;
    }

    private List<PdfLine> edge(int page) {
        float height = sizes.get(page).height();
        List<PdfLine> found = new ArrayList<>();
        for (PdfLine line : pages.get(page)) {
            if (line.y() < EDGE * height || line.y() > (1 - EDGE) * height) {
                found.add(line);
            }
        }
        return found;
    }

    private static String key(PdfLine line) {
        String text = line.text().toLowerCase(Locale.ROOT);
        String place = Integer.toString(Math.round(line.y() / 8));
        String words = NOT_LETTERS
                .matcher(NUMBERS.matcher(text).replaceAll("#"))
                .replaceAll(" ")
                .strip();
        return place + "|" + words;
    }
}
