package dev.apatite.works;

import dev.apatite.paper.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gives every reference in a corpus the id of the work that it cites.
 *
 * <p>References that cite one work have one {@code workId}, whatever the typing errors. Where the work is itself a paper of
 * the corpus, the {@code workId} is that paper's id: so papers cite each other. Otherwise it is the slug of the DOI that
 * most of them print, or of first author, year and the title's first words. A reference that says too little to be found
 * again has none. The outcome is a function of the papers alone, whatever their order.
 */
public final class WorkReconciler {
    /** The same papers, their references with {@code workId}. */
    public List<Paper> reconcile(List<Paper> papers) {
        CorpusCitations citations = new CorpusCitations();
        List<CitedList> lists = papers.stream()
                .map(paper -> new CitedList(paper.references(), Map.of(), citations))
                .toList();
        CorpusCitations.Ids ids = citations.ids(papers, lists);
        List<Paper> done = new ArrayList<>(papers.size());
        for (int i = 0; i < papers.size(); i++) {
            Paper paper = papers.get(i);
            done.add(paper.withReferences(lists.get(i).named(paper.references(), ids)));
        }
        return done;
    }
}
