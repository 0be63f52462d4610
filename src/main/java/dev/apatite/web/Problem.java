package dev.apatite.web;

import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered.
 *
 * @param sentence for whoever asked
 * @param parameter the parameter at fault, null where none is
 * @param position where in the query, null where it is not one place in it
 */
record Problem(
        int status,
        String sentence,
        @Nullable String parameter,
        @Nullable Integer position) {
    static Problem of(int status, String sentence) {
        return new Problem(status, sentence, null, null);
    }
}
