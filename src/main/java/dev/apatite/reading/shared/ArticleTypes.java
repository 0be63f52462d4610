package dev.apatite.reading.shared;

import dev.apatite.paper.ArticleType;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What sort of article a paper is, by what its publisher or a catalogue calls it, and by its title. */
public final class ArticleTypes {
    /** A word of a title or a heading that tells the sort; the first that fits counts. */
    private record Sign(ArticleType type, Pattern printed, Pattern title) {}

    private static final List<Sign> SIGNS = List.of(
            sign(ArticleType.PROTOCOL, "(?:study |trial )?protocol", "(?:study |trial )?protocol(?: for)?\\b"),
            sign(
                    ArticleType.CASE_REPORT,
                    "case[- ](?:reports?|series|stud(?:y|ies)|presentations?)|clinical case|grand rounds",
                    "\\bcase (?:reports?|series|presentations?)\\b|\\ba case of\\b|\\bcas clinique\\b"),
            sign(
                    ArticleType.REVIEW,
                    "review|meta-?analysis|systematic|mini-?review|scoping",
                    "\\bsystematic review\\b|\\bmeta-?analysis\\b|\\bscoping review\\b|\\bnarrative review\\b"),
            sign(
                    ArticleType.TRIAL,
                    "clinical trial|randomi[sz]ed|controlled trial|clinical study",
                    "\\brandomi[sz]ed\\b|\\bcontrolled trial\\b|\\bphase (?:i{1,3}|[1-3])\\b|\\bplacebo\\b"),
            sign(
                    ArticleType.EDITORIAL,
                    "editorial|commentary|comment|perspective|viewpoint|opinion|news",
                    "^editorial"),
            sign(ArticleType.ANIMAL, "veterinary|animal", "\\bin (?:mice|rats|dogs|cats|horses|pigs|rabbits)\\b"));

    private ArticleTypes() {}

    private static Sign sign(ArticleType type, String printed, String title) {
        return new Sign(type, Pattern.compile("(?i)\\b(?:" + printed + ")\\b"), Pattern.compile("(?i)" + title));
    }

    /** By JATS' {@code article-type}; null where that tells nothing, as "research-article" does, which may be anything. */
    public static @Nullable ArticleType ofTag(String tag) {
        return switch (tag.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "case-report", "case-study" -> ArticleType.CASE_REPORT;
            case "review-article", "systematic-review", "meta-analysis", "review" -> ArticleType.REVIEW;
            case "clinical-trial" -> ArticleType.TRIAL;
            case "protocol", "study-protocol" -> ArticleType.PROTOCOL;
            case "editorial", "article-commentary", "introduction", "in-brief" -> ArticleType.EDITORIAL;
            case "correction",
                    "retraction",
                    "addendum",
                    "announcement",
                    "book-review",
                    "product-review",
                    "obituary",
                    "calendar",
                    "decision-letter",
                    "reply",
                    "referee-report",
                    "reviewer-report",
                    "author-comment",
                    "editor-report",
                    "response",
                    "letter",
                    "news",
                    "translation",
                    "abstract" -> ArticleType.OTHER;
            default -> null;
        };
    }

    /** By the names that publisher or catalogue give it, else by its title; null where neither tells. */
    public static @Nullable ArticleType ofPrinted(List<String> names, @Nullable String title) {
        for (Sign sign : SIGNS) {
            if (names.stream().anyMatch(name -> sign.printed().matcher(name).find())) {
                return sign.type();
            }
        }
        for (Sign sign : SIGNS) {
            if (title != null && sign.title().matcher(title).find()) {
                return sign.type();
            }
        }
        return names.stream().anyMatch(name -> name.matches("(?i).*(?:research|original|article|paper|study).*"))
                ? ArticleType.STUDY
                : null;
    }
}
