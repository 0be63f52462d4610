package dev.apatite.web.europepmc;

import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** A paper's mentions in the shape of Europe PMC's annotations API. */
final class AnnotationAnswers {
    private static final int CONTEXT = 20;

    private final String server;

    AnnotationAnswers(String server) {
        this.server = server;
    }

    /** {@code type} and {@code section} choose among the annotations where they are not empty. */
    Map<String, Object> of(Paper paper, String type, String section) {
        Map<String, Object> article = new LinkedHashMap<>();
        article.put("source", Records.source(paper.pmid(), paper.pmcid()));
        article.put("extId", Records.id(paper.id(), paper.pmid(), paper.pmcid()));
        Records.put(article, "pmcid", paper.pmcid());
        article.put(
                "annotations",
                IntStream.range(0, paper.mentions().size())
                        .filter(each -> isAsked(paper, paper.mentions().get(each), type, section))
                        .mapToObj(each -> annotation(paper, each))
                        .toList());
        return article;
    }

    private static boolean isAsked(Paper paper, Mention mention, String type, String section) {
        return (type.isEmpty() || SemanticTypes.annotation(mention.type()).equalsIgnoreCase(type))
                && (section.isEmpty()
                        || section(paper, mention)
                                .toLowerCase(Locale.ROOT)
                                .startsWith(section.toLowerCase(Locale.ROOT)));
    }

    private Map<String, Object> annotation(Paper paper, int number) {
        Mention mention = paper.mentions().get(number);
        String text = paper.textOf(mention.section());
        Map<String, Object> tag = new LinkedHashMap<>();
        tag.put("name", mention.name());
        tag.put("uri", server + "/api/v1/search?query=" + Tags.query(mention));
        Map<String, Object> annotation = new LinkedHashMap<>();
        annotation.put("prefix", text.substring(Math.max(0, mention.start() - CONTEXT), mention.start()));
        annotation.put("exact", text.substring(mention.start(), mention.end()));
        annotation.put("postfix", text.substring(mention.end(), Math.min(text.length(), mention.end() + CONTEXT)));
        annotation.put("tags", List.of(tag));
        annotation.put("id", server + "/papers/" + paper.id() + "#mention-" + (number + 1));
        annotation.put("type", SemanticTypes.annotation(mention.type()));
        annotation.put("section", section(paper, mention));
        annotation.put("provider", "Apatite");
        return annotation;
    }

    private static String section(Paper paper, Mention mention) {
        if (mention.section() == Span.TITLE) {
            return "Title";
        }
        Section section = paper.sections().get(mention.section());
        return switch (section.kind()) {
            case ABSTRACT -> "Abstract";
            case INTRO -> "Introduction";
            case METHODS -> "Methods";
            case RESULTS -> "Results";
            case DISCUSS -> "Discussion";
            case CONCL -> "Conclusion";
            case CASE -> "Case study";
            case FIG -> "Figure";
            case TABLE -> "Table";
            case SUPPL -> "Supplementary material";
            case APPENDIX -> "Appendix";
            case ACK_FUND -> "Acknowledgments";
            case AUTH_CON -> "Author contributions";
            case COMP_INT -> "Competing interests";
            case ABBR -> "Abbreviations";
            case OTHER -> "Article";
        };
    }
}
