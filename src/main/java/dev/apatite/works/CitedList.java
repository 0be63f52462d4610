package dev.apatite.works;

import dev.apatite.paper.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A paper's references in brief: the number of what each cites, and the work id that it has so far. */
public final class CitedList {
    private final int[] works;
    private final @Nullable String[] ids;
    private final Map<Integer, List<String>> tried;

    /**
     * The list of a paper of the corpus whose citations are {@code citations}.
     *
     * @param tried by place the ids that a reference's work has tried so far ({@link WorkName}), where it has
     */
    public CitedList(List<Reference> references, Map<Integer, List<String>> tried, CorpusCitations citations) {
        this.tried = Map.copyOf(tried);
        works = new int[references.size()];
        ids = new String[works.length];
        for (int i = 0; i < works.length; i++) {
            Reference reference = references.get(i);
            works[i] = citations.number(reference);
            ids[i] = reference.workId() == null ? null : citations.share(reference.workId());
        }
    }

    /** How many references the list has. */
    public int size() {
        return works.length;
    }

    /** The number of what the reference at this place cites. */
    int work(int place) {
        return works[place];
    }

    /** Whether a reference's work has another name so far. */
    public boolean differsFrom(CorpusCitations.Ids names) {
        for (int i = 0; i < works.length; i++) {
            WorkName name = names.of(works[i]);
            if (!Objects.equals(ids[i], name == null ? null : name.id())
                    || !tried.getOrDefault(i, List.of()).equals(name == null ? List.of() : name.tried())) {
                return true;
            }
        }
        return false;
    }

    /** The name of the work that each reference cites; null where it says too little. */
    public List<@Nullable WorkName> names(CorpusCitations.Ids names) {
        List<@Nullable WorkName> all = new ArrayList<>(works.length);
        for (int work : works) {
            all.add(names.of(work));
        }
        return all;
    }

    /** The references that the list was made of, with their work ids. */
    List<Reference> named(List<Reference> references, CorpusCitations.Ids names) {
        List<Reference> named = new ArrayList<>(works.length);
        for (int i = 0; i < works.length; i++) {
            WorkName name = names.of(works[i]);
            named.add(references.get(i).withWorkId(name == null ? null : name.id()));
        }
        return named;
    }
}
