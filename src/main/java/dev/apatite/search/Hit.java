package dev.apatite.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A paper that was found.
 *
 * @param missing the words of the query that it lacks
 * @param byMeaning whether it has none of the words and was found by its meaning alone
 * @param score its relevance; 0 where the papers are sorted otherwise
 * @param citedBy how many papers of this corpus cite it
 * @param versions how many versions of it there are, a preprint and what was published of it; 1 where there is no other. Of
 *     those that the query finds, the best is shown, and all are counted as one
 * @param highlights its best sentences, in the order of the paper
 * @param findings the paper's findings, each treatment and response once, own cases first
 * @param antibodies the antibodies of the paper's patients, each with its status once
 */
public record Hit(
        PaperCard paper,
        List<String> missing,
        boolean byMeaning,
        float score,
        int citedBy,
        int versions,
        List<Highlight> highlights,
        List<FindingChip> findings,
        List<AntibodyChip> antibodies) {
    /** The findings of each treatment, the treatments in the order of their first finding. */
    public List<List<FindingChip>> byTreatment() {
        Map<String, List<FindingChip>> treatments = new LinkedHashMap<>();
        findings.forEach(each -> treatments
                .computeIfAbsent(each.treatment(), any -> new ArrayList<>())
                .add(each));
        return List.copyOf(treatments.values());
    }

    public Hit {
        missing = List.copyOf(missing);
        highlights = List.copyOf(highlights);
        findings = List.copyOf(findings);
        antibodies = List.copyOf(antibodies);
    }
}
