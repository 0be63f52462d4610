package dev.apatite.web.europepmc;

import dev.apatite.export.Dates;
import dev.apatite.export.Licence;
import dev.apatite.export.PageRange;
import dev.apatite.paper.Author;
import dev.apatite.paper.Funding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonalName;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.search.PaperCard;
import dev.apatite.search.PaperEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Papers under Europe PMC's names. What is not known of a paper is left out. */
final class Records {
    /** The source of papers that have neither a PMID nor a PMCID. */
    static final String OWN = "APATITE";

    private final String server;

    /** {@code server} is the address at which this server was asked. */
    Records(String server) {
        this.server = server;
    }

    /** Where Europe PMC would have the paper from: MED, PMC, or {@link #OWN}. */
    static String source(@Nullable String pmid, @Nullable String pmcid) {
        return pmid != null ? "MED" : pmcid != null ? "PMC" : OWN;
    }

    static String id(String id, @Nullable String pmid, @Nullable String pmcid) {
        return pmid != null ? pmid : pmcid != null ? pmcid : id;
    }

    /** What identifies a paper, and no more. */
    Map<String, Object> ids(PaperCard card) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("id", id(card.id(), card.pmid(), card.pmcid()));
        record.put("source", source(card.pmid(), card.pmcid()));
        put(record, "pmid", card.pmid());
        put(record, "pmcid", card.pmcid());
        return record;
    }

    /** All but {@link Detail#CORE} takes no more of the paper than its bibliography. */
    Map<String, Object> record(PaperEntry entry, int citedBy, Detail detail) {
        Paper paper = entry.bare();
        Map<String, Object> record = ids(PaperCard.of(paper));
        if (detail == Detail.IDLIST) {
            return record;
        }
        put(record, "fullTextIdList", list("fullTextId", paper.pmcid() == null ? List.of() : List.of(paper.pmcid())));
        put(record, "doi", paper.doi());
        put(record, "title", paper.title());
        put(record, "authorString", authors(paper));
        if (detail == Detail.LITE) {
            put(record, "journalTitle", paper.journal());
            put(record, "issue", paper.issue());
            put(record, "journalVolume", paper.volume());
            put(record, "pubYear", paper.year() == null ? null : paper.year().toString());
            put(record, "journalIssn", paper.bibliography().issn());
            put(record, "pageInfo", PageRange.range(paper.firstPage(), paper.lastPage(), "-"));
            record.put("pubType", String.join("; ", publicationTypes(paper)).toLowerCase(Locale.ROOT));
        } else {
            core(record, paper);
        }
        flags(record, entry, citedBy);
        return record;
    }

    private void core(Map<String, Object> record, Paper paper) {
        put(
                record,
                "authorList",
                list("author", paper.authors().stream().map(Records::author).toList()));
        put(
                record,
                "authorIdList",
                list(
                        "authorId",
                        paper.authors().stream()
                                .map(Author::orcid)
                                .filter(Objects::nonNull)
                                .map(Records::orcid)
                                .toList()));
        put(record, "journalInfo", journal(paper));
        put(record, "pubYear", paper.year() == null ? null : paper.year().toString());
        put(record, "pageInfo", PageRange.range(paper.firstPage(), paper.lastPage(), "-"));
        put(record, "abstractText", abstractOf(paper));
        put(
                record,
                "affiliation",
                paper.authors().stream()
                        .flatMap(each -> each.affiliations().stream())
                        .findFirst()
                        .orElse(null));
        put(record, "language", MedlineLanguages.medline(paper.language()));
        put(record, "pubTypeList", list("pubType", publicationTypes(paper)));
        put(
                record,
                "grantsList",
                list(
                        "grant",
                        paper.bibliography().funding().stream()
                                .map(Records::grant)
                                .toList()));
        put(record, "keywordList", list("keyword", paper.keywords()));
        put(record, "fullTextUrlList", list("fullTextUrl", addresses(paper)));
    }

    private static void flags(Map<String, Object> record, PaperEntry entry, int citedBy) {
        Paper paper = entry.bare();
        record.put("isOpenAccess", flag(Licence.isOpen(paper)));
        record.put("inEPMC", "Y");
        record.put("inPMC", flag(paper.pmcid() != null));
        record.put("hasPDF", flag(isPdf(paper)));
        record.put("hasBook", "N");
        record.put("hasSuppl", "N");
        record.put("citedByCount", citedBy);
        record.put("hasData", "N");
        record.put("hasReferences", flag(entry.hasReferences()));
        record.put("hasTextMinedTerms", flag(entry.hasMentions()));
        record.put("hasDbCrossReferences", "N");
        record.put("hasLabsLinks", "N");
        String commons = Licence.commons(paper);
        put(record, "license", commons == null ? paper.bibliography().license() : commons);
        record.put("hasTMAccessionNumbers", "N");
        put(record, "firstPublicationDate", Dates.firstDay(paper));
    }

    private static String flag(boolean is) {
        return is ? "Y" : "N";
    }

    static boolean isPdf(Paper paper) {
        return paper.sourceFile().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    /** {@code "Smith J, Jones AB."}; null where no author is known. */
    private static @Nullable String authors(Paper paper) {
        String names = paper.authors().stream()
                .map(each -> PersonalName.of(each).brief())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names + ".";
    }

    private static Map<String, Object> author(Author author) {
        PersonalName name = PersonalName.of(author);
        Map<String, Object> fields = new LinkedHashMap<>();
        if (name.isLiteral()) {
            fields.put("collectiveName", name.family());
        } else {
            fields.put("fullName", name.brief());
            fields.put("firstName", Objects.requireNonNull(name.given()));
            fields.put("lastName", name.family());
            put(fields, "suffix", name.suffix());
            fields.put("initials", name.initials());
        }
        put(fields, "authorId", author.orcid() == null ? null : orcid(author.orcid()));
        put(
                fields,
                "authorAffiliationDetailsList",
                list(
                        "authorAffiliation",
                        author.affiliations().stream()
                                .map(each -> Map.of("affiliation", each))
                                .toList()));
        return fields;
    }

    private static Map<String, Object> orcid(String orcid) {
        Map<String, Object> id = new LinkedHashMap<>();
        id.put("type", "ORCID");
        id.put("value", orcid);
        return id;
    }

    private static Map<String, Object> grant(Funding funding) {
        Map<String, Object> grant = new LinkedHashMap<>();
        put(grant, "grantId", funding.awardId());
        put(grant, "agency", funding.source());
        return grant;
    }

    private static @Nullable Map<String, Object> journal(Paper paper) {
        Map<String, Object> info = new LinkedHashMap<>();
        put(info, "issue", paper.issue());
        put(info, "volume", paper.volume());
        int[] date = Dates.parts(paper);
        if (date.length > 0) {
            info.put("dateOfPublication", Objects.requireNonNull(Dates.printed(paper)));
            info.put("monthOfPublication", date.length > 1 ? date[1] : 0);
            info.put("yearOfPublication", date[0]);
            info.put("printPublicationDate", Objects.requireNonNull(Dates.firstDay(paper)));
        }
        Map<String, Object> journal = new LinkedHashMap<>();
        put(journal, "title", paper.journal());
        put(journal, "issn", paper.bibliography().issn());
        if (!journal.isEmpty()) {
            info.put("journal", journal);
        }
        return info.isEmpty() ? null : info;
    }

    private static @Nullable String abstractOf(Paper paper) {
        String text = paper.sections().stream()
                .filter(each -> each.kind() == SectionKind.ABSTRACT)
                .map(Records::part)
                .collect(Collectors.joining(" "))
                .strip();
        return text.isEmpty() ? null : text;
    }

    private static String part(Section section) {
        String text = section.text().replace('\n', ' ');
        return section.level() > 1 && section.heading() != null ? section.heading() + ": " + text : text;
    }

    static List<String> publicationTypes(Paper paper) {
        List<String> types = new ArrayList<>(paper.bibliography().publicationTypes());
        if (paper.articleType() != null) {
            String own = switch (paper.articleType()) {
                case CASE_REPORT -> "Case Reports";
                case REVIEW -> "Review";
                case TRIAL -> "Clinical Trial";
                case PROTOCOL -> "Clinical Trial Protocol";
                case EDITORIAL -> "Editorial";
                case STUDY, ANIMAL -> "Research Article";
                case OTHER -> "Journal Article";
            };
            if (types.stream().noneMatch(own::equalsIgnoreCase)) {
                types.add(own);
            }
        }
        if (types.isEmpty()) {
            types.add("Journal Article");
        }
        return List.copyOf(types);
    }

    private List<Map<String, Object>> addresses(Paper paper) {
        boolean open = Licence.isOpen(paper);
        List<Map<String, Object>> addresses = new ArrayList<>();
        addresses.add(address(open, "html", "Apatite", server + "/papers/" + paper.id()));
        if (paper.doi() != null) {
            addresses.add(address(open, "doi", "DOI", "https://doi.org/" + paper.doi()));
        }
        return addresses;
    }

    private static Map<String, Object> address(boolean open, String style, String site, String url) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("availability", open ? "Open access" : style.equals("doi") ? "Subscription required" : "Free");
        address.put("availabilityCode", open ? "OA" : style.equals("doi") ? "S" : "F");
        address.put("documentStyle", style);
        address.put("site", site);
        address.put("url", url);
        return address;
    }

    private static @Nullable Map<String, Object> list(String name, List<?> values) {
        return values.isEmpty() ? null : Map.of(name, values);
    }

    static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
