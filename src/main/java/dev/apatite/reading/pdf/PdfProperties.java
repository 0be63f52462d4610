package dev.apatite.reading.pdf;

import dev.apatite.text.Identifiers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself outside its pages. It is often wrong, so that it only helps to understand what is
 * printed, or stands in where nothing is.
 *
 * @param creators as given, some of them "Family, Given"
 * @param links where the first pages link to an ORCID
 */
record PdfProperties(
        Set<String> titles,
        List<String> creators,
        @Nullable String doi,
        @Nullable String journal,
        List<PdfOrcidLink> links) {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_CREATORS = 300;
    private static final Pattern ITEM = Pattern.compile("<rdf:li[^>]{0,200}>([^<]{1,500})<");
    private static final Pattern TITLE =
            Pattern.compile("<dc:title\\b[^>]{0,100}>(.{0,3000}?)</dc:title>", Pattern.DOTALL);
    private static final Pattern CREATOR =
            Pattern.compile("<dc:creator\\b[^>]{0,100}>(.{0,60000}?)</dc:creator>", Pattern.DOTALL);
    private static final Pattern DOI = Pattern.compile(
            "<(?:prism:doi|pdfx:doi|crossmark:DOI|dc:identifier)\\b[^>]{0,100}>\\s*([^<]{6,200})<",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern JOURNAL =
            Pattern.compile("<prism:publicationName\\b[^>]{0,100}>([^<]{2,200})<", Pattern.CASE_INSENSITIVE);

    /** The properties of a document; none where they cannot be read. */
    static PdfProperties of(PDDocument document) {
        Set<String> titles = new LinkedHashSet<>();
        PDDocumentInformation information = document.getDocumentInformation();
        String doi = null;
        if (information != null) {
            add(titles, information.getTitle());
            String subject = information.getSubject();
            doi = subject == null
                    ? null
                    : Identifiers.labelledDoi(subject.substring(0, Math.min(300, subject.length())));
        }
        String xmp = xmp(document);
        items(xmp, TITLE).forEach(title -> add(titles, title));
        Matcher identifier = DOI.matcher(xmp);
        while (doi == null && identifier.find()) {
            doi = Identifiers.doi(identifier.group(1));
        }
        Matcher journal = JOURNAL.matcher(xmp);
        return new PdfProperties(
                titles,
                items(xmp, CREATOR),
                doi,
                journal.find() ? plain(journal.group(1)) : null,
                PdfOrcidLink.of(document));
    }

    private static void add(Set<String> titles, @Nullable String title) {
        if (title != null && title.strip().indexOf(' ') > 0) {
            titles.add(title.strip());
        }
    }

    private static List<String> items(String xmp, Pattern block) {
        List<String> items = new ArrayList<>();
        Matcher matcher = block.matcher(xmp);
        if (matcher.find()) {
            Matcher item = ITEM.matcher(matcher.group(1));
            while (item.find() && items.size() < MAX_CREATORS) {
                if (!item.group(1).isBlank()) {
                    items.add(plain(item.group(1)));
                }
            }
        }
        return items;
    }

    private static String plain(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .strip();
    }

    /** The metadata stream as text: a few elements are looked for in it, it is never parsed as XML. */
    private static String xmp(PDDocument document) {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            return "";
        }
        try (InputStream in = metadata.exportXMPMetadata()) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        } catch (IOException | RuntimeException e) {
            return "";
        }
    }
}
