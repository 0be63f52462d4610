package dev.apatite.search;

/** What an answer's rows are. Findings and patients know filters of their own, or apply one to each row. */
public enum Rows {
    PAPERS,
    FINDINGS,
    PATIENTS
}
