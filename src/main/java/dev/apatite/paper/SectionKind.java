package dev.apatite.paper;

/** What a section is for, by Europe PMC's section codes, and {@code CASE} for a case report's case. */
public enum SectionKind {
    ABSTRACT,
    INTRO,
    METHODS,
    RESULTS,
    DISCUSS,
    CONCL,
    CASE,
    FIG,
    TABLE,
    SUPPL,
    APPENDIX,
    ACK_FUND,
    AUTH_CON,
    COMP_INT,
    ABBR,
    OTHER
}
