package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads MeSH descriptor XML ({@code desc2026.xml}) as a stream; no DTD and no entity is fetched. */
final class MeshFile {
    /** A descriptor as it stands in the file. */
    private record Descriptor(String id, String name, List<String> trees, Set<String> terms, int line) {}

    private final String name;
    private final ConceptTypes types;

    MeshFile(String name, ConceptTypes types) {
        this.name = name;
        this.types = types;
    }

    void read(InputStream in, VocabularyBuilder builder) {
        List<Descriptor> descriptors = new ArrayList<>();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("DescriptorRecord")) {
                    descriptors.add(descriptor(xml));
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new VocabularyException(name + ", line " + line + ": is no well-formed XML: " + e.getMessage(), e);
        }
        if (descriptors.isEmpty()) {
            throw new VocabularyException(name + ": has no DescriptorRecord; only MeSH descriptor XML is read");
        }
        add(descriptors, builder);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static Descriptor descriptor(XMLStreamReader xml) throws XMLStreamException {
        int line = xml.getLocation().getLineNumber();
        String id = "";
        String preferred = "";
        List<String> trees = new ArrayList<>();
        Set<String> terms = new LinkedHashSet<>();
        List<String> path = new ArrayList<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                path.add(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (path.isEmpty()) {
                    break;
                }
                path.remove(path.size() - 1);
            } else if (event == XMLStreamConstants.CHARACTERS && !xml.isWhiteSpace()) {
                String text = xml.getText().strip();
                switch (String.join("/", path)) {
                    case "DescriptorUI" -> id = text;
                    case "DescriptorName/String" -> preferred = text;
                    case "TreeNumberList/TreeNumber" -> trees.add(text);
                    case "ConceptList/Concept/TermList/Term/String" -> terms.add(text);
                    default -> {}
                }
            }
        }
        return new Descriptor(id, preferred, trees, terms, line);
    }

    private void add(List<Descriptor> descriptors, VocabularyBuilder builder) {
        Map<String, String> idByTree = new LinkedHashMap<>();
        descriptors.forEach(each -> each.trees().forEach(tree -> idByTree.put(tree, "mesh:" + each.id())));
        for (Descriptor each : descriptors) {
            type(each).ifPresent(type -> builder.add(concept(each, type, idByTree), name + ", line " + each.line()));
        }
    }

    private Optional<MentionType> type(Descriptor descriptor) {
        return descriptor.trees().stream()
                .map(types::ofTreeNumber)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Concept concept(Descriptor descriptor, MentionType type, Map<String, String> idByTree) {
        Set<String> parents = new LinkedHashSet<>();
        for (String tree : descriptor.trees()) {
            int dot = tree.lastIndexOf('.');
            String parent = dot < 0 ? null : idByTree.get(tree.substring(0, dot));
            if (parent != null) {
                parents.add(parent);
            }
        }
        Set<String> synonyms = new LinkedHashSet<>();
        for (String term : descriptor.terms()) {
            synonyms.add(StandardName.inReadingOrder(term));
        }
        String preferred = StandardName.inRunningText(StandardName.inReadingOrder(descriptor.name()), type);
        synonyms.remove(preferred);
        return new Concept("mesh:" + descriptor.id(), preferred, type, List.copyOf(parents), List.copyOf(synonyms));
    }
}
