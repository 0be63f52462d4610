package dev.apatite.ingest;

import dev.apatite.index.OneReading;
import dev.apatite.paper.Bibliography;
import dev.apatite.paper.SourcePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What several files say of one paper, put together: the same whatever order they came in. */
final class Readings {
    /** From this kind of file on, its own tags are no worse than a catalogue's. */
    private static final int TAGGED = 3;

    private Readings() {}

    /**
     * What all say. A catalogue's word counts for more than what was guessed from a printed page; what the paper's own tags
     * say is only completed.
     *
     * @param readings the first is of the paper's own file
     */
    static Bibliography together(List<OneReading> readings) {
        OneReading own = readings.getFirst();
        List<OneReading> others = new ArrayList<>(readings.subList(1, readings.size()));
        others.sort(Comparator.comparing(OneReading::path));
        Bibliography whole = own.bibliography();
        List<OneReading> records = others.stream().filter(OneReading::record).toList();
        if (!records.isEmpty()) {
            Bibliography catalogue = records.getFirst().bibliography();
            for (OneReading record : records) {
                catalogue = catalogue.completedBy(record.bibliography());
            }
            boolean guessed = !own.record() && structure(own.path()) < TAGGED;
            whole = guessed ? whole.correctedBy(catalogue) : whole.completedBy(catalogue);
        }
        for (OneReading other : others) {
            whole = other.record() ? whole : whole.completedBy(other.bibliography());
        }
        return whole;
    }

    /** How much structure the kind of a file carries. */
    static int structure(String path) {
        String name = SourcePath.withoutPart(path).toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml") || name.endsWith(".nxml")) {
            return 4;
        }
        if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml") || name.endsWith(".epub")) {
            return TAGGED;
        }
        return name.endsWith(".pdf") || name.endsWith(".docx") || name.endsWith(".odt") || name.endsWith(".rtf")
                ? 2
                : 1;
    }
}
