package dev.apatite.web.page;

import dev.apatite.paper.Assertion;
import dev.apatite.paper.Citation;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Span;
import dev.apatite.text.Html;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A paper's text as HTML: escaped, with its mentions, findings, citation marks and the hits of a search marked. */
public final class MarkedText {
    private final Paper paper;
    private final Map<Integer, List<Layered.Layer>> layers = new HashMap<>();

    /** A text in which no place is named; {@code hits} are where the words stand that were searched for. */
    public MarkedText(Paper paper, List<Span> hits) {
        this(paper, hits, null);
    }

    /**
     * {@code hits} are where the words stand that were searched for; {@code at} is the place that the address names, null
     * for none.
     */
    public MarkedText(Paper paper, List<Span> hits, @Nullable Place at) {
        this.paper = paper;
        if (at != null && at.section() < paper.sections().size()) {
            int end = Math.min(at.end(), paper.textOf(at.section()).length());
            add(at.section(), at.start(), end, "<span class=\"at\" id=\"at\">", "<span class=\"at\">", "</span>", -1);
        }
        paper.findings().forEach(this::add);
        for (int i = 0; i < paper.mentions().size(); i++) {
            add(paper.mentions().get(i), i + 1);
        }
        addCitations();
        hits.forEach(each -> add(each.section(), each.start(), each.end(), "<mark>", "<mark>", "</mark>", 3));
        layers.values().forEach(each -> each.sort(Layered.ORDER));
    }

    private void add(int section, int start, int end, String first, String again, String close, int rank) {
        if (section >= Span.TITLE && section < paper.sections().size() && start < end) {
            layers.computeIfAbsent(section, any -> new ArrayList<>())
                    .add(new Layered.Layer(start, end, rank, first, again, close));
        }
    }

    private void add(Finding finding) {
        String kind = "<span class=\"finding " + (finding.own() ? "own" : "cited") + "\"";
        String id = " id=\"f-" + Html.escaped(finding.id()) + "\"";
        add(finding.section(), finding.start(), finding.end(), kind + id + ">", kind + ">", "</span>", 0);
    }

    private void add(Mention mention, int number) {
        String asserted = mention.assertion() == Assertion.AFFIRMED
                ? ""
                : ", " + mention.assertion().code().replace('_', ' ');
        String open = "<span class=\"m m-" + mention.type().code()
                + (mention.assertion() == Assertion.NEGATED ? " m-negated" : "")
                + "\" title=\"" + Html.escaped(mention.type().code() + ": " + mention.name() + asserted) + "\"";
        add(
                mention.section(),
                mention.start(),
                mention.end(),
                open + " id=\"mention-" + number + "\">",
                open + ">",
                "</span>",
                1);
    }

    /** A mark leads to the first reference that it cites; of marks that overlap, the first one leads. */
    private void addCitations() {
        Map<Integer, Integer> free = new HashMap<>();
        paper.citations().stream()
                .filter(each -> !each.references().isEmpty())
                .sorted(Comparator.comparingInt(Citation::section).thenComparingInt(Citation::start))
                .forEach(each -> {
                    if (each.start() >= free.getOrDefault(each.section(), 0)) {
                        free.put(each.section(), each.end());
                        String open = "<a class=\"cite\" href=\"#ref-"
                                + (each.references().getFirst() + 1) + "\" title=\""
                                + Html.escaped(title(each)) + "\">";
                        add(each.section(), each.start(), each.end(), open, open, "</a>", 2);
                    }
                });
    }

    private String title(Citation citation) {
        List<String> labels = new ArrayList<>();
        for (int index : citation.references()) {
            if (index >= 0 && index < paper.references().size()) {
                Reference reference = paper.references().get(index);
                labels.add(reference.label() == null ? String.valueOf(index + 1) : reference.label());
            }
        }
        return (labels.size() == 1 ? "Reference " : "References ") + String.join(", ", labels);
    }

    /** The title, or nothing where none was read. */
    public String title() {
        String text = paper.textOf(Span.TITLE);
        return Layered.html(text, 0, text.length(), layers.getOrDefault(Span.TITLE, List.of()));
    }

    /** The paragraphs of a section. */
    public List<String> paragraphs(int section) {
        List<String> marked = new ArrayList<>();
        String text = paper.textOf(section);
        int start = 0;
        for (String paragraph : paper.sections().get(section).paragraphs()) {
            int end = start + paragraph.length();
            marked.add(Layered.html(text, start, end, layers.getOrDefault(section, List.of())));
            start = end + 1;
        }
        return marked;
    }
}
