package dev.apatite.annotation;

import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.text.Fingerprint;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;

/** Recognises mentions, patients and findings in a paper. Safe to share between threads. */
public final class Annotator {
    /** What decides what is recognised, the vocabulary's own files among it. */
    private static final List<String> RULES =
            List.of("dev/apatite/annotation", "dev/apatite/vocabulary", "dev/apatite/paper", "dev/apatite/text");

    private final SentenceSplitter splitter = new SentenceSplitter();
    private final MentionFinder mentions;
    private final EvidenceFinder evidence;
    private final String version;

    public Annotator(Vocabulary vocabulary) {
        mentions = new MentionFinder(vocabulary);
        evidence = new EvidenceFinder(vocabulary);
        version = Fingerprint.of(Annotator.class, RULES) + "-" + vocabulary.version();
    }

    /** Changes whenever a paper may be annotated differently than before. */
    public String version() {
        return version;
    }

    /** The paper with its mentions, patients and findings; those that it had are replaced. */
    public Paper annotate(Paper paper) {
        List<Sentence> sentences = splitter.split(paper);
        List<Mention> found = mentions.find(paper, sentences);
        EvidenceFinder.Evidence seen = evidence.find(paper, sentences, found);
        return paper.annotated(found, seen.patients(), seen.findings());
    }
}
