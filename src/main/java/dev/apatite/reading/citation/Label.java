package dev.apatite.reading.citation;

/** What a word of a reference is part of. */
enum Label {
    /** A family name, or the whole name of a group. */
    FAMILY,
    GIVEN,
    /** What stands between names: "and", "et al". */
    JOIN,
    TITLE,
    /** A journal, or the book or proceedings that a chapter is in. */
    JOURNAL,
    YEAR,
    /** Month, day, season. */
    DATE,
    VOLUME,
    ISSUE,
    FIRST_PAGE,
    LAST_PAGE,
    /** Editors and translators, with the words that announce them. */
    EDITOR,
    PUBLISHER,
    PLACE,
    /** Identifiers, notes, editions, and words such as "vol" and "pp". */
    OTHER;

    static final int COUNT = values().length;
}
