package dev.apatite.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked for; the same record asks for papers, evidence, patients and works.
 *
 * @param query as typed; empty asks for everything
 * @param filters values by filter name; OR within a name, AND between names
 * @param wording how the query's words are taken
 * @param sort as in the contract ({@code "P_PDATE_D desc"}); empty is by relevance
 * @param pageSize rows per page, 0 to 1000
 * @param cursor {@link #FIRST_PAGE}, or what the page before gave as the next
 * @param highlight whether hits carry highlighted sentences
 * @param facets whether the answer counts facets
 */
public record SearchRequest(
        String query,
        Map<String, List<String>> filters,
        Wording wording,
        String sort,
        int pageSize,
        String cursor,
        boolean highlight,
        boolean facets) {
    /** The cursor that asks for the first page. */
    public static final String FIRST_PAGE = "*";

    /** Rows per page where nothing else is asked for. */
    public static final int DEFAULT_PAGE_SIZE = 25;

    /** The most rows that one page may have. */
    public static final int LARGEST_PAGE = 1000;

    public SearchRequest {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        filters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        filters = java.util.Collections.unmodifiableMap(copy);
    }

    /** The first page for a query, with highlights and facets. */
    public static SearchRequest of(String query) {
        return new SearchRequest(query, Map.of(), Wording.USUAL, "", DEFAULT_PAGE_SIZE, FIRST_PAGE, true, true);
    }

    /** The same with one more value of a filter. */
    public SearchRequest filter(String name, String value) {
        Map<String, List<String>> more = new LinkedHashMap<>(filters);
        more.merge(name, List.of(value), (had, added) -> {
            List<String> both = new java.util.ArrayList<>(had);
            both.addAll(added);
            return both;
        });
        return withFilters(more);
    }

    /** The same with other filters. */
    public SearchRequest withFilters(Map<String, List<String>> newFilters) {
        return new SearchRequest(query, newFilters, wording, sort, pageSize, cursor, highlight, facets);
    }

    /** The same with other words. */
    public SearchRequest withQuery(String newQuery) {
        return new SearchRequest(newQuery, filters, wording, sort, pageSize, cursor, highlight, facets);
    }

    /** The same with its words taken otherwise. */
    public SearchRequest withWording(Wording newWording) {
        return new SearchRequest(query, filters, newWording, sort, pageSize, cursor, highlight, facets);
    }

    /** Whether other names of a typed concept are searched too. */
    public boolean synonym() {
        return wording.synonym();
    }

    /** The same with or without synonyms. */
    public SearchRequest withSynonym(boolean newSynonym) {
        return withWording(wording.withSynonym(newSynonym));
    }

    /** The same in another order. */
    public SearchRequest withSort(String newSort) {
        return new SearchRequest(query, filters, wording, newSort, pageSize, cursor, highlight, facets);
    }

    /** The same in pages of another size. */
    public SearchRequest withPageSize(int newPageSize) {
        return new SearchRequest(query, filters, wording, sort, newPageSize, cursor, highlight, facets);
    }

    /** The same from another page on. */
    public SearchRequest withCursor(String newCursor) {
        return new SearchRequest(query, filters, wording, sort, pageSize, newCursor, highlight, facets);
    }

    /** The same without highlights. */
    public SearchRequest withoutHighlights() {
        return new SearchRequest(query, filters, wording, sort, pageSize, cursor, false, facets);
    }

    /** The same without highlights and facets: only the rows. */
    public SearchRequest rowsOnly() {
        return new SearchRequest(query, filters, wording, sort, pageSize, cursor, false, false);
    }
}
