package dev.apatite.ingest;

import dev.apatite.index.KeyedPlaces;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.works.StandingCitations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The citations of an index. */
record CitationPlaces(KeyedPlaces places) implements StandingCitations {
    @Override
    public void withKey(long key, Places each) {
        places.withKey(key, each::at);
    }

    @Override
    public void named(String id, Places each) {
        places.named(id, each::at);
    }

    @Override
    public boolean hasPaper(String id) {
        return places.hasPaper(id);
    }

    @Override
    public long work(int place) {
        return places.number(place);
    }

    @Override
    public String paperId(int place) {
        return places.paperId(place);
    }

    @Override
    public @Nullable String id(int place) {
        return places.work(place);
    }

    @Override
    public List<String> tried(int place) {
        return places.tried(place);
    }

    @Override
    public Reference reference(int place) {
        return places.reference(place);
    }

    @Override
    public Paper paper(int place) {
        return places.paper(place);
    }
}
