package dev.apatite.index;

/** What stands in an index folder. */
public enum IndexState {
    /** Nothing was indexed yet. */
    EMPTY,
    /** An index that can be searched and updated. */
    CURRENT,
    /** An index that another version of Apatite made; it has to be built anew with {@link PaperIndex#rebuild}. */
    OTHER_SCHEMA,
    /** An index whose files are damaged or missing; it has to be built anew with {@link PaperIndex#rebuild}. */
    DAMAGED
}
