package dev.apatite.web.page;

import dev.apatite.search.WorksResponse;

/** Works that the papers found cite. */
public record WorksPage(Frame frame, WorksResponse response) {}
