package dev.apatite.web;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperId;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Table;
import dev.apatite.review.Mark;
import dev.apatite.review.ReaderRevisions;
import dev.apatite.review.Reviews;
import dev.apatite.review.Verdict;
import dev.apatite.search.PaperCard;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.web.page.Frame;
import dev.apatite.web.page.MarkedText;
import dev.apatite.web.page.OriginalFiles;
import dev.apatite.web.page.PaperPage;
import dev.apatite.web.page.PaperPage.Beside;
import dev.apatite.web.page.PaperPage.Digested;
import dev.apatite.web.page.PaperPage.Part;
import dev.apatite.web.page.Place;
import dev.apatite.web.page.SearchState;
import dev.apatite.web.page.Told;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A paper as a page to be read. The search that it was found by is kept in its address. */
final class PaperPages {
    private static final int MOST_RELATED = 8;
    private static final int MOST_PAGES = 100_000;
    private static final Set<String> PARAMETERS = Stream.concat(
                    Pages.PARAMETERS.stream(), Stream.of("original", "page", "at"))
            .collect(Collectors.toUnmodifiableSet());

    private final Searcher searcher;
    private final Reviews reviews;
    private final Templates templates;
    private final Frame.AssetAddresses assets;

    PaperPages(Searcher searcher, Reviews reviews, Templates templates, Frame.AssetAddresses assets) {
        this.searcher = searcher;
        this.reviews = reviews;
        this.templates = templates;
        this.assets = assets;
    }

    void paper(Context context) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        SearchRequest request = parameters.request(SearchRequest.DEFAULT_PAGE_SIZE);
        String id = context.pathParam("id");
        Paper paper = searcher.paper(id).orElseThrow(() -> NotFound.paper(id));
        SearchState state = SearchState.found(request);
        OriginalFiles originals = OriginalFiles.on(paper);
        Beside beside = beside(parameters, originals, state.paper(paper.id()));
        MarkedText text = new MarkedText(paper, searcher.hits(id, request), place(parameters));
        String title = paper.title() == null ? paper.sourceFile() : paper.title();
        templates.send(
                context,
                "paper",
                new PaperPage(
                        new Frame(title + " \u2013 Apatite", state, null, assets, 0),
                        paper,
                        text.title(),
                        parts(paper, text),
                        paper.tables().stream()
                                .filter(each -> !hasSection(paper, each))
                                .toList(),
                        searcher.references(id),
                        searcher.citedBy(id),
                        searcher.versions(id),
                        searcher.related(id).stream().limit(MOST_RELATED).toList(),
                        marks(paper),
                        struck(paper),
                        searcher.likely().orElse(0),
                        new Told(searcher.concepts(), searcher.likely().orElse(0)),
                        originals,
                        beside,
                        Guard.address(context),
                        digested(paper)));
    }

    private static @Nullable Place place(Parameters parameters) {
        String at = parameters.text("at", "");
        if (at.isEmpty()) {
            return null;
        }
        return Place.of(at)
                .filter(each -> each.start() < each.end())
                .orElseThrow(() -> new ParameterException(
                        "at", "at must be a section, a colon and a range like 5:120-260, not \"" + at + "\""));
    }

    private static @Nullable Beside beside(Parameters parameters, OriginalFiles originals, String close) {
        int number = parameters.number("original", 0, 0, originals.files().size());
        int page = parameters.number("page", 1, 1, MOST_PAGES);
        return number == 0 ? null : new Beside(originals.files().get(number - 1), page, close);
    }

    private static boolean hasSection(Paper paper, Table table) {
        return table.section() >= 0 && table.section() < paper.sections().size();
    }

    static List<Part> parts(Paper paper, MarkedText text) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < paper.sections().size(); i++) {
            Section section = paper.sections().get(i);
            int number = i;
            parts.add(new Part(
                    "section-" + i,
                    section.kind(),
                    heading(paper, i),
                    Math.clamp(section.level(), 1, 5),
                    text.paragraphs(i),
                    paper.tables().stream()
                            .filter(each -> each.section() == number)
                            .toList()));
        }
        return parts;
    }

    /** The printed heading; an abstract that has none is called so. */
    private static @Nullable String heading(Paper paper, int index) {
        Section section = paper.sections().get(index);
        boolean first = index == 0 || paper.sections().get(index - 1).kind() != SectionKind.ABSTRACT;
        return section.heading() == null && section.kind() == SectionKind.ABSTRACT && first
                ? "Abstract"
                : section.heading();
    }

    private Map<String, Mark> marks(Paper paper) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        for (Finding finding : paper.findings()) {
            reviews.of(finding.id()).ifPresent(mark -> marks.put(finding.id(), mark));
        }
        return marks;
    }

    private List<Finding> struck(Paper paper) {
        return reviews.byPaper().getOrDefault(paper.id(), Map.of()).keySet().stream()
                .flatMap(id -> reviews.of(id).stream())
                .filter(each -> each.verdict() == Verdict.WRONG)
                .flatMap(each -> Stream.concat(
                                Stream.ofNullable(each.row()), ReaderRevisions.standing(paper, each).stream())
                        .limit(1))
                .toList();
    }

    private List<Digested> digested(Paper paper) {
        return paper.relatedWorks().stream()
                .map(doi -> new Digested(
                        doi,
                        searcher.paper(PaperId.of(doi, null, null, "")).stream()
                                .filter(each -> !Objects.equals(each.id(), paper.id()))
                                .map(PaperCard::of)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }
}
