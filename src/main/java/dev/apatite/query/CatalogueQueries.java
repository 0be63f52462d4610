package dev.apatite.query;

import dev.apatite.index.BoundedTerms;
import dev.apatite.index.CatalogueFields;
import dev.apatite.index.CatalogueFields.Flag;
import dev.apatite.index.CatalogueFields.Name;
import dev.apatite.index.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Compiles what stands behind the fields of catalogues: ids, flags, dates, licences, citations. */
final class CatalogueQueries {
    private static final Set<String> YES = Set.of("y", "yes", "true", "1");
    private static final Set<String> NO = Set.of("n", "no", "false", "0");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");
    private static final Pattern SOURCED = Pattern.compile("(?i)(.+)_(MED|PMC|PPR|APATITE|AGR|CBA|CTX|ETH|HIR|PAT)");

    /** ISO 639-2's second codes, which MEDLINE uses. */
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("ger", "de"),
            Map.entry("fre", "fr"),
            Map.entry("chi", "zh"),
            Map.entry("dut", "nl"),
            Map.entry("cze", "cs"),
            Map.entry("gre", "el"),
            Map.entry("per", "fa"),
            Map.entry("rum", "ro"),
            Map.entry("slo", "sk"),
            Map.entry("ice", "is"),
            Map.entry("may", "ms"),
            Map.entry("alb", "sq"));

    private CatalogueQueries() {}

    /** Papers. */
    static Query papers(QueryNode.InField in) {
        return of(in.part(), in);
    }

    private static Query of(QueryNode part, QueryNode.InField in) {
        return switch (part) {
            case QueryNode.Word word -> value(word.text().strip(), in);
            case QueryNode.Phrase phrase -> value(phrase.text().strip(), in);
            case QueryNode.Prefix prefix -> beginning(prefix.text(), in);
            default -> FieldClauses.combine(part, each -> of(each, in), in);
        };
    }

    private static Query value(String typed, QueryNode.InField in) {
        return switch (in.field()) {
            case EXT_ID -> id(typed);
            case CITES -> new LinkQuery(LinkQuery.Way.CITES, address(typed));
            case REFFED_BY -> new LinkQuery(LinkQuery.Way.CITED_BY, address(typed));
            case FIRST_PDATE, E_PDATE, P_PDATE -> date(typed, in);
            case SRC -> term(CatalogueFields.term(Name.SOURCE, typed));
            case ISSN, ESSN -> term(CatalogueFields.term(Name.ISSN, typed));
            case LANG -> term(CatalogueFields.term(Name.LANGUAGE, language(typed)));
            case VOLUME -> term(CatalogueFields.term(Name.VOLUME, typed));
            case ISSUE -> term(CatalogueFields.term(Name.ISSUE, typed));
            case PAGE_INFO -> term(CatalogueFields.term(Name.PAGE, typed));
            case LICENSE -> words(Name.LICENCE, typed);
            case PUB_TYPE -> words(Name.TYPE, typed);
            case GRANT_AGENCY -> words(Name.AGENCY, typed);
            case GRANT_ID -> words(Name.GRANT, typed);
            case AUTH_FIRST -> words(Name.FIRST_AUTHOR, typed);
            case AUTH_LAST -> words(Name.LAST_AUTHOR, typed);
            case OPEN_ACCESS -> flag(Flag.OPEN_ACCESS, typed, in);
            case HAS_ABSTRACT -> flag(Flag.ABSTRACT, typed, in);
            case HAS_REFLIST -> flag(Flag.REFERENCES, typed, in);
            case HAS_FT, HAS_TEXT, HAS_FREE_FULLTEXT -> flag(Flag.TEXT, typed, in);
            case HAS_PDF -> flag(Flag.PDF, typed, in);
            case HAS_TM -> flag(Flag.MENTIONS, typed, in);
            case IN_PMC -> flag(Flag.PMCID, typed, in);
            case HAS_DOI -> flag(Flag.DOI, typed, in);
            case IN_EPMC -> isYes(typed, in) ? everything() : nothing();
            // What only Europe PMC keeps: no paper here has it.
            default -> isYes(typed, in) ? nothing() : everything();
        };
    }

    private static Query beginning(String typed, QueryNode.InField in) {
        Name name = switch (in.field()) {
            case ISSN, ESSN -> Name.ISSN;
            case LICENSE -> Name.LICENCE;
            case PUB_TYPE -> Name.TYPE;
            case GRANT_AGENCY -> Name.AGENCY;
            case GRANT_ID -> Name.GRANT;
            case AUTH_FIRST -> Name.FIRST_AUTHOR;
            case AUTH_LAST -> Name.LAST_AUTHOR;
            case PAGE_INFO -> Name.PAGE;
            case SRC -> Name.SOURCE;
            default -> throw new QueryException(in.field() + " cannot be searched by a beginning", in.position());
        };
        return new ConstantScoreQuery(
                BoundedTerms.prefix(new Term(Schema.CATALOGUE, CatalogueFields.term(name, typed))));
    }

    private static Query id(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        for (String field : List.of(Schema.PMID, Schema.PMCID, Schema.DOI)) {
            either.add(new TermQuery(new Term(field, lower)), Occur.SHOULD);
        }
        either.add(
                new BooleanQuery.Builder()
                        .add(new TermQuery(new Term(Schema.PAPER, typed)), Occur.FILTER)
                        .add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER)
                        .build(),
                Occur.SHOULD);
        return new ConstantScoreQuery(either.build());
    }

    /** {@code 12345678_MED} as Europe PMC writes it, or any id alone. */
    private static String address(String typed) {
        Matcher sourced = SOURCED.matcher(typed);
        return sourced.matches() ? sourced.group(1) : typed;
    }

    /** ISO 639-1 for what is typed: "en", "eng", "English". */
    private static String language(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        for (String two : Locale.getISOLanguages()) {
            Locale locale = Locale.of(two);
            if (two.equals(lower)
                    || locale.getISO3Language().equals(lower)
                    || locale.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(typed)
                    || BIBLIOGRAPHIC.getOrDefault(lower, "").equals(two)) {
                return two;
            }
        }
        return lower;
    }

    private static Query date(String typed, QueryNode.InField in) {
        Matcher day = DAY.matcher(typed);
        if (!day.matches()) {
            throw new QueryException(
                    in.field() + " is followed by a date (2016, 2016-03 or 2016-03-07), or by"
                            + " [2016-01-01 TO 2016-12-31]",
                    in.position());
        }
        return range(first(typed), last(typed));
    }

    /** From one day to another, each as eight digits. */
    static Query range(int from, int to) {
        return IntPoint.newRangeQuery(Schema.DATE, from, to);
    }

    /** The first day that a date means, as eight digits. */
    static int first(String date) {
        String digits = date.replace("-", "");
        return Integer.parseInt(digits + "0101".substring(digits.length() - 4));
    }

    /** The last one. */
    static int last(String date) {
        String digits = date.replace("-", "");
        return Integer.parseInt(digits + "1231".substring(digits.length() - 4));
    }

    private static Query flag(Flag flag, String typed, QueryNode.InField in) {
        Query has = term(CatalogueFields.term(Name.HAS, flag.name()));
        return isYes(typed, in)
                ? has
                : new BooleanQuery.Builder()
                        .add(everything(), Occur.FILTER)
                        .add(has, Occur.MUST_NOT)
                        .build();
    }

    private static boolean isYes(String typed, QueryNode.InField in) {
        String lower = typed.toLowerCase(Locale.ROOT);
        if (YES.contains(lower) || NO.contains(lower)) {
            return YES.contains(lower);
        }
        throw new QueryException(in.field() + " is followed by y or n", in.position());
    }

    private static Query words(Name name, String typed) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<String> terms = CatalogueFields.words(name, typed);
        terms.forEach(each -> all.add(new TermQuery(new Term(Schema.CATALOGUE, each)), Occur.MUST));
        return terms.isEmpty() ? nothing() : new ConstantScoreQuery(all.build());
    }

    private static Query term(String term) {
        return new ConstantScoreQuery(new TermQuery(new Term(Schema.CATALOGUE, term)));
    }

    private static Query everything() {
        return new ConstantScoreQuery(EvidenceQueries.kind(Schema.KIND_PAPER));
    }

    private static Query nothing() {
        return new MatchNoDocsQuery("no paper has it");
    }
}
