package dev.apatite.web.page;

import dev.apatite.export.MarksCsvImport;

/** What became of a table of marks. */
public record TakenPage(Frame frame, MarksCsvImport.Outcome outcome) {}
