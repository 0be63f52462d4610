package dev.apatite.annotation;

import dev.apatite.annotation.DosageLinks.Slot;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Where a paper prints how much of a treatment is given, how often and how long, whether or not they belong to a finding. Safe to share between threads. */
public final class DosageSpans {
    /** A piece of a dosage; an amount, or else a frequency or duration. */
    public record Piece(Span span, boolean amount) {}

    /**
     * A piece of a dosage and the treatment of the same sentence that it belongs to.
     *
     * @param kind amount, route, frequency or duration
     */
    public record Link(Span treatment, Span piece, String kind) {}

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

    /** Which treatment each piece belongs to, in the sentences of an annotated paper; pieces of none are left out. */
    public List<Link> links(Paper paper) {
        List<Link> links = new ArrayList<>();
        for (Sentence sentence : splitter.split(paper)) {
            List<Span> treatments = paper.mentions().stream()
                    .filter(each -> each.type() == MentionType.TREATMENT
                            && sentence.span().contains(each.span()))
                    .map(Mention::span)
                    .sorted(Comparator.comparingInt(Span::start))
                    .toList();
            if (treatments.isEmpty()) {
                continue;
            }
            List<Slot> slots = treatments.stream()
                    .map(each -> new Slot(each.start() - sentence.start(), each.end() - sentence.start()))
                    .toList();
            List<DosagePart> parts = dosages.parts(sentence.text());
            int[] owners = DosageLinks.owners(sentence.text(), slots, parts);
            for (int p = 0; p < owners.length; p++) {
                if (owners[p] < slots.size()) {
                    DosagePart part = parts.get(p);
                    Span span = new Span(
                            sentence.section(), sentence.start() + part.start(), sentence.start() + part.end());
                    links.add(new Link(
                            treatments.get(owners[p]), span, part.kind().name().toLowerCase(Locale.ROOT)));
                }
            }
        }
        return links;
    }
}
