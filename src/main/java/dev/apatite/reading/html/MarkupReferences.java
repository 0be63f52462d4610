package dev.apatite.reading.html;

import dev.apatite.paper.Author;
import dev.apatite.paper.Reference;
import dev.apatite.reading.byline.AuthorLine;
import dev.apatite.reading.citation.CitationMarks;
import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.shared.TextEnds;
import dev.apatite.reading.xml.JatsReferences;
import dev.apatite.reading.xml.XmlElement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The works that a page's head says it cites ({@code citation_reference}): where the page prints fewer of them they are
 * its list, and what they say of a printed one is surer than what can be read from its print.
 */
final class MarkupReferences {
    private static final int MOST = 3000;
    private static final int LONGEST = 5000;
    private static final int SHORTEST_TITLE = 12;
    private static final int LONGEST_NAME = 120;
    private static final Pattern NEXT = Pattern.compile(";\\s{0,10}(?=citation_[a-z_]{1,40}\\s?=)");
    private static final Pattern TAGGED = Pattern.compile("citation_[a-z_]{1,40}\\s?=.*");
    private static final Pattern WITH_INITIALS =
            Pattern.compile("(?:.*\\s)?(?:\\p{Lu}{1,3}|(?:\\p{Lu}\\.[- ]?){1,4})(?:\\s.*)?");
    private static final Pattern INITIALS_FIRST =
            Pattern.compile("((?:\\p{Lu}\\.?[- ]?){1,4})\\s(.{0,60}\\p{Ll}.{0,60})");
    private static final Pattern INITIALS_LAST =
            Pattern.compile("(.{0,60}\\p{Ll}.{0,20})\\s((?:\\p{Lu}\\.?[- ]?){1,4})");
    private static final Pattern GROUP = Pattern.compile(
            "(?i)\\b(?:organi[sz]ation|group|committee|society|association|agency|institutes?|department|ministry|consortium|collaborat\\p{L}{1,4}|investigators|network|council)\\b");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("citation_title", "article-title"),
            Map.entry("citation_journal_title", "source"),
            Map.entry("citation_journal_abbrev", "source"),
            Map.entry("citation_inbook_title", "source"),
            Map.entry("citation_conference_title", "source"),
            Map.entry("citation_conference", "source"),
            Map.entry("citation_publication_date", "year"),
            Map.entry("citation_year", "year"),
            Map.entry("citation_date", "year"),
            Map.entry("citation_volume", "volume"),
            Map.entry("citation_issue", "issue"),
            Map.entry("citation_number", "issue"),
            Map.entry("citation_pages", "page-range"),
            Map.entry("citation_firstpage", "fpage"),
            Map.entry("citation_lastpage", "lpage"),
            Map.entry("citation_publisher", "publisher-name"),
            Map.entry("citation_isbn", "isbn"));

    private final ReferenceParser parser;

    MarkupReferences(ReferenceParser parser) {
        this.parser = parser;
    }

    /** Completes the list that was read from the page's text. */
    void complete(Document page, PaperDraft draft) {
        List<Reference> tagged = tagged(page);
        if (tagged.isEmpty()) {
            return;
        }
        List<Folded> printed = draft.references.stream().map(Folded::of).toList();
        boolean longer = tagged.size() > printed.size();
        List<Reference> all = new ArrayList<>(longer ? tagged : draft.references);
        BitSet taken = new BitSet(printed.size());
        for (int i = 0; i < tagged.size(); i++) {
            int match = place(Folded.of(tagged.get(i)), printed, taken);
            if (match >= 0) {
                taken.set(match);
                all.set(
                        longer ? i : match,
                        joined(tagged.get(i), printed.get(match).reference()));
            }
        }
        draft.references.clear();
        draft.references.addAll(all);
        draft.citations.clear();
        draft.citations.addAll(CitationMarks.find(draft.sections, draft.references));
    }

    /** Where the work is printed first in an entry that is nobody else's, or -1. */
    private static int place(Folded tagged, List<Folded> printed, BitSet taken) {
        for (int i = taken.nextClearBit(0); i < printed.size(); i = taken.nextClearBit(i + 1)) {
            if (tagged.isSame(printed.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** All that the head names, in its order. */
    private List<Reference> tagged(Document page) {
        XmlElement list = XmlElement.of("ref-list");
        for (Element meta : page.select("meta[name=citation_reference]")) {
            String content = meta.attr("content").replaceAll("\\s+", " ").strip();
            if (!content.isEmpty()
                    && content.length() <= LONGEST
                    && list.elements().size() < MOST) {
                list.add(XmlElement.of(
                        "ref",
                        TAGGED.matcher(content).matches()
                                ? citation(content)
                                : XmlElement.of("mixed-citation", content)));
            }
        }
        return new JatsReferences(parser).read(list);
    }

    private static XmlElement citation(String content) {
        XmlElement citation = XmlElement.of("element-citation");
        List<String> people = new ArrayList<>();
        for (String field : NEXT.split(content, -1)) {
            int equals = field.indexOf('=');
            String key = field.substring(0, Math.max(0, equals)).strip();
            String value = TextEnds.withoutEnd(field.substring(equals + 1), ";").strip();
            if (value.isEmpty()) {
                continue;
            }
            String name = NAMES.get(key);
            if (key.equals("citation_author") || key.equals("citation_authors")) {
                people.addAll(names(value));
            } else if (key.equals("citation_doi") || key.equals("citation_pmid")) {
                XmlElement id = new XmlElement("pub-id", Map.of("pub-id-type", key.substring("citation_".length())));
                id.add(value);
                citation.add(id);
            } else if (name != null && citation.child(name) == null) {
                citation.add(XmlElement.of(name, name.equals("year") ? value.replaceFirst("(\\d{4}).*", "$1") : value));
            } else if (key.endsWith("_institution")) {
                citation.add(XmlElement.of("publisher-name", value));
            }
        }
        people(people).forEach(citation::add);
        return citation;
    }

    /** Several names in one value, where semicolons part them or each is a whole name; else the value as one name. */
    static List<String> names(String value) {
        if (value.indexOf(';') >= 0) {
            return List.of(value.split("\\s*;\\s*", -1));
        }
        List<String> parts = List.of(value.split("\\s*,\\s*", -1));
        boolean whole = parts.stream().allMatch(part -> part.indexOf(' ') > 0)
                && (parts.size() > 2
                        || parts.stream()
                                .allMatch(part -> part.length() <= LONGEST_NAME
                                        && WITH_INITIALS.matcher(part).matches()));
        return whole ? parts : List.of(value);
    }

    private static List<XmlElement> people(List<String> names) {
        List<XmlElement> people = new ArrayList<>();
        List<String> straight = new ArrayList<>();
        for (String name : names) {
            int comma = name.indexOf(',');
            boolean bounded = name.length() <= LONGEST_NAME;
            Matcher before = INITIALS_FIRST.matcher(name);
            Matcher behind = INITIALS_LAST.matcher(name);
            if (GROUP.matcher(name).find()) {
                people.add(XmlElement.of("collab", name));
            } else if (comma > 0) {
                people.add(person(
                        name.substring(0, comma), name.substring(comma + 1).strip()));
            } else if (bounded && before.matches()) {
                people.add(person(before.group(2), before.group(1)));
            } else if (bounded && behind.matches()) {
                people.add(person(behind.group(1), behind.group(2)));
            } else if (!name.isBlank()) {
                straight.add(name);
            }
        }
        for (Author author : AuthorLine.parse(String.join(", ", straight))) {
            people.add(person(author.family(), author.given()));
        }
        return people;
    }

    private static XmlElement person(@Nullable String family, @Nullable String given) {
        XmlElement name = XmlElement.of("name", XmlElement.of("surname", family == null ? "" : family));
        if (given != null && !given.isEmpty()) {
            name.add(XmlElement.of("given-names", given));
        }
        return name;
    }

    /** A reference with the words that tell it apart, which are folded once and not for each pair. */
    private record Folded(Reference reference, String title, String raw) {
        static Folded of(Reference reference) {
            String title = reference.title() == null ? "" : Headings.words(reference.title());
            return new Folded(reference, title, Headings.words(reference.raw()));
        }

        /** Whether the head's work is the printed one. */
        boolean isSame(Folded printed) {
            String doi = reference.doi();
            if (doi != null && doi.equalsIgnoreCase(printed.reference.doi())) {
                return true;
            }
            if (title.length() >= SHORTEST_TITLE) {
                return printed.raw.contains(title);
            }
            return raw.length() >= SHORTEST_TITLE
                    && printed.raw.length() >= SHORTEST_TITLE
                    && (printed.raw.contains(raw) || raw.contains(printed.raw));
        }
    }

    private static Reference joined(Reference tagged, Reference printed) {
        return new Reference(
                printed.label(),
                printed.raw(),
                printed.authors().isEmpty() ? tagged.authors() : printed.authors(),
                tagged.title() == null ? printed.title() : tagged.title(),
                tagged.journal() == null ? printed.journal() : tagged.journal(),
                tagged.year() == null ? printed.year() : tagged.year(),
                tagged.volume() == null ? printed.volume() : tagged.volume(),
                tagged.issue() == null ? printed.issue() : tagged.issue(),
                tagged.firstPage() == null ? printed.firstPage() : tagged.firstPage(),
                tagged.lastPage() == null ? printed.lastPage() : tagged.lastPage(),
                printed.doi() == null ? tagged.doi() : printed.doi(),
                printed.pmid() == null ? tagged.pmid() : printed.pmid(),
                printed.url() == null ? tagged.url() : printed.url(),
                null);
    }
}
