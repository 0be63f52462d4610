package dev.apatite.web.page;

import dev.apatite.search.LikePatients;

/**
 * Patients like a case.
 *
 * @param text the case as it was typed, empty where it is a paper's
 * @param asked whether a case was given
 */
public record LikePage(Frame frame, String text, boolean asked, LikePatients like) {}
