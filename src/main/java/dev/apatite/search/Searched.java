package dev.apatite.search;

import dev.apatite.index.IndexView;

/**
 * What was searched: one commit of the papers, and the meanings that were known of them.
 *
 * @param meanings how many; 0 where none are kept
 */
record Searched(IndexView view, int meanings) {
    private static final char BETWEEN = '/';

    /** As a cursor keeps it. */
    String state() {
        return view.state() + BETWEEN + meanings;
    }

    /** The name of the commit in a state. */
    static String commit(String state) {
        int end = state.lastIndexOf(BETWEEN);
        return end < 0 ? "" : state.substring(0, end);
    }

    /** Whether this is not what the page before was of: other papers, or other meanings where they matter. */
    boolean isOther(String before, boolean meaningsMatter) {
        return !before.isEmpty()
                && (meaningsMatter ? !before.equals(state()) : !commit(before).equals(view.state()));
    }
}
