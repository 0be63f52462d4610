package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;

/**
 * A row that a person read in a paper.
 *
 * @param printed the treatment as printed
 * @param sure whether the reader was sure; a row that is not is optional
 * @param sentence the sentence that states it
 */
public record GoldRow(
        String treatment, String printed, Response response, boolean own, boolean sure, String sentence) {}
