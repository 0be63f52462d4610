package dev.apatite.annotation;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;

/** Finds a paper's patients and findings. */
final class EvidenceFinder {
    /** What was found. */
    record Evidence(List<Patient> patients, List<Finding> findings) {}

    @SuppressWarnings("UnusedVariable")
    private final Vocabulary vocabulary;

    EvidenceFinder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Evidence find(Paper paper, List<Sentence> sentences, List<Mention> mentions) {
        return new Evidence(List.of(), List.of());
    }
}
