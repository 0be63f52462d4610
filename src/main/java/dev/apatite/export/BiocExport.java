package dev.apatite.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.Span;
import java.io.IOException;

/**
 * BioC in JSON (Comeau et al. 2013, 2019): a document a paper, a passage a section, an annotation a mention. Offsets
 * count UTF-16 code units, as an infon says.
 */
final class BiocExport implements Export<Paper> {
    private final Appendable out;
    private final ObjectMapper mapper = JsonMapper.builder().build();
    private boolean first = true;

    BiocExport(Appendable out) throws IOException {
        this.out = out;
        out.append(
                "{\"source\":\"Apatite\",\"date\":\"\",\"key\":\"apatite.key\",\"infons\":{\"offset_unit\":\"utf-16 code units\"},\"documents\":[");
    }

    @Override
    public void add(Paper paper) throws IOException {
        out.append(first ? "\n" : ",\n").append(mapper.writeValueAsString(document(paper)));
        first = false;
    }

    private ObjectNode document(Paper paper) {
        ObjectNode document = mapper.createObjectNode();
        document.put("id", paper.id());
        ObjectNode infons = document.putObject("infons");
        infons.put("doi", paper.doi());
        infons.put("pmid", paper.pmid());
        infons.put("pmcid", paper.pmcid());
        infons.put("source_file", paper.sourceFile());
        infons.put("offset_unit", "utf-16 code units");
        ArrayNode passages = document.putArray("passages");
        int offset = 0;
        for (int section = Span.TITLE; section < paper.sections().size(); section++) {
            String text = paper.textOf(section);
            passage(passages.addObject(), paper, section, offset, text);
            offset += text.length() + 1;
        }
        document.putArray("annotations");
        document.putArray("relations");
        return document;
    }

    private static void passage(ObjectNode passage, Paper paper, int section, int offset, String text) {
        passage.put("offset", offset);
        ObjectNode infons = passage.putObject("infons");
        if (section == Span.TITLE) {
            infons.put("section_type", "TITLE");
        } else {
            Section in = paper.sections().get(section);
            infons.put("section_type", in.kind().name());
            infons.put("heading", in.heading());
        }
        passage.put("text", text);
        passage.putArray("sentences");
        ArrayNode annotations = passage.putArray("annotations");
        for (int i = 0; i < paper.mentions().size(); i++) {
            if (paper.mentions().get(i).section() == section) {
                annotation(annotations.addObject(), i, paper.mentions().get(i), offset);
            }
        }
        passage.putArray("relations");
    }

    private static void annotation(ObjectNode annotation, int number, Mention mention, int offset) {
        annotation.put("id", String.valueOf(number + 1));
        ObjectNode infons = annotation.putObject("infons");
        infons.put("type", mention.type().code());
        infons.put("identifier", mention.concept());
        infons.put("name", mention.name());
        infons.put("assertion", mention.assertion().code());
        annotation.put("text", mention.text());
        ObjectNode location = annotation.putArray("locations").addObject();
        location.put("offset", offset + mention.start());
        location.put("length", mention.end() - mention.start());
    }

    @Override
    public void close() throws IOException {
        out.append("\n]}\n");
    }
}
