package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.monarchinitiative.phenol.base.PhenolRuntimeException;
import org.monarchinitiative.phenol.io.MinimalOntologyLoader;
import org.monarchinitiative.phenol.ontology.data.MinimalOntology;
import org.monarchinitiative.phenol.ontology.data.Term;
import org.monarchinitiative.phenol.ontology.data.TermId;
import org.monarchinitiative.phenol.ontology.data.TermSynonym;
import org.monarchinitiative.phenol.ontology.data.TermSynonymScope;

/** Reads an ontology in OBO Graph JSON, as the OBO foundry publishes beside each OBO file. */
final class OboGraphFile {
    private final String name;
    private final ConceptTypes types;

    OboGraphFile(String name, ConceptTypes types) {
        this.name = name;
        this.types = types;
    }

    void read(InputStream in, VocabularyBuilder builder) {
        MinimalOntology ontology;
        try {
            ontology = MinimalOntologyLoader.loadOntology(in);
        } catch (PhenolRuntimeException | IllegalArgumentException e) {
            throw new VocabularyException(name + ": is no ontology in OBO Graph JSON: " + e.getMessage(), e);
        }
        for (TermId id : ontology.nonObsoleteTermIds()) {
            ontology.termForTermId(id).ifPresent(term -> add(ontology, term, builder));
        }
    }

    private void add(MinimalOntology ontology, Term term, VocabularyBuilder builder) {
        String id = term.id().getValue();
        Optional<MentionType> type = types.ofFile(name);
        type = type == null ? types.ofId(id) : type;
        if (type == null || type.isEmpty() || term.getName() == null) {
            return;
        }
        List<String> parents = new ArrayList<>();
        for (TermId parent : ontology.graph().getParents(term.id(), false)) {
            parents.add(parent.getValue());
        }
        List<String> synonyms = new ArrayList<>();
        for (TermSynonym synonym : term.getSynonyms()) {
            if (synonym.getScope() == TermSynonymScope.EXACT) {
                synonyms.add(synonym.getValue());
            } else if (synonym.getScope() == TermSynonymScope.RELATED) {
                synonyms.add(synonym.getValue() + "?");
            }
        }
        builder.add(new Concept(id, term.getName(), type.get(), parents, synonyms), name + ", " + id);
    }
}
