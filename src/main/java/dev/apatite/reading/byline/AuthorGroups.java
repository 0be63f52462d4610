package dev.apatite.reading.byline;

import dev.apatite.paper.Author;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * A paper's authors as the title page groups them: mostly one group with all addresses under it, sometimes a few names
 * above each address. Where marks tell whose an address is, the groups do not matter.
 */
public final class AuthorGroups {
    private final List<Group> groups;
    private final BiConsumer<StringBuilder, String> join;
    private final List<Author> authors = new ArrayList<>();
    private final AuthorMarks marks;
    private final List<Set<String>> borne;
    private final Affiliations addresses;

    /**
     * Names that stand together.
     *
     * @param names as printed, with marks
     * @param paragraphs what follows them, in lines with marks
     */
    public record Group(List<Author> authors, String names, List<List<String>> paragraphs) {}

    /**
     * Links what stands under the names.
     *
     * @param join how a line is put behind a text that ended at a line's end
     */
    public AuthorGroups(List<Group> groups, BiConsumer<StringBuilder, String> join) {
        this.groups = List.copyOf(groups);
        this.join = join;
        groups.forEach(group -> authors.addAll(group.authors));
        marks = new AuthorMarks(groups.stream().map(Group::names).collect(Collectors.joining(" , ")), authors);
        borne = marks.marks();
        Set<String> known = new HashSet<>();
        borne.forEach(known::addAll);
        addresses = new Affiliations(known);
        add(addresses, groups);
    }

    private void add(Affiliations to, List<Group> from) {
        AddressBlock block = new AddressBlock(to, join);
        from.forEach(group -> group.paragraphs.forEach(block::add));
        to.add(block.text());
    }

    /** The addresses found so far; others that bear the authors' marks may be added. */
    public Affiliations addresses() {
        return addresses;
    }

    /** All authors with their addresses, and the ORCIDs that stand at their names. */
    public List<Author> linked() {
        if (groups.size() == 1 || addresses.isLinked()) {
            return marks.withOrcids(addresses.linked(authors, borne));
        }
        List<Author> linked = new ArrayList<>();
        for (Group group : groups) {
            Affiliations own = new Affiliations(Set.of());
            add(own, List.of(group));
            linked.addAll(own.linked(
                    group.authors,
                    group.authors.stream().map(each -> Set.<String>of()).toList()));
        }
        return marks.withOrcids(linked);
    }
}
