package dev.apatite.web;

import dev.apatite.search.Rows;
import dev.apatite.search.Structured;
import dev.apatite.search.WorkRow;
import dev.apatite.web.page.SearchAddresses;
import dev.apatite.web.page.SearchPage;
import dev.apatite.web.page.View;
import java.util.LinkedHashMap;
import java.util.Map;

/** Searches and cited works that are offered beside an answer, as data. */
public final class Offers {
    private Offers() {}

    /** An offer whose address is one of the API's. */
    public static Map<String, Object> json(Structured offer, String server) {
        View view = offer.rows() == Rows.PATIENTS ? View.PATIENTS : View.PAPERS;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("label", offer.label());
        json.put("url", server + view.apiPath() + SearchAddresses.of(offer.request()));
        json.put("hitCount", offer.hitCount());
        return json;
    }

    /** A cited work that may be meant. */
    public static Map<String, Object> work(WorkRow work, String server) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("workId", work.workId());
        json.put("label", work.label());
        json.put("url", server + "/api/v1/works/" + SearchAddresses.encoded(work.workId()));
        json.put("citedByCount", work.papers());
        json.put("paper", work.paper() == null ? null : work.paper().id());
        return json;
    }

    /** An offer as a suggestion, whose address is that of a page. */
    static Map<String, Object> suggestion(Structured offer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", offer.label());
        json.put("kind", "evidence");
        json.put("query", offer.request().query());
        json.put("paper", null);
        json.put("url", SearchPage.address(offer));
        json.put("hitCount", offer.hitCount());
        return json;
    }
}
