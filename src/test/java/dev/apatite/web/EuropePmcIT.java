package dev.apatite.web;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What clients of Europe PMC's REST API ask and read, each in its own way. */
class EuropePmcIT {
    private static final String REST = "/europepmc/webservices/rest";

    @TempDir
    static Path folder;

    static Site site;

    @BeforeAll
    static void start() {
        site = new Site(folder, papers());
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static List<Paper> papers() {
        List<Paper> papers = new ArrayList<>();
        papers.add(paper("10.1000_open")
                .title("Diltiazem for calcinosis in a child")
                .year(2016)
                .journal("Skin Letters")
                .doi("10.1000/open")
                .ids("26000001", "PMC4700001")
                .printed("2016-03-07", "12", "3", "97", "97", "https://creativecommons.org/licenses/by-nc/4.0/")
                .issn("1234-5679")
                .type(ArticleType.CASE_REPORT)
                .funded("Skin Fund", "SF-12")
                .author("Roe", "Jane A. Jr", "0000-0002-1825-0097", "Skin Clinic, Old Town")
                .author("The Calcinosis Group", null)
                .keyword("calcinosis")
                .section(SectionKind.ABSTRACT, "Abstract", "Calcinosis <i>hurts</i> & p < 0.05.")
                .section(SectionKind.CASE, "Case", "A girl got diltiazem for calcinosis [1].")
                .section(SectionKind.ACK_FUND, "Funding", "Paid by the fund.")
                .section(SectionKind.FIG, "Figure 1", "A hand.")
                .cites("1", "Old A. Bone and calcium. Bone. 1990.", "w1")
                .treats("diltiazem", "diltiazem")
                .mentions(MentionType.CONDITION, "calcinosis", "calcinosis", Assertion.AFFIRMED)
                .build());
        papers.add(paper("10.1000_later")
                .title("Calcinosis again")
                .year(2019)
                .journal("Bone Reports")
                .doi("10.1000/later")
                .ids("31000002", null)
                .author("Abe", "Kenji")
                .section(SectionKind.DISCUSS, "Discussion", "Calcinosis came back after diltiazem.")
                .cites("1", "Roe J. Diltiazem for calcinosis in a child. 2016.", "10.1000_open")
                .build());
        for (int i = 0; i < 5; i++) {
            papers.add(paper("sha-" + i)
                    .title("Calcinosis, note " + i)
                    .year(2000 + i)
                    .section(SectionKind.OTHER, null, "Calcinosis number " + i + ".")
                    .build());
        }
        return papers;
    }

    private static String query(String... pairs) {
        StringBuilder query = new StringBuilder("?");
        for (int i = 0; i < pairs.length; i += 2) {
            query.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    private static JsonNode search(String... pairs) {
        return site.json(REST + "/search" + query(pairs) + "&format=json");
    }

    private static Document xml(HttpResponse<String> answer) throws Exception {
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
    }

    private static String first(Document document, String element) {
        return document.getElementsByTagName(element).item(0).getTextContent();
    }

    private static List<String> texts(Document document, String element) {
        NodeList nodes = document.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webservices/rest", "/europepmc/webservices/rest"})
    void withoutAFormatTheAnswerIsXml(String root) throws Exception {
        Document answer = xml(site.get(root + "/search?query=diltiazem"));
        assertThat(answer.getDocumentElement().getTagName()).isEqualTo("responseWrapper");
        assertThat(first(answer, "hitCount")).isEqualTo("2");
        assertThat(texts(answer, "title")).contains("Diltiazem for calcinosis in a child");
    }

    @Test
    void namesOfParametersAreReadInAnyCaseAndUnknownOnesPass() {
        JsonNode answer = search(
                "QUERY",
                "diltiazem",
                "resulttype",
                "IDLIST",
                "PAGESIZE",
                "1",
                "email",
                "a@example.org",
                "sort_PMCID",
                "y");
        assertThat(answer.at("/resultList/result")).hasSize(1);
        assertThat(answer.at("/resultList/result/0").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("id", "source", "pmid", "pmcid");
    }

    @Test
    void aRecordHoldsWhatIsKnownAndLeavesOutWhatIsNot() {
        JsonNode core =
                search("query", "DOI:10.1000/open", "resultType", "core").at("/resultList/result/0");
        assertThat(core.get("id").asText()).isEqualTo("26000001");
        assertThat(core.get("source").asText()).isEqualTo("MED");
        assertThat(core.get("authorString").asText()).isEqualTo("Roe JA Jr, The Calcinosis Group.");
        assertThat(core.at("/authorList/author/0/suffix").asText()).isEqualTo("Jr");
        assertThat(core.at("/authorList/author/0/authorId/value").asText()).isEqualTo("0000-0002-1825-0097");
        assertThat(core.at("/authorList/author/0/authorAffiliationDetailsList/authorAffiliation/0/affiliation")
                        .asText())
                .isEqualTo("Skin Clinic, Old Town");
        assertThat(core.at("/authorList/author/1/collectiveName").asText()).isEqualTo("The Calcinosis Group");
        assertThat(core.at("/journalInfo/journal/issn").asText()).isEqualTo("1234-5679");
        assertThat(core.at("/journalInfo/yearOfPublication").asInt()).isEqualTo(2016);
        assertThat(core.get("pageInfo").asText()).isEqualTo("97");
        assertThat(core.get("abstractText").asText()).isEqualTo("Calcinosis <i>hurts</i> & p < 0.05.");
        assertThat(core.get("language").asText()).isEqualTo("eng");
        assertThat(core.at("/pubTypeList/pubType/0").asText()).isEqualTo("Case Reports");
        assertThat(core.at("/grantsList/grant/0/agency").asText()).isEqualTo("Skin Fund");
        assertThat(core.get("isOpenAccess").asText()).isEqualTo("Y");
        assertThat(core.get("license").asText()).isEqualTo("cc by-nc");
        assertThat(core.get("firstPublicationDate").asText()).isEqualTo("2016-03-07");
        assertThat(core.get("citedByCount").asInt()).isEqualTo(1);
        assertThat(core.at("/fullTextUrlList/fullTextUrl/0/documentStyle").asText())
                .isEqualTo("html");

        JsonNode bare = search("query", "\"note 1\"", "resultType", "core").at("/resultList/result/0");
        assertThat(bare.get("source").asText()).isEqualTo("APATITE");
        assertThat(bare.properties())
                .allSatisfy(each ->
                        assertThat(each.getValue().isNull()).as(each.getKey()).isFalse());
        assertThat(bare.has("doi")).isFalse();
        assertThat(bare.has("authorString")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "CITED desc, 26000001",
        "P_PDATE_D asc, sha-0",
        "P_PDATE_D desc, 31000002",
        "FIRST_PDATE_D, 31000002",
        "AUTH_FIRST asc, 31000002",
        "TITLE, 31000002",
    })
    void sortsAreEuropePmcs(String sort, String first) {
        assertThat(search("query", "calcinosis", "sort", sort)
                        .at("/resultList/result/0/id")
                        .asText())
                .isEqualTo(first);
    }

    @Test
    void aSortMayStandInTheQuery() {
        JsonNode answer = search("query", "calcinosis sort_cited:y");
        assertThat(answer.get("hitCount").asInt()).isEqualTo(7);
        assertThat(answer.at("/resultList/result/0/id").asText()).isEqualTo("26000001");
        assertThat(search("query", "calcinosis AND sort_date:y")
                        .at("/resultList/result/0/id")
                        .asText())
                .isEqualTo("31000002");
    }

    @Test
    void thePageBehindTheLastRowIsEmptyAndRepeatsItsCursor() {
        List<String> ids = new ArrayList<>();
        String cursor = "*";
        String next = "";
        for (int page = 0; page < 10; page++) {
            JsonNode answer = search("query", "calcinosis", "pageSize", "3", "cursorMark", cursor);
            ids.addAll(answer.at("/resultList/result").findValuesAsText("id"));
            next = answer.get("nextCursorMark").asText();
            if (next.equals(cursor)) {
                break;
            }
            cursor = next;
        }
        assertThat(next).isEqualTo(cursor);
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void numberedPagesAreThoseOfTheCursor() {
        List<String> all = search("query", "calcinosis", "resultType", "idlist")
                .at("/resultList/result")
                .findValuesAsText("id");
        List<String> paged = new ArrayList<>();
        for (int page = 1; page <= 4; page++) {
            JsonNode answer = search(
                    "query", "calcinosis", "resultType", "idlist", "pageSize", "3", "page", String.valueOf(page));
            assertThat(answer.get("hitCount").asInt()).isEqualTo(7);
            paged.addAll(answer.at("/resultList/result").findValuesAsText("id"));
        }
        assertThat(paged).isEqualTo(all);
        JsonNode second = search("query", "calcinosis", "pageSize", "3", "page", "2");
        assertThat(search(
                                "query",
                                "calcinosis",
                                "pageSize",
                                "3",
                                "cursorMark",
                                second.get("nextCursorMark").asText())
                        .at("/resultList/result/0/id")
                        .asText())
                .as("the page behind a numbered one")
                .isEqualTo(all.get(6));
        assertThat(site.get(REST + "/search?query=calcinosis&pageSize=1000&page=12&format=json")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    application/json                          | application/json
                    application/xml                           | application/xml
                    application/json;q=0.4, application/xml   | application/xml
                    text/csv, application/json;q=0.2          | application/json
                    text/html,application/xml;q=0.9,*/*;q=0.8 | application/xml
                    image/png                                 | application/xml
                    """)
    void withoutAFormatTheAcceptChooses(String accept, String sent) {
        HttpResponse<String> answer = site.get(REST + "/search?query=calcinosis", "Accept", accept);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(sent);
        assertThat(answer.headers().allValues("Vary")).anyMatch(each -> each.contains("Accept"));
        assertThat(site.get(REST + "/search?query=calcinosis&format=JSON", "Accept", "application/xml")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .as("the parameter counts first")
                .startsWith("application/json");
    }

    @ParameterizedTest
    @CsvSource({
        "MED/31000002/references/1/json, /referenceList/reference, 1",
        "MED/31000002/references/2/25/json, /referenceList/reference, 0",
        "MED/26000001/citations/1/1/JSON, /citationList/citation, 1",
        "MED/26000001/databaseLinks/EMBL/1/json, /dbCrossReferenceList/dbCrossReference, 0",
    })
    void theFirstClientsWroteThePageIntoThePath(String path, String rows, int count) {
        assertThat(site.json(REST + "/" + path).at(rows)).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    calcinosis                                                  | 7
                    SRC:MED EXT_ID:26000001                                     | 1
                    (EXT_ID:26000001 AND SRC:MED)                               | 1
                    OPEN_ACCESS:Y AND HAS_FT:Y                                  | 1
                    open_access:y and calcinosis                                | 1
                    (FIRST_PDATE:[2015-01-01 TO 2016-12-31])                    | 1
                    FIRST_PDATE:[2015 TO 2020] AND calcinosis                   | 2
                    AUTH:"Roe J"                                                | 1
                    AUTH:"Roe JA"                                               | 1
                    AUTH:Abe AND AUTH_FIRST:"Abe K"                             | 1
                    JOURNAL:"Bone Reports"                                      | 1
                    DOI:"10.1000/open"                                          | 1
                    PMCID:PMC4700001                                            | 1
                    HAS_ABSTRACT:y                                              | 1
                    calcinosis AND PUB_YEAR:[2015 TO 2024] sort_cited:y         | 2
                    (calcinosis) AND (SRC:"MED" OR SRC:"PMC" OR SRC:"PPR")      | 2
                    """)
    void queriesThatClientsWriteFindWhatTheyMean(String query, int hits) {
        assertThat(search("query", query).path("hitCount").asInt(-1)).isEqualTo(hits);
    }

    @ParameterizedTest
    @CsvSource({"pageSize, -1", "pageSize, many", "page, 0", "cursorMark, bogus", "resultType, full", "sort, beauty asc"
    })
    void aValueThatCannotBeIsNamed(String name, String value) {
        HttpResponse<String> answer =
                site.get(REST + "/search" + query("query", "calcinosis", name, value) + "&format=json");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(site.json(answer).get("errMsg").asText())
                .containsIgnoringCase(name.equals("cursorMark") ? "cursor" : name);
    }

    @Test
    void errorsAreSaidInTheFormatThatWasAskedFor() throws Exception {
        HttpResponse<String> json = site.get(REST + "/search?query=TITEL:a&format=json");
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(site.json(json).get("errMsg").asText()).contains("TITLE");
        HttpResponse<String> xml = site.get(REST + "/article/MED/99999999");
        assertThat(xml.statusCode()).isEqualTo(404);
        assertThat(first(xml(xml), "errCode")).isEqualTo("404");
        assertThat(site.get(REST + "/search?format=json").statusCode()).isEqualTo(400);
        assertThat(site.get(REST + "/search?query=a&format=tea").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MED/26000001",
                "med/26000001",
                "PMC/PMC4700001",
                "PMC/4700001",
                "APATITE/10.1000_open",
                "DOI/10.1000/open",
            })
    void aPaperIsAddressedByAnyOfItsIds(String address) {
        assertThat(site.json(REST + "/article/" + address + "?format=json")
                        .at("/result/doi")
                        .asText())
                .isEqualTo("10.1000/open");
        assertThat(site.json(REST + "/" + address + "/references?format=json")
                        .get("hitCount")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"26000001", "PMC4700001", "10.1000/open", "10.1000%2Fopen", "10.1000_open"})
    void soItIsInOurOwnApi(String id) {
        assertThat(site.json("/api/v1/papers/" + id).get("id").asText()).isEqualTo("10.1000_open");
        assertThat(site.json("/api/v1/papers/" + id + "/citedBy")
                        .get("hitCount")
                        .asInt())
                .isEqualTo(1);
        assertThat(site.get("/papers/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void referencesAndCitationsComeInPages() {
        JsonNode reference = site.json(REST + "/MED/31000002/references?page=1&pageSize=25&format=json")
                .at("/referenceList/reference/0");
        assertThat(reference.get("id").asText()).isEqualTo("26000001");
        assertThat(reference.get("source").asText()).isEqualTo("MED");
        assertThat(reference.get("citedOrder").asInt()).isEqualTo(1);
        JsonNode citations = site.json(REST + "/MED/26000001/citations?page=1&pageSize=25&format=json");
        assertThat(citations.get("hitCount").asInt()).isEqualTo(1);
        assertThat(citations.at("/citationList/citation/0/id").asText()).isEqualTo("31000002");
        assertThat(site.json(REST + "/MED/26000001/citations?page=2&format=json")
                        .at("/citationList/citation"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "databaseLinks, /dbCrossReferenceList/dbCrossReference",
        "labsLinks, /providers/provider",
        "datalinks, /dataLinkList/Category",
        "evaluations, /evaluationList/evaluation",
    })
    void whatOnlyEuropePmcHasIsAnEmptyList(String list, String path) {
        JsonNode answer = site.json(REST + "/MED/26000001/" + list + "?format=json&database=EMBL");
        assertThat(answer.get("hitCount").asInt()).isZero();
        assertThat(answer.at(path).isArray()).isTrue();
        assertThat(site.get(REST + "/PMC4700001/supplementaryFiles").headers().firstValue("Content-Type"))
                .contains("application/zip");
    }

    @Test
    void evaluationsAreAskedForBothWays() {
        assertThat(site.json(REST + "/evaluations/MED/26000001?format=json")
                        .at("/evaluationList/evaluation")
                        .isArray())
                .isTrue();
    }

    @Test
    void minedTermsAndAnnotationsAreOurMentions() {
        JsonNode terms = site.json(REST + "/MED/26000001/textMinedTerms?format=json");
        assertThat(terms.at("/semanticTypeList/semanticType").findValuesAsText("name"))
                .contains("CHEMICAL", "DISEASE");
        JsonNode article = site.json(
                        "/europepmc/annotations_api/annotationsByArticleIds?articleIds=MED:26000001,PMC:PMC9&format=JSON")
                .get(0);
        assertThat(article.get("extId").asText()).isEqualTo("26000001");
        JsonNode annotation = article.at("/annotations/0");
        assertThat(annotation.at("/tags/0/name").asText()).isNotEmpty();
        assertThat(annotation.get("exact").asText()).isNotEmpty();
        assertThat(annotation.get("type").asText()).isIn("Chemicals", "Diseases");
    }

    @Test
    void theFullTextIsJats() throws Exception {
        HttpResponse<String> answer = site.get(REST + "/PMC4700001/fullTextXML");
        Document article = xml(answer);
        assertThat(first(article, "article-title")).isEqualTo("Diltiazem for calcinosis in a child");
        assertThat(first(article, "suffix")).isEqualTo("Jr");
        assertThat(((Element) article.getElementsByTagName("sec").item(0)).getAttribute("sec-type"))
                .isEqualTo("cases");
        assertThat(texts(article, "mixed-citation")).hasSize(1);
        assertThat(site.get(REST + "/MED/26000001/fullTextXML").body()).isEqualTo(answer.body());
        assertThat(site.get(REST + "/PMC1/fullTextXML").statusCode()).isEqualTo(404);
    }

    @Test
    void dublinCoreIsRdf() throws Exception {
        Document answer = xml(site.get(REST + "/search?query=DOI:10.1000/open&format=dc&resultType=core"));
        assertThat(answer.getElementsByTagNameNS("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "Description")
                        .getLength())
                .isEqualTo(1);
        assertThat(texts(answer, "dc:creator")).containsExactly("Roe JA Jr", "The Calcinosis Group");
        assertThat(texts(answer, "dc:identifier")).contains("doi:10.1000/open");
    }

    // What follows are the requests of known clients, in their order, and what each of them reads.

    @Test
    void ropensciWalksByCursorAndBindsRowsUntilTheMarkIsNull() {
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        String cursor = "*";
        for (int i = 0; i < 3; i++) {
            JsonNode page = site.json(REST + "/search?query=calcinosis&synonym=TRUE&format=json&resulttype=lite"
                    + "&pageSize=4&cursorMark=" + cursor);
            if (page.path("nextCursorMark").isNull()) {
                break;
            }
            cursor = page.get("nextCursorMark").asText();
            page.at("/resultList/result")
                    .forEach(each -> rows.put(each.get("id").asText(), each));
        }
        assertThat(rows).hasSize(7);
        assertThat(Objects.requireNonNull(rows.get("26000001")).get("pubYear").isTextual())
                .isTrue();
        JsonNode details = search("query", "ext_id:26000001 src:med", "resulttype", "core");
        assertThat(details.get("hitCount").asInt()).isEqualTo(1);
        JsonNode profile =
                site.json(REST + "/profile?query=calcinosis&format=json").get("profileList");
        assertThat(profile.at("/source/0/count").asInt()).isEqualTo(7);
        assertThat(profile.at("/source/1/count").asInt()).isEqualTo(2);
    }

    @Test
    void pygetpapersPostsAFormAndStopsAtAnEmptyPage() throws Exception {
        String cursor = "*";
        int papers = 0;
        boolean more = true;
        for (int i = 0; more && i < 5; i++) {
            Document page = xml(site.form(
                    REST + "/searchPOST",
                    "query=calcinosis&resultType=core&cursorMark=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)
                            + "&pageSize=1000&synonym=True&format=xml&sort_PMCID=y"));
            papers += texts(page, "fullTextId").size();
            more = page.getElementsByTagName("result").getLength() > 0;
            cursor = first(page, "nextCursorMark");
        }
        assertThat(more).isFalse();
        assertThat(papers).isEqualTo(1);
        assertThat(xml(site.get(REST + "/PMC/PMC4700001/references"))
                        .getElementsByTagName("reference")
                        .getLength())
                .isEqualTo(1);
        assertThat(xml(site.get(REST + "/PMC/PMC4700001/citations"))
                        .getElementsByTagName("citation")
                        .getLength())
                .isEqualTo(1);
    }

    @Test
    void getpapersWritesItsQueryIntoThePath() throws Exception {
        Document page = xml(site.get(REST + "/search/query=calcinosis%20OPEN_ACCESS%3Ay&resulttype=core"));
        assertThat(first(page, "hitCount")).isEqualTo("1");
        assertThat(first(page, "availabilityCode")).isEqualTo("OA");
        assertThat(first(page, "documentStyle")).isEqualTo("html");
    }

    @Test
    void paperSearchReadsAuthorsAddressesAndOpenAccess() {
        JsonNode item = search("query", "ext_id:PMC4700001 src:pmc", "resultType", "core")
                .at("/resultList/result");
        // The paper's own source is MED: there, as here, a PMCID with another source finds nothing.
        assertThat(item).isEmpty();
        item = search("query", "ext_id:26000001 src:med", "resultType", "core").at("/resultList/result/0");
        assertThat(item.at("/authorList/author/0/fullName").asText()).isEqualTo("Roe JA Jr");
        assertThat(item.at("/fullTextUrlList/fullTextUrl/0/url").asText()).startsWith(site.address);
        assertThat(item.get("isOpenAccess").asText()).isEqualTo("Y");
    }

    @Test
    void cyanheadsAsksForSeveralRecordsAtOnce() {
        JsonNode answer = search(
                "query",
                "(EXT_ID:26000001 AND SRC:MED) OR (EXT_ID:31000002 AND SRC:MED)",
                "resultType",
                "core",
                "pageSize",
                "2",
                "cursorMark",
                "*");
        assertThat(answer.at("/resultList/result").findValuesAsText("pmid"))
                .containsExactlyInAnyOrder("26000001", "31000002");
        assertThat(search("query", "(calcinosis) AND (SRC:\"MED\" OR SRC:\"PPR\")")
                        .get("hitCount")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void pyEuropePmcReadsFieldsAndAllRoutesOfAnArticle() {
        JsonNode fields = site.json(REST + "/fields?format=json").at("/searchTermList/searchTerms");
        assertThat(fields.findValuesAsText("term")).contains("TITLE", "EXT_ID", "OPEN_ACCESS", "HAS_FT");
        JsonNode details = site.json(REST + "/article/MED/26000001?resultType=core&format=json");
        assertThat(details.at("/result/title").asText()).startsWith("Diltiazem");
        assertThat(site.json(REST + "/MED/26000001/citations?page=1&pageSize=1&format=json")
                        .get("hitCount")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void sourceDatasClientAsksWithoutTheWordArticle() {
        assertThat(site.json(REST + "/MED/26000001?format=json")
                        .at("/result/id")
                        .asText())
                .isEqualTo("26000001");
        assertThat(site.json(REST + "/MED/26000001/references?pageSize=25&format=json&cursorMark=*")
                        .at("/referenceList/reference"))
                .hasSize(1);
    }
}
