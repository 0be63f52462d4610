package dev.apatite.web.page;

import dev.apatite.search.FieldDescription;
import dev.apatite.search.SentencesResponse;
import java.util.List;

/** Sentences that have what was searched, from all sections of the papers found. */
public record SentencesPage(Frame frame, SentencesResponse response, List<FieldDescription> fields) {
    public SentencesPage {
        fields = List.copyOf(fields);
    }
}
