package dev.apatite.annotation;

import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.text.Fingerprint;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises mentions, patients and findings in a paper. Safe to share between threads. */
public final class Annotator {
    /** What decides what is recognised, the vocabulary's own files among it. */
    private static final List<String> RULES =
            List.of("dev/apatite/annotation", "dev/apatite/vocabulary", "dev/apatite/paper", "dev/apatite/text");

    private final Vocabulary vocabulary;
    private final String version;
    private @Nullable Rules rules;

    public Annotator(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        version = Fingerprint.of(Annotator.class, RULES) + "-" + vocabulary.version();
    }

    private record Rules(SentenceSplitter splitter, MentionFinder mentions, EvidenceFinder evidence) {}

    /** Made when the first paper needs them: who finds every paper annotated already starts sooner. */
    private synchronized Rules rules() {
        if (rules == null) {
            rules = new Rules(new SentenceSplitter(), new MentionFinder(vocabulary), new EvidenceFinder(vocabulary));
        }
        return rules;
    }

    /** Changes whenever a paper may be annotated differently than before. */
    public String version() {
        return version;
    }

    /** The paper with its mentions, patients and findings; those that it had are replaced. */
    public Paper annotate(Paper paper) {
        Rules made = rules();
        List<Sentence> sentences = made.splitter().split(paper);
        List<Mention> found = made.mentions().find(paper, sentences);
        EvidenceFinder.Evidence seen = made.evidence().find(paper, sentences, found);
        return paper.annotated(found, seen.patients(), seen.findings());
    }
}
