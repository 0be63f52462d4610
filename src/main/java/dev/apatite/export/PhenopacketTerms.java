package dev.apatite.export;

import dev.apatite.paper.PaperId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phenopackets.schema.v2.core.OntologyClass;
import org.phenopackets.schema.v2.core.Resource;

/** Terms as compact identifiers, and the resources that explain the prefixes which were used. For one phenopacket. */
final class PhenopacketTerms {
    /** The prefix of what only this program names. */
    static final String OWN = "apatite";

    private static final Pattern CURIE = Pattern.compile("([A-Za-z][A-Za-z0-9._-]*):([A-Za-z0-9][A-Za-z0-9._+/-]*)");
    private static final Map<String, List<String>> KNOWN = Map.of(
            "HP",
                    List.of(
                            "Human Phenotype Ontology",
                            "http://purl.obolibrary.org/obo/hp.owl",
                            "http://purl.obolibrary.org/obo/HP_"),
            "MONDO",
                    List.of(
                            "Mondo Disease Ontology",
                            "http://purl.obolibrary.org/obo/mondo.owl",
                            "http://purl.obolibrary.org/obo/MONDO_"),
            "UCUM", List.of("Unified Code for Units of Measure", "https://ucum.org/", "https://ucum.org/"));

    private final Set<String> prefixes = new TreeSet<>();

    /** A concept of a vocabulary; a name that none lists is one of ours, of the kind {@code kind}. */
    OntologyClass term(@Nullable String concept, String kind, String name) {
        var curie = CURIE.matcher(concept == null ? "" : concept);
        if (curie.matches() && !curie.group(1).equals("new")) {
            prefixes.add(curie.group(1));
            return OntologyClass.newBuilder()
                    .setId(curie.group())
                    .setLabel(name)
                    .build();
        }
        // An underscore, like a colon, would end the prefix for those who check identifiers.
        String slug = PaperId.slug(name).replace('_', '-');
        prefixes.add(OWN);
        return OntologyClass.newBuilder()
                .setId(OWN + ":" + kind + "-" + (slug.isEmpty() ? "unnamed" : slug))
                .setLabel(name)
                .build();
    }

    /** A unit as printed; metric ones are printed as UCUM codes them. */
    OntologyClass unit(String printed) {
        prefixes.add("UCUM");
        String code = printed.replaceAll("\\s+", "");
        return OntologyClass.newBuilder()
                .setId("UCUM:" + code)
                .setLabel(printed)
                .build();
    }

    List<Resource> resources() {
        return prefixes.stream()
                .map(prefix -> {
                    List<String> known = KNOWN.getOrDefault(
                            prefix,
                            List.of("Apatite's vocabulary", "urn:apatite:vocabulary", "urn:apatite:" + prefix + ":"));
                    return Resource.newBuilder()
                            .setId(prefix.toLowerCase(java.util.Locale.ROOT))
                            .setName(known.get(0))
                            .setUrl(known.get(1))
                            .setVersion("unversioned")
                            .setNamespacePrefix(prefix)
                            .setIriPrefix(known.get(2))
                            .build();
                })
                .toList();
    }
}
