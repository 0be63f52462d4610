package dev.apatite.annotation;

import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Span;
import java.util.ArrayList;
import java.util.List;

/** Where a paper prints how much of a treatment is given, how often and how long, whether or not they belong to a finding. Safe to share between threads. */
public final class DosageSpans {
    /** A piece of a dosage; an amount, or else a frequency or duration. */
    public record Piece(Span span, boolean amount) {}

    private final SentenceSplitter splitter = new SentenceSplitter();
    private final Dosages dosages = new Dosages();

    /** The pieces in the sentences of an annotated paper that name a treatment. */
    public List<Piece> in(Paper paper) {
        List<Piece> pieces = new ArrayList<>();
        for (Sentence sentence : splitter.split(paper)) {
            boolean treated = paper.mentions().stream()
                    .anyMatch(each -> each.type() == MentionType.TREATMENT
                            && sentence.span().contains(each.span()));
            if (!treated) {
                continue;
            }
            for (DosagePart part : dosages.parts(sentence.text())) {
                if (part.kind() != DosagePart.Kind.ROUTE) {
                    int start = sentence.start() + part.start();
                    Span span = new Span(sentence.section(), start, sentence.start() + part.end());
                    pieces.add(new Piece(span, part.kind() == DosagePart.Kind.AMOUNT));
                }
            }
        }
        return pieces;
    }
}
