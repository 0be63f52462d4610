package dev.apatite.web.page;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param title of the browser's window
 * @param state what the search box and the tabs carry along
 * @param active the tab that is open, null where none is
 * @param refresh after how many seconds the page asks for itself again, 0 for never
 */
public record Frame(
        String title, SearchState state, @Nullable View active, AssetAddresses assets, int refresh) {
    /** Where the page's own files stand; their addresses change when they do. */
    public record AssetAddresses(String css, String js, String desk, String lists, String icon, Viewer viewer) {}

    /**
     * What shows a PDF beside its text.
     *
     * @param script of ours
     * @param library pdf.js
     * @param worker the part of it that reads
     * @param decoders the beginning of the addresses of what decodes pictures
     */
    public record Viewer(String script, String library, String worker, String decoders) {}
}
