package dev.apatite.web.page;

import dev.apatite.search.FieldDescription;
import java.util.List;

/** How to search. */
public record HelpPage(Frame frame, List<FieldDescription> fields) {
    public HelpPage {
        fields = List.copyOf(fields);
    }
}
