package dev.apatite.reading.record;

import dev.apatite.reading.draft.ReadingException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** PubMed's XML as tagged records: its elements under the names that they have in PubMed's {@code .nbib}. */
final class PubmedRecords {
    private static final Pattern ROOT =
            Pattern.compile("^(?:<[?!][^>]*>\\s*)*<(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle)[\\s>]");
    private static final Pattern END =
            Pattern.compile("</(?:PubmedArticleSet|PubmedArticle|PubmedBookArticle)\\s*>(?:\\s|<!--[^>]*-->)*$");

    private PubmedRecords() {}

    /** Whether a text begins as PubMed's answers do. */
    static boolean begins(String head) {
        return ROOT.matcher(head.strip()).find();
    }

    static List<TaggedRecord> records(String text) throws ReadingException {
        if (!END.matcher(text.substring(Math.max(0, text.length() - 500))).find()) {
            throw new ReadingException("PubMed's XML breaks off before its end");
        }
        Document document = Jsoup.parse(text, "", Parser.xmlParser());
        List<TaggedRecord> records = new ArrayList<>();
        for (Element article : document.select("PubmedArticle, PubmedBookArticle")) {
            records.add(record(article));
        }
        return records;
    }

    private static TaggedRecord record(Element article) {
        TaggedRecord record = new TaggedRecord(TaggedFormat.NBIB);
        put(record, "PMID", article.selectFirst("MedlineCitation > PMID, BookDocument > PMID"));
        put(record, "TI", article.selectFirst("Article > ArticleTitle, BookDocument > ArticleTitle"));
        put(record, "TT", article.selectFirst("Article > VernacularTitle"));
        put(record, "BTI", article.selectFirst("BookDocument > Book > BookTitle"));
        put(record, "JT", article.selectFirst("Journal > Title"));
        put(record, "TA", article.selectFirst("Journal > ISOAbbreviation, MedlineJournalInfo > MedlineTA"));
        put(record, "IS", article.selectFirst("Journal > ISSN"));
        put(record, "VI", article.selectFirst("JournalIssue > Volume"));
        put(record, "IP", article.selectFirst("JournalIssue > Issue"));
        put(record, "PG", article.selectFirst("Pagination > MedlinePgn"));
        date(record, article.selectFirst("JournalIssue > PubDate, Book > PubDate"));
        text(record, article);
        for (Element author : article.select("Article > AuthorList > Author, BookDocument > AuthorList > Author")) {
            author(record, author);
        }
        article.select("Article > Language, BookDocument > Language").forEach(each -> put(record, "LA", each));
        article.select("PublicationType").forEach(each -> put(record, "PT", each));
        article.select("KeywordList > Keyword").forEach(each -> put(record, "OT", each));
        article.select("MeshHeading > DescriptorName").forEach(each -> put(record, "MH", each));
        for (Element id : article.select(
                "Article > ELocationID[EIdType=doi], "
                        + "PubmedData > ArticleIdList > ArticleId[IdType=doi], BookDocument > ArticleIdList > ArticleId[IdType=doi]")) {
            record.add("AID", id.text() + " [doi]");
        }
        put(
                record,
                "PMC",
                article.selectFirst("PubmedData > ArticleIdList > ArticleId[IdType=pmc], "
                        + "PubmedData > ArticleIdList > ArticleId[IdType=pmcid]"));
        return record;
    }

    private static void put(TaggedRecord record, String tag, @Nullable Element element) {
        if (element != null && !element.text().isBlank()) {
            record.add(tag, element.text().strip());
        }
    }

    private static void date(TaggedRecord record, @Nullable Element date) {
        if (date == null) {
            return;
        }
        List<String> parts = new ArrayList<>();
        for (Element part : date.children()) {
            parts.add(part.text().strip());
        }
        record.add("DP", String.join(" ", parts));
    }

    /** The abstract as {@code .nbib} prints it, each part behind its label. */
    private static void text(TaggedRecord record, Element article) {
        List<String> parts = new ArrayList<>();
        for (Element part :
                article.select("Article > Abstract > AbstractText, BookDocument > Abstract > AbstractText")) {
            String label = part.attr("Label").strip();
            parts.add((label.isEmpty() ? "" : label + ": ") + part.text().strip());
        }
        if (!parts.isEmpty()) {
            record.add("AB", String.join(" ", parts));
        }
    }

    private static void author(TaggedRecord record, Element author) {
        Element group = author.selectFirst("> CollectiveName");
        if (group != null) {
            put(record, "CN", group);
            return;
        }
        String family = author.select("> LastName").text().strip();
        String given = author.select("> ForeName").text().strip();
        String suffix = author.select("> Suffix").text().strip();
        String first = given.isEmpty() ? author.select("> Initials").text().strip() : given;
        if (!family.isEmpty()) {
            String whole = (first + " " + suffix).strip();
            record.add("FAU", whole.isEmpty() ? family : family + ", " + whole);
        }
    }
}
