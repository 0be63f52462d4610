package dev.apatite.works;

import dev.apatite.paper.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A paper's references in brief: the number of what each cites, and the work id that it has so far. */
public final class CitedList {
    private final int[] works;
    private final @Nullable String[] ids;

    /** The list of a paper of the corpus whose citations are {@code citations}. */
    public CitedList(List<Reference> references, CorpusCitations citations) {
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

    /** Whether a reference has another work id so far. */
    public boolean differsFrom(CorpusCitations.Ids names) {
        for (int i = 0; i < works.length; i++) {
            if (!Objects.equals(ids[i], names.of(works[i]))) {
                return true;
            }
        }
        return false;
    }

    /** The references that the list was made of, with their work ids. */
    public List<Reference> named(List<Reference> references, CorpusCitations.Ids names) {
        List<Reference> named = new ArrayList<>(works.length);
        for (int i = 0; i < works.length; i++) {
            named.add(references.get(i).withWorkId(names.of(works[i])));
        }
        return named;
    }
}
