package dev.apatite.ingest;

import dev.apatite.index.OneReading;
import dev.apatite.index.SourceFile;
import dev.apatite.index.StoredJson;
import dev.apatite.paper.PaperJson;
import dev.apatite.works.CitedList;
import dev.apatite.works.CorpusCitations;
import dev.apatite.works.WorkName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Change} as one process hands it to another to be written: as JSON, and without what is only compared.
 *
 * @param paper {@link Outline#bare}
 * @param read the name that the whole paper was left under; null where it lies in the index
 */
record WritingOrder(
        String id,
        @Nullable String warning,
        @Nullable String group,
        List<@Nullable WorkName> works,
        String paper,
        int textLength,
        List<SourceFile> files,
        List<OneReading> readings,
        String sketch,
        Outline.@Nullable Standing stored,
        @Nullable String read,
        @Nullable String givenId) {
    private static final PaperJson PAPERS = new PaperJson();
    private static final StoredJson JSON = new StoredJson();

    /** The order to make a change. */
    static String of(Change change) {
        Outline outline = change.outline();
        return JSON.write(new WritingOrder(
                change.id(),
                change.warning(),
                change.group(),
                change.works(),
                PAPERS.write(outline.bare()),
                outline.textLength(),
                outline.files(),
                outline.readings(),
                outline.sketch(),
                outline.stored(),
                outline.spooled(),
                outline.givenId()));
    }

    /** The change that was ordered. */
    static Change read(String json) {
        WritingOrder order = JSON.read(json, WritingOrder.class);
        Outline outline = new Outline(
                PAPERS.read(order.paper()),
                new CitedList(List.of(), Map.of(), new CorpusCitations()),
                order.textLength(),
                order.files(),
                order.readings(),
                order.sketch(),
                order.stored(),
                order.read(),
                order.givenId());
        return new Change(outline, order.id(), order.warning(), order.group(), order.works());
    }
}
