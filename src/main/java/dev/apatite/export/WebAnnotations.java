package dev.apatite.export;

import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A paper's mentions by the W3C Web Annotation Data Model (2017): a tag, and a selector of the text by quotation. */
public final class WebAnnotations {
    private static final int CONTEXT = 32;

    private final String source;

    /** {@code source} is the address of the paper's page. */
    public WebAnnotations(String source) {
        this.source = source;
    }

    /** An annotation page with all mentions, in the order of the text. */
    public Map<String, Object> of(Paper paper) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("@context", "http://www.w3.org/ns/anno.jsonld");
        page.put("type", "AnnotationPage");
        page.put("id", source + "#annotations");
        page.put(
                "items",
                IntStream.range(0, paper.mentions().size())
                        .mapToObj(number -> annotation(paper, number))
                        .toList());
        return page;
    }

    private Map<String, Object> annotation(Paper paper, int number) {
        Mention mention = paper.mentions().get(number);
        Map<String, Object> annotation = new LinkedHashMap<>();
        annotation.put("id", source + "#mention-" + (number + 1));
        annotation.put("type", "Annotation");
        annotation.put("motivation", "tagging");
        annotation.put(
                "body",
                List.of(
                        textual("tagging", mention.name()),
                        textual("identifying", mention.concept()),
                        textual("classifying", mention.type().code()),
                        textual("assessing", mention.assertion().code())));
        annotation.put("target", target(paper, mention));
        return annotation;
    }

    private static Map<String, Object> textual(String purpose, String value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "TextualBody");
        body.put("purpose", purpose);
        body.put("value", value);
        return body;
    }

    private Map<String, Object> target(Paper paper, Mention mention) {
        String text = paper.textOf(mention.section());
        Map<String, Object> quote = new LinkedHashMap<>();
        quote.put("type", "TextQuoteSelector");
        quote.put("exact", text.substring(mention.start(), mention.end()));
        quote.put("prefix", text.substring(Math.max(0, mention.start() - CONTEXT), mention.start()));
        quote.put("suffix", text.substring(mention.end(), Math.min(text.length(), mention.end() + CONTEXT)));
        Map<String, Object> position = new LinkedHashMap<>();
        position.put("type", "TextPositionSelector");
        position.put("start", mention.start());
        position.put("end", mention.end());
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("source", source + (mention.section() == Span.TITLE ? "#title" : "#section-" + mention.section()));
        target.put("selector", List.of(quote, position));
        return target;
    }
}
