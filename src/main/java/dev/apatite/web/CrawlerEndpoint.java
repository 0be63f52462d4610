package dev.apatite.web;

import dev.apatite.search.Hit;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.SearchResponse;
import dev.apatite.search.Searcher;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** For those who go through all pages: where the papers are, and what is not worth going through. */
final class CrawlerEndpoint {
    /** As many as one file may name (sitemaps.org). */
    private static final int MOST = 50_000;

    private final Searcher searcher;

    CrawlerEndpoint(Searcher searcher) {
        this.searcher = searcher;
    }

    void robots(Context context) {
        context.contentType("text/plain; charset=utf-8")
                .result("User-agent: *\nDisallow: /api/\nDisallow: /webservices/\nDisallow: /europepmc/\n"
                        + "Disallow: /facets/\nAllow: /papers/\n\nSitemap: " + Guard.address(context)
                        + "/sitemap.xml\n");
    }

    void sitemap(Context context) {
        String address = Guard.address(context);
        StringBuilder map = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        url(map, address + "/");
        int count = 1;
        SearchRequest all = SearchRequest.of("")
                .withSort("TITLE asc")
                .withPageSize(SearchRequest.LARGEST_PAGE)
                .rowsOnly();
        @Nullable String cursor = SearchRequest.FIRST_PAGE;
        while (cursor != null && count < MOST) {
            SearchResponse page = searcher.search(all.withCursor(cursor));
            for (Hit hit : page.hits()) {
                if (count++ < MOST) {
                    url(map, address + "/papers/" + hit.paper().id());
                }
            }
            cursor = page.nextCursor();
        }
        context.contentType("application/xml; charset=utf-8")
                .result(map.append("</urlset>\n").toString());
    }

    private static void url(StringBuilder map, String address) {
        map.append("<url><loc>")
                .append(address.replace("&", "&amp;").replace("<", "&lt;"))
                .append("</loc></url>\n");
    }
}
