package dev.apatite.web.page;

import dev.apatite.search.FieldDescription;
import dev.apatite.search.WorksResponse;
import java.util.List;

/** Works that the papers found cite. */
public record WorksPage(Frame frame, WorksResponse response, List<FieldDescription> fields) {
    public WorksPage {
        fields = List.copyOf(fields);
    }
}
