package dev.apatite.web.page;

import dev.apatite.search.SearchRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A view and what is asked of it, and the addresses of what can be asked next. */
public record SearchState(View view, SearchRequest request, Paging paging) {
    private static final String CITING = "citing";

    private static final Set<Character.UnicodeScript> TERMS = Set.of(
            Character.UnicodeScript.LATIN,
            Character.UnicodeScript.GREEK,
            Character.UnicodeScript.COMMON,
            Character.UnicodeScript.INHERITED);

    /** A view from its first page on, or from a page that nobody knows the number of. */
    public SearchState(View view, SearchRequest request) {
        this(view, request, Paging.FIRST);
    }

    /** A view of everything. */
    public static SearchState of(View view) {
        return new SearchState(view, SearchRequest.of(""));
    }

    /** The view that can show what a paper was found by: papers, unless findings were chosen among. */
    public static SearchState found(SearchRequest request) {
        View view = Stream.of(View.PAPERS, View.EVIDENCE)
                .filter(each -> request.filters().keySet().stream().allMatch(each::knows))
                .findFirst()
                .orElse(View.WORKS);
        return new SearchState(view, request);
    }

    /** The sorts that are offered. */
    public List<View.Choice> sorts() {
        return view.sorts();
    }

    /** A filter in force, and the address of the same view without it. */
    public record ActiveFilter(String name, String label, String remove) {}

    /** A part of the state that a form has to carry along. */
    public record Field(String name, String value) {}

    /** This view, from its first page on. */
    public String href() {
        return href(request);
    }

    private String href(SearchRequest changed) {
        return view.path() + SearchAddresses.of(changed.withCursor(SearchRequest.FIRST_PAGE));
    }

    /** The page after this one, or this one where the cursor is its own. */
    public String next(String cursor) {
        return cursor.equals(request.cursor())
                ? page(request, paging)
                : page(request.withCursor(cursor), paging.next(request.cursor()));
    }

    /** The page before this one; null on the first, and where the way back is not known. */
    public @Nullable String previous() {
        if (isFirstPage() || !paging.knowsPrevious()) {
            return null;
        }
        String cursor =
                paging.page() == 2 ? SearchRequest.FIRST_PAGE : paging.trail().getLast();
        return page(request.withCursor(cursor), paging.previous());
    }

    private String page(SearchRequest changed, Paging at) {
        return view.path() + SearchAddresses.of(changed) + at.part();
    }

    /** "26\u201350 of 195"; nothing where one page holds all, or its number is not known. */
    public String range(long rows, long shown) {
        boolean known = isFirstPage() == (paging.page() == 1);
        if (!known || shown == 0 || isFirstPage() && shown >= rows) {
            return "";
        }
        long first = (long) (paging.page() - 1) * request.pageSize() + 1;
        return String.format(Locale.ROOT, "%,d\u2013%,d of %,d", first, first + shown - 1, rows);
    }

    public boolean isFirstPage() {
        return request.cursor().equals(SearchRequest.FIRST_PAGE);
    }

    public String with(String name, String value) {
        return href(request.filter(name, value));
    }

    /** The same view narrowed by one value of each name only, whatever was chosen there before. */
    public String only(Map<String, String> values) {
        Map<String, List<String>> filters = new LinkedHashMap<>(request.filters());
        values.forEach((name, value) -> filters.put(name, List.of(value)));
        return href(request.withFilters(filters));
    }

