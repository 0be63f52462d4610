package dev.apatite.web.page;

import dev.apatite.search.WorkDetail;

/** A cited work, who cites it, and what they say of it. */
public record WorkPage(Frame frame, WorkDetail detail) {}
