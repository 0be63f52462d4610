package dev.apatite.review;

import dev.apatite.paper.Finding;
import dev.apatite.paper.FindingSource;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Response;
import dev.apatite.paper.Revision;
import dev.apatite.paper.Revisions;
import dev.apatite.paper.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Papers as the marks leave them. A mark belongs to the finding of its id or, where the rules have changed, to the one with
 * the same treatment, response and sentence; a confirmed or added row of which neither is found any more stands as the
 * reader saw it, as long as its sentence stands in the paper. What readers disagree on stays as the program has it.
 */
public final class ReaderRevisions implements Revisions {
    /** What is said of a finding that readers disagree on. */
    public static final String DISPUTED = "disputed";

    private final Reviews reviews;

    public ReaderRevisions(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Object state() {
        return reviews.version();
    }

    @Override
    public void look() {
        reviews.refreshNow();
    }

    @Override
    public Map<String, Object> papers() {
        return new LinkedHashMap<>(reviews.byPaper());
    }

    @Override
    public Revision of(Paper paper) {
        Map<String, List<Mark>> marks = reviews.byPaper().getOrDefault(paper.id(), Map.of());
        Map<String, String> kinds = new LinkedHashMap<>();
        List<Finding> struck = new ArrayList<>();
        List<Finding> left = new ArrayList<>();
        Map<String, List<Mark>> open = new LinkedHashMap<>(marks);
        List<String> ids = paper.findings().stream().map(Finding::id).toList();
        for (Finding each : paper.findings()) {
            Optional<String> id = belonging(each, open);
            if (id.isEmpty()) {
                left.add(each);
                continue;
            }
            open.remove(id.get());
            // What was said of it under an id that it no longer has is answered by this.
            open.entrySet()
                    .removeIf(other -> !ids.contains(other.getKey())
                            && isOf(other.getValue().getFirst(), each));
            Optional<Mark> decided = reviews.of(id.get());
            if (decided.isEmpty()) {
                left.add(each);
                kinds.put(each.id(), DISPUTED);
            } else if (decided.get().verdict() == Verdict.WRONG) {
                struck.add(each);
            } else {
                left.add(read(decided.get(), each));
                kinds.put(each.id(), decided.get().verdict().code());
            }
        }
        for (String id : open.keySet()) {
            reviews.of(id)
                    .filter(each -> each.verdict() != Verdict.WRONG)
                    .flatMap(each -> standing(paper, each))
                    .ifPresent(each -> {
                        left.add(each);
                        kinds.put(
                                each.id(),
                                reviews.of(id).orElseThrow().verdict().code());
                    });
            reviews.of(id)
                    .filter(each -> each.verdict() == Verdict.WRONG)
                    .map(Mark::row)
                    .ifPresent(struck::add);
        }
        List<Finding> findings = withoutRivals(left);
        findings.sort(Comparator.comparingInt(Finding::section).thenComparingInt(Finding::start));
        return new Revision(paper.annotated(paper.mentions(), paper.patients(), findings), kinds, struck);
    }

    /** The mark that is meant for a finding: by its id, or by what it says. */
    private static Optional<String> belonging(Finding finding, Map<String, List<Mark>> open) {
        if (open.containsKey(finding.id())) {
            return Optional.of(finding.id());
        }
        return open.entrySet().stream()
                .filter(each -> isOf(each.getValue().getFirst(), finding))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether a finding is the one that a mark was made on, by treatment, response and sentence. */
    public static boolean isOf(Mark mark, Finding finding) {
        return mark.response() == finding.response()
                && mark.treatment().equalsIgnoreCase(finding.treatment())
                && (said(mark.sentence(), finding.sentence())
                        || finding.alsoSaid().stream().anyMatch(each -> said(mark.sentence(), each.sentence())));
    }

    /** Whether two sentences are one, although one may have been cut otherwise. */
    public static boolean said(String one, String other) {
        String a = SentencePlace.letters(one);
        String b = SentencePlace.letters(other);
        return !a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a));
    }

    private static Finding read(Mark mark, Finding finding) {
        Mark.Correction right = mark.correction();
        return mark.verdict() == Verdict.CORRECTED
                ? finding.corrected(right.treatment(), right.response(), right.own(), right.harm())
                : finding.read();
    }

    /** The row of a mark where its sentence stands in the paper now; empty where it stands there no more. */
    public static Optional<Finding> standing(Paper paper, Mark mark) {
        return SentencePlace.of(paper, mark.sentence()).map(place -> {
            Finding row = mark.row() == null ? bare(paper, mark, place) : mark.row();
            Finding known = paper.patients().stream().map(Patient::id).anyMatch(id -> id.equals(row.patient()))
                            || row.patient() == null
                    ? row
                    : row.ofNoPatient();
            return read(mark, known.at(place));
        });
    }

    /** A row of which no more is known than its mark says. */
    private static Finding bare(Paper paper, Mark mark, Statement place) {
        boolean own = !paper.patients().isEmpty();
        @Nullable
        String patient =
                paper.patients().size() == 1 ? paper.patients().getFirst().id() : null;
        return row(mark.finding(), mark.treatment(), mark.response(), own, patient, place);
    }

    /** A reader's row. */
    public static Finding row(
            String id, String treatment, Response response, boolean own, @Nullable String patient, Statement place) {
        boolean one = own && patient != null;
        return new Finding(
                id,
                treatment,
                null,
                treatment,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                one ? Integer.valueOf(1) : null,
                one ? response.ofOne() : null,
                response,
                own,
                patient,
                List.of(),
                place.section(),
                place.start(),
                place.end(),
                place.sentence(),
                null,
                null,
                null,
                FindingSource.READER,
                List.of());
    }

    /** What a reader read in a sentence stands in place of what the program says there of the same treatment. */
    private static List<Finding> withoutRivals(Collection<Finding> rows) {
        List<Finding> readers = rows.stream()
                .filter(each -> each.source() == FindingSource.READER)
                .toList();
        List<Finding> kept = new ArrayList<>();
        for (Finding each : rows) {
            boolean answered =
                    each.source() != FindingSource.READER && readers.stream().anyMatch(reader -> rivals(reader, each));
            if (!answered) {
                kept.add(each);
            }
        }
        return kept;
    }

    private static boolean rivals(Finding reader, Finding other) {
        boolean both = (reader.response() == Response.ADVERSE_EVENT) == (other.response() == Response.ADVERSE_EVENT);
        return both
                && reader.section() == other.section()
                && reader.start() < other.end()
                && other.start() < reader.end()
                && (reader.patient() == null
                        || other.patient() == null
                        || reader.patient().equals(other.patient()))
                && reader.treatment().equalsIgnoreCase(other.treatment());
    }
}
