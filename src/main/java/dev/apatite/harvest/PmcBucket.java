package dev.apatite.harvest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Full texts of PubMed Central's open-access set in its bucket, as it is laid out since 2026: single files under a prefix of
 * PMCID and version, {@code PMC123.1/PMC123.1.xml}, with a JSON of metadata beside ({@code pmcid}, {@code version}, {@code
 * is_pmc_openaccess}, {@code license_code}, {@code xml_url} with an MD5 sum) that also lies under {@code metadata/}. The
 * newest version counts. The prefixes are listed by S3's ListObjectsV2.
 */
final class PmcBucket implements ArticleSource {
    private static final int LARGEST_LIST = 4_000_000;
    private static final Pattern SUM = Pattern.compile("[?&]md5=([0-9a-fA-F]{32})(?:&|$)");

    private final Web web;
    private final String base;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final XMLInputFactory xml = XMLInputFactory.newFactory();

    PmcBucket(Web web, String base) {
        this.web = web;
        this.base = base;
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    @Override
    public boolean mayHave(HarvestCandidate paper) {
        return paper.pmcid() != null && paper.pmcid().matches("PMC[0-9]{1,12}");
    }

    @Override
    public Optional<FullText> fetch(HarvestCandidate paper) throws IOException, InterruptedException {
        String pmcid = Objects.requireNonNull(paper.pmcid());
        int version = newest(pmcid);
        if (version == 0) {
            return Optional.empty();
        }
        String name = pmcid + "." + version;
        JsonNode metadata = metadata(name);
        if (metadata != null && !metadata.path("is_pmc_openaccess").asBoolean(true)) {
            return Optional.empty();
        }
        Optional<byte[]> jats = web.get(URI.create(base + "/" + name + "/" + name + ".xml"), EuropePmcTexts.LARGEST);
        if (jats.isPresent() && metadata != null) {
            check(jats.get(), metadata.path("xml_url").asText(""), name);
        }
        String license = metadata == null ? null : metadata.path("license_code").asText(null);
        return jats.map(each -> new FullText(each, license == null ? paper.license() : license));
    }

    /** The newest version of a paper; 0 where the bucket has none. */
    private int newest(String pmcid) throws IOException, InterruptedException {
        Optional<byte[]> listed = web.get(
                URI.create(base + "/?list-type=2&delimiter=%2F&prefix=" + EuropePmcSearch.encoded(pmcid + ".")),
                LARGEST_LIST);
        if (listed.isEmpty()) {
            return 0;
        }
        Pattern prefix = Pattern.compile(Pattern.quote(pmcid) + "\\.([0-9]{1,6})/");
        int newest = 0;
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(listed.get()));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("Prefix")) {
                    Matcher matcher = prefix.matcher(reader.getElementText());
                    if (matcher.matches()) {
                        newest = Math.max(newest, Integer.parseInt(matcher.group(1)));
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(base + " does not list its files as S3 does: " + e.getMessage(), e);
        }
        return newest;
    }

    private @Nullable JsonNode metadata(String name) throws IOException, InterruptedException {
        for (String key : new String[] {name + "/" + name + ".json", "metadata/" + name + ".json"}) {
            Optional<byte[]> json = web.get(URI.create(base + "/" + key), LARGEST_LIST);
            if (json.isPresent()) {
                return mapper.readTree(json.get());
            }
        }
        return null;
    }

    private static void check(byte[] jats, String address, String name) throws IOException {
        Matcher matcher = SUM.matcher(address);
        if (!matcher.find()) {
            return;
        }
        try {
            String sum =
                    HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(jats));
            if (!sum.equalsIgnoreCase(matcher.group(1))) {
                throw new IOException(name + ".xml is not the file that its metadata names (MD5 " + sum + ")");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