    public String without(String name, String value) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        request.filters().forEach((each, values) -> {
            List<String> left = each.equals(name)
                    ? values.stream()
                            .filter(one -> !one.equalsIgnoreCase(value))
                            .toList()
                    : values;
            if (!left.isEmpty()) {
                filters.put(each, left);
            }
        });
        return href(request.withFilters(filters));
    }

    /** The same view without any value of a filter. */
    public String withoutAll(String name) {
        Map<String, List<String>> filters = new LinkedHashMap<>(request.filters());
        filters.remove(name);
        return href(request.withFilters(filters));
    }

    public String withoutFilters() {
        return href(request.withFilters(Map.of()));
    }

    /** The same with a concept searched beside the typed words, or not. */
    public String except(String concept, boolean on) {
        List<String> except = new ArrayList<>(request.wording().except());
        except.remove(concept);
        if (!on) {
            except.add(concept);
        }
        return href(request.withWording(request.wording().withExcept(except)));
    }

    /** The same with papers that lack some of the words, or without. */
    public String most(boolean most) {
        return href(request.withWording(request.wording().withMost(most)));
    }

    /** The same with papers that are alike in meaning, or without. */
    public String semantic(boolean semantic) {
        return href(request.withWording(request.wording().withSemantic(semantic)));
    }

    /** The same with its words as they are typed. */
    public String asTyped() {
        return href(request.withWording(request.wording().withMend(false)));
    }

    public String synonym(boolean on) {
        return href(request.withSynonym(on));
    }

    /** The same with another query. */
    public String query(String query) {
        return href(request.withQuery(query));
    }

    /** The same search in another view, without what that view does not know. */
    public String on(View other) {
        Map<String, List<String>> filters = new LinkedHashMap<>();
        request.filters().forEach((name, values) -> {
            if (other.knows(name)) {
                filters.put(name, values);
            }
        });
        boolean sorts = other.sorts().stream().anyMatch(each -> each.value().equals(request.sort()));
        return new SearchState(
                        other,
                        request.withQuery(queryOn(other, filters))
                                .withFilters(filters)
                                .withSort(sorts ? request.sort() : ""))
                .href();
    }

    /** Works are asked for by words of their own: what is asked of papers goes on as what the citing papers are about. */
    private String queryOn(View other, Map<String, List<String>> filters) {
        if (other == View.WORKS && view != View.WORKS && !request.query().isBlank()) {
            filters.put(CITING, List.of(request.query()));
            return "";
        }
        List<String> citing = request.filters().getOrDefault(CITING, List.of());
        return view == View.WORKS && other != View.WORKS && !citing.isEmpty() ? citing.getFirst() : request.query();
    }

    /** A paper's page that knows the search it was found by. */
    public String paper(String id) {
        return "/papers/" + SearchAddresses.encoded(id)
                + SearchAddresses.of(request.withCursor(SearchRequest.FIRST_PAGE)
                        .withPageSize(SearchRequest.DEFAULT_PAGE_SIZE)
                        .withSort(""));
    }

    /** The same with its original beside it at a page, and a place of the text marked in both; see {@link Place}. */
    public String beside(String id, int page, @Nullable Place at) {
        String address = paper(id);
        return address + (address.indexOf('?') < 0 ? "?" : "&") + "original=1&page=" + page
                + (at == null ? "" : "&at=" + at.code() + "#at");
    }

    /** All rows in a format of the API. */
    public String export(String format) {
        String all = SearchAddresses.of(
                request.withCursor(SearchRequest.FIRST_PAGE).withPageSize(SearchRequest.DEFAULT_PAGE_SIZE));
        return view.apiPath() + (all.isEmpty() ? "?" : all + "&") + SearchAddresses.part("format", format);
    }

    /** Whether anything is asked for, so that not every row is shown. */
    public boolean isNarrowed() {
        return isFiltered() || !request.query().isBlank();
    }

    /** Whether words are written in other letters than those of medical terms, Latin and Greek ones. */
    public static boolean areOtherLetters(List<String> words) {
        return words.stream()
                .flatMapToInt(String::codePoints)
                .filter(Character::isLetter)
                .anyMatch(each -> !TERMS.contains(Character.UnicodeScript.of(each)));
    }

    public boolean isFiltered() {
        return !request.filters().isEmpty();
    }

    public boolean has(String name, String value) {
        return request.filters().getOrDefault(name, List.of()).stream().anyMatch(value::equalsIgnoreCase);
    }

    /** The whole search in words, for the title of its page. */
    public String title() {
        List<String> parts = new ArrayList<>();
        if (!request.query().isBlank()) {
            parts.add(request.query());
        }
        activeFilters().forEach(each -> parts.add(each.name() + " " + each.label()));
        String search = String.join(", ", parts);
        return (search.isEmpty() ? "" : search + " \u2013 ")
                + (view == View.PAPERS ? "" : view.label() + " \u2013 ")
                + "Apatite";
    }

    /** The filters in force, one by one. */
    public List<ActiveFilter> activeFilters() {
        List<ActiveFilter> active = new ArrayList<>();
        request.filters()
                .forEach((name, values) -> values.forEach(value -> active.add(new ActiveFilter(
                        CodeNames.filter(name), CodeNames.filterValue(name, value), without(name, value)))));
        return active;
    }

    /** What the form has to carry that none of its own controls shows. */
    public List<Field> carried(List<FacetGroup> shown) {
        List<Field> carried = new ArrayList<>();
        request.filters()
                .forEach((name, values) -> values.forEach(value -> {
                    if (shown.stream().noneMatch(group -> group.shows(name, value))) {
                        carried.add(new Field(name, value));
                    }
                }));
        if (!request.synonym()) {
            carried.add(new Field("synonym", "false"));
        }
        request.wording().except().forEach(each -> carried.add(new Field("except", each)));
        if (!request.wording().most()) {
            carried.add(new Field("match", "all"));
        }
        if (!request.wording().semantic()) {
            carried.add(new Field("semantic", "false"));
        }
        if (request.pageSize() != SearchRequest.DEFAULT_PAGE_SIZE) {
            carried.add(new Field("pageSize", String.valueOf(request.pageSize())));
        }
        return carried;
    }
}
