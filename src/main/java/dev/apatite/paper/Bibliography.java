package dev.apatite.paper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue says of a paper.
 *
 * @param language ISO 639-1
 * @param relatedWorks DOIs of the works that this one digests, translates or comments on
 * @param articleType what sort of article it is, null where nothing tells
 * @param publicationTypes the sorts of article that the publisher names, as printed ("Case Reports")
 * @param publicationDate ISO 8601, as exact as printed: "2016", "2016-03" or "2016-03-07"
 * @param issn of the journal, with its hyphen; the electronic one where there are two
 * @param license address of the licence, or its words where no address is printed
 * @param relatedVersions ids of its preprint or version of record, whether the corpus holds them or not
 */
public record Bibliography(
        @Nullable String title,
        List<Author> authors,
        @Nullable String journal,
        @Nullable Integer year,
        @Nullable String volume,
        @Nullable String issue,
        @Nullable String firstPage,
        @Nullable String lastPage,
        @Nullable String doi,
        @Nullable String pmid,
        @Nullable String pmcid,
        List<String> keywords,
        @Nullable String language,
        List<String> relatedWorks,
        @Nullable ArticleType articleType,
        List<String> publicationTypes,
        @Nullable String publicationDate,
        @Nullable String issn,
        @Nullable String license,
        List<Funding> funding,
        List<String> relatedVersions) {
    public Bibliography {
        authors = authors == null ? List.of() : List.copyOf(authors);
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        relatedWorks = relatedWorks == null ? List.of() : List.copyOf(relatedWorks);
        publicationTypes = publicationTypes == null ? List.of() : List.copyOf(publicationTypes);
        funding = funding == null ? List.of() : List.copyOf(funding);
        relatedVersions = relatedVersions == null ? List.of() : List.copyOf(relatedVersions);
    }

    /** An English work of which only the title is known. */
    public static Bibliography ofTitle(@Nullable String title) {
        return new Bibliography(
                title, List.of(), null, null, null, null, null, null, null, null, null, List.of(), "en", List.of(),
                null, List.of(), null, null, null, List.of(), List.of());
    }

    /** The same work, with what {@code other} says of it where this says nothing. */
    public Bibliography completedBy(Bibliography other) {
        boolean samePublication = year == null || other.year == null || year.equals(other.year);
        return new Bibliography(
                title == null ? other.title : title,
                authors.isEmpty() ? other.authors : authors,
                journal == null ? other.journal : journal,
                year == null ? other.year : year,
                volume == null ? other.volume : volume,
                issue == null ? other.issue : issue,
                firstPage == null ? other.firstPage : firstPage,
                lastPage == null && (firstPage == null || firstPage.equals(other.firstPage))
                        ? other.lastPage
                        : lastPage,
                doi == null ? other.doi : doi,
                pmid == null ? other.pmid : pmid,
                pmcid == null ? other.pmcid : pmcid,
                keywords.isEmpty() ? other.keywords : keywords,
                language == null ? other.language : language,
                relatedWorks.isEmpty() ? other.relatedWorks : relatedWorks,
                articleType == null ? other.articleType : articleType,
                publicationTypes.isEmpty() ? other.publicationTypes : publicationTypes,
                publicationDate == null && samePublication ? other.publicationDate : publicationDate,
                issn == null ? other.issn : issn,
                license == null ? other.license : license,
                funding.isEmpty() ? other.funding : funding,
                relatedVersions.isEmpty() ? other.relatedVersions : relatedVersions);
    }

    /**
     * The same work as a catalogue describes it: what was guessed from a printed page gives way, addresses and fuller given
     * names stay, keywords and types come together.
     */
    public Bibliography correctedBy(Bibliography catalogue) {
        boolean samePublication = catalogue.year == null || catalogue.year.equals(year);
        boolean shouted = catalogue.title != null && catalogue.title.equals(catalogue.title.toUpperCase(Locale.ROOT));
        return new Bibliography(
                catalogue.title == null || shouted && title != null ? title : catalogue.title,
                catalogue.authors.isEmpty() ? authors : known(catalogue.authors),
                first(catalogue.journal, journal),
                catalogue.year == null ? year : catalogue.year,
                first(catalogue.volume, volume),
                first(catalogue.issue, issue),
                first(catalogue.firstPage, firstPage),
                catalogue.firstPage == null
                        ? lastPage
                        : first(catalogue.lastPage, samePage(catalogue) ? lastPage : null),
                first(catalogue.doi, doi),
                first(catalogue.pmid, pmid),
                first(catalogue.pmcid, pmcid),
                both(keywords, catalogue.keywords),
                first(language, catalogue.language),
                both(relatedWorks, catalogue.relatedWorks),
                catalogue.articleType == null ? articleType : catalogue.articleType,
                both(publicationTypes, catalogue.publicationTypes),
                first(catalogue.publicationDate, samePublication ? publicationDate : null),
                first(catalogue.issn, issn),
                first(license, catalogue.license),
                funding.isEmpty() ? catalogue.funding : funding,
                both(relatedVersions, catalogue.relatedVersions));
    }

    private boolean samePage(Bibliography other) {
        return firstPage != null && firstPage.equals(other.firstPage);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static List<String> both(List<String> some, List<String> more) {
        Map<String, String> all = new LinkedHashMap<>();
        some.forEach(each -> all.putIfAbsent(each.toLowerCase(Locale.ROOT), each));
        more.forEach(each -> all.putIfAbsent(each.toLowerCase(Locale.ROOT), each));
        return List.copyOf(all.values());
    }

    /** The catalogue's authors, each with what the page says of the one of that family. */
    private List<Author> known(List<Author> catalogue) {
        List<Author> known = new ArrayList<>();
        for (Author author : catalogue) {
            Author printed = authors.stream()
                    .filter(each -> each.family() != null && each.family().equalsIgnoreCase(author.family()))
                    .filter(each -> initial(each).isEmpty()
                            || initial(author).isEmpty()
                            || initial(each).equalsIgnoreCase(initial(author)))
                    .findFirst()
                    .orElse(author);
            boolean fuller = printed.given() != null
                    && (author.given() == null
                            || author.given().replaceAll("[^\\p{L}]", "").matches("\\p{Lu}*"))
                    && !initial(printed).isEmpty();
            known.add(new Author(
                    author.family(),
                    fuller ? printed.given() : author.given(),
                    first(author.orcid(), printed.orcid()),
                    author.affiliations().isEmpty() ? printed.affiliations() : author.affiliations()));
        }
        return known;
    }

    private static String initial(Author author) {
        String given = author.given();
        return given == null || given.isEmpty() ? "" : given.substring(0, 1);
    }

    /** The same work as an article of this type. */
    Bibliography ofType(@Nullable ArticleType type) {
        return new Bibliography(
                title,
                authors,
                journal,
                year,
                volume,
                issue,
                firstPage,
                lastPage,
                doi,
                pmid,
                pmcid,
                keywords,
                language,
                relatedWorks,
                type,
                publicationTypes,
                publicationDate,
                issn,
                license,
                funding,
                relatedVersions);
    }
}
