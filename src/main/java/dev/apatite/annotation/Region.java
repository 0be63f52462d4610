package dev.apatite.annotation;

/** Whose story a sentence tells. */
enum Region {
    /** The patients that the paper reports. */
    OWN,
    /** Other published patients, or what is generally known. */
    CITED,
    /** Nothing that counts as evidence: back matter, captions, the title. */
    NONE
}
