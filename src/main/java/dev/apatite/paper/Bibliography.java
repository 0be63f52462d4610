package dev.apatite.paper;

import java.util.List;
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
