package dev.apatite.paper;

import java.util.Map;

/** What readers make of papers. They are kept apart from the papers, and survive when those are read or annotated anew. */
public interface Revisions {
    /** Nobody says anything. */
    Revisions NONE = new Revisions() {
        @Override
        public Object state() {
            return "";
        }

        @Override
        public Map<String, Object> papers() {
            return Map.of();
        }

        @Override
        public Revision of(Paper paper) {
            return Revision.none(paper);
        }
    };

    /** Equal to what it was before as long as nothing changed. */
    Object state();

    /** Sees what was said elsewhere up to this moment, which is seen a little later otherwise. */
    default void look() {}

    /** The ids of the papers that readers said something of; of each what is equal as long as nothing of it changed. */
    Map<String, Object> papers();

    /** A paper as its readers left it. */
    Revision of(Paper paper);
}
