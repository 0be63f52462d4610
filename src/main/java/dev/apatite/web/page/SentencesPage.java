package dev.apatite.web.page;

import dev.apatite.search.SentencesResponse;

/** Sentences that have what was searched, from all sections of the papers found. */
public record SentencesPage(Frame frame, SentencesResponse response) {}
