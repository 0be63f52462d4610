package dev.apatite.index;

import dev.apatite.paper.Bibliography;
import dev.apatite.paper.Funding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonalName;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * What a catalogue asks of a paper beside its text: terms of {@link Schema#CATALOGUE}, each a name, a colon and a value
 * in lower case. A name of several words has a term for each of its words.
 */
public final class CatalogueFields {
    /** The names of terms. */
    public enum Name {
        SOURCE,
        ISSN,
        LANGUAGE,
        LICENCE,
        TYPE,
        VOLUME,
        ISSUE,
        PAGE,
        AGENCY,
        GRANT,
        FIRST_AUTHOR,
        LAST_AUTHOR,
        /** One of {@link Flag}. */
        HAS
    }

    /** What a paper has or is. */
    public enum Flag {
        OPEN_ACCESS,
        ABSTRACT,
        REFERENCES,
        TEXT,
        PDF,
        MENTIONS,
        PMCID,
        DOI
    }

    private static final Set<SectionKind> NO_TEXT =
            Set.of(SectionKind.ABSTRACT, SectionKind.FIG, SectionKind.TABLE, SectionKind.ACK_FUND);

    private CatalogueFields() {}

    /** The term for a value. */
    public static String term(Name name, String value) {
        return name.name().toLowerCase(Locale.ROOT) + ":" + Vocabulary.fold(value);
    }

    /** The terms for the words of a value. */
    public static List<String> words(Name name, String value) {
        return List.of(Vocabulary.fold(value).split("[^\\p{L}\\p{N}]+")).stream()
                .filter(each -> !each.isEmpty())
                .map(each -> name.name().toLowerCase(Locale.ROOT) + ":" + each)
                .toList();
    }

    static void add(Document document, Paper paper) {
        Bibliography printed = paper.bibliography();
        Set<String> terms = new LinkedHashSet<>();
        String source = paper.pmid() != null ? "med" : paper.pmcid() != null ? "pmc" : "apatite";
        terms.add(term(Name.SOURCE, source));
        whole(terms, Name.ISSN, printed.issn());
        whole(terms, Name.LANGUAGE, printed.language());
        whole(terms, Name.VOLUME, printed.volume());
        whole(terms, Name.ISSUE, printed.issue());
        whole(terms, Name.PAGE, printed.firstPage());
        if (printed.firstPage() != null && printed.lastPage() != null) {
            whole(terms, Name.PAGE, printed.firstPage() + "-" + printed.lastPage());
        }
        words(terms, Name.LICENCE, printed.license());
        printed.publicationTypes().forEach(each -> words(terms, Name.TYPE, each));
        if (printed.articleType() != null) {
            words(terms, Name.TYPE, printed.articleType().code().replace('_', ' '));
            // As PubMed writes it.
            words(terms, Name.TYPE, printed.articleType().code().replace('_', ' ') + "s");
        }
        for (Funding funding : printed.funding()) {
            words(terms, Name.AGENCY, funding.source());
            words(terms, Name.GRANT, funding.awardId());
        }
        if (!printed.authors().isEmpty()) {
            words(
                    terms,
                    Name.FIRST_AUTHOR,
                    PersonalName.of(printed.authors().getFirst()).searchable());
            words(
                    terms,
                    Name.LAST_AUTHOR,
                    PersonalName.of(printed.authors().getLast()).searchable());
        }
        flags(terms, paper);
        terms.forEach(
                each -> document.add(new StringField(Schema.CATALOGUE, PaperDocuments.key(each), Field.Store.NO)));
        order(document, printed);
    }

    private static void flags(Set<String> terms, Paper paper) {
        flag(terms, Flag.OPEN_ACCESS, isOpen(paper.bibliography().license()));
        flag(terms, Flag.ABSTRACT, paper.sections().stream().anyMatch(each -> each.kind() == SectionKind.ABSTRACT));
        flag(terms, Flag.REFERENCES, !paper.references().isEmpty());
        flag(terms, Flag.TEXT, paper.sections().stream().anyMatch(each -> !NO_TEXT.contains(each.kind())));
        flag(terms, Flag.PDF, paper.sourceFile().toLowerCase(Locale.ROOT).endsWith(".pdf"));
        flag(terms, Flag.MENTIONS, !paper.mentions().isEmpty());
        flag(terms, Flag.PMCID, paper.pmcid() != null);
        flag(terms, Flag.DOI, paper.doi() != null);
    }

    private static void flag(Set<String> terms, Flag flag, boolean is) {
        if (is) {
            terms.add(term(Name.HAS, flag.name()));
        }
    }

    private static boolean isOpen(@Nullable String licence) {
        String words = licence == null ? "" : licence.toLowerCase(Locale.ROOT);
        return words.contains("creativecommons.org")
                || words.contains("creative commons")
                || words.contains("public domain")
                || words.matches("(?s).*\\bcc[ -]?(by|0)\\b.*");
    }

    private static void whole(Set<String> terms, Name name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            terms.add(term(name, value.strip()));
        }
    }

    private static void words(Set<String> terms, Name name, @Nullable String value) {
        if (value != null) {
            terms.addAll(words(name, value));
        }
    }

    /** What papers are sorted by: the day of publication, and the first author's name. */
    private static void order(Document document, Bibliography printed) {
        int day = day(printed);
        if (day > 0) {
            document.add(new IntPoint(Schema.DATE, day));
            document.add(new NumericDocValuesField(Schema.DATE, day));
        }
        String first = printed.authors().isEmpty()
                ? ""
                : Objects.requireNonNullElse(printed.authors().getFirst().family(), "") + " "
                        + Objects.requireNonNullElse(
                                printed.authors().getFirst().given(), "");
        // Papers of unknown authors stand last.
        String key = first.isBlank() ? "\uFFFF" : Vocabulary.fold(first);
        document.add(new SortedDocValuesField(Schema.FIRST_AUTHOR_ORDER, new BytesRef(PaperDocuments.key(key))));
    }

    /** Year, month and day as eight digits; what is not printed is the first. */
    private static int day(Bibliography printed) {
        String date = printed.publicationDate();
        if (date != null && date.matches("[0-9]{4}(-[0-9]{2}){0,2}")) {
            String digits = date.replace("-", "");
            return Integer.parseInt(digits + "0101".substring(digits.length() - 4));
        }
        return printed.year() == null ? 0 : printed.year() * 10_000 + 101;
    }
}
