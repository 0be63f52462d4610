package dev.apatite.works;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A corpus in memory whose citations are named by one change after the other. */
final class StandingPapers implements StandingCitations {
    private final CitationKeys keys = new CitationKeys();
    private final Map<String, Paper> papers = new TreeMap<>();
    private final Map<String, List<@Nullable WorkName>> names = new TreeMap<>();
    private final List<Place> places = new ArrayList<>();

    /** A paper as a work, or one of its references. */
    private record Place(
            Paper paper,
            @Nullable Reference reference,
            @Nullable WorkName name,
            CitationKeys.Keyed keyed) {}

    /** Removes, adds and replaces papers, and renames what the change touches; the papers whose citations are renamed. */
    Collection<String> change(Collection<String> leaving, Collection<Paper> coming) {
        List<Paper> leave = leaving.stream().map(id -> known(papers, id)).toList();
        Regrouping.Outcome outcome = Regrouping.of(this, keys, leave, coming);
        leaving.forEach(papers::remove);
        leaving.forEach(names::remove);
        coming.forEach(paper -> papers.put(paper.id(), paper));
        coming.forEach(paper -> name(paper.id(), outcome));
        outcome.renaming().forEach(id -> name(id, outcome));
        places.clear();
        papers.forEach((id, paper) -> {
            places.add(new Place(paper, null, null, keys.of(paper)));
            for (int i = 0; i < paper.references().size(); i++) {
                Reference reference = paper.references().get(i);
                places.add(new Place(paper, reference, known(names, id).get(i), keys.of(reference)));
            }
        });
        return outcome.renaming();
    }

    private void name(String id, Regrouping.Outcome outcome) {
        List<@Nullable WorkName> named = new ArrayList<>();
        known(papers, id).references().forEach(each -> named.add(outcome.of(each)));
        names.put(id, named);
    }

    private static <T> T known(Map<String, T> all, String id) {
        return Objects.requireNonNull(all.get(id), id);
    }

    Collection<Paper> papers() {
        return papers.values();
    }

    /** What the references of a paper cite, by their names so far. */
    List<@Nullable String> works(String id) {
        List<@Nullable String> works = new ArrayList<>();
        known(names, id).forEach(each -> works.add(each == null ? null : each.id()));
        return works;
    }

    @Override
    public void withKey(long key, Places each) {
        for (int i = 0; i < places.size(); i++) {
            for (long has : places.get(i).keyed().keys()) {
                if (has == key) {
                    each.at(i);
                }
            }
        }
    }

    @Override
    public void named(String id, Places each) {
        for (int i = 0; i < places.size(); i++) {
            WorkName name = places.get(i).name();
            if (name != null && (name.id().equals(id) || name.tried().contains(id))) {
                each.at(i);
            }
        }
    }

    @Override
    public boolean hasPaper(String id) {
        return papers.containsKey(id);
    }

    @Override
    public long work(int place) {
        return places.get(place).keyed().work();
    }

    @Override
    public String paperId(int place) {
        return places.get(place).paper().id();
    }

    @Override
    public @Nullable String id(int place) {
        WorkName name = places.get(place).name();
        return name == null ? null : name.id();
    }

    @Override
    public List<String> tried(int place) {
        WorkName name = places.get(place).name();
        return name == null ? List.of() : name.tried();
    }

    @Override
    public Reference reference(int place) {
        Reference reference = places.get(place).reference();
        if (reference == null) {
            throw new IllegalStateException("place " + place + " is a paper");
        }
        return reference;
    }

    @Override
    public Paper paper(int place) {
        return places.get(place).paper();
    }
}
