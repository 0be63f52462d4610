package dev.apatite.web;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Response;
import dev.apatite.paper.Statement;
import dev.apatite.review.Mark;
import dev.apatite.review.ReaderRevisions;
import dev.apatite.review.Reviews;
import dev.apatite.review.SentencePlace;
import dev.apatite.review.Verdict;
import dev.apatite.search.Searcher;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps what readers say of findings: marks, rows that they add, and that they think again. */
final class Marking {
    private static final int NAME = 200;
    private static final int NOTE = 2000;

    /** What a mark or a row may say, and how long each may be. */
    static final Map<String, Integer> FIELDS = fields();

    private final Searcher searcher;
    private final Reviews reviews;
    private final Desk desk;
    private final Clock clock;

    Marking(Searcher searcher, Reviews reviews, Desk desk, Clock clock) {
        this.searcher = searcher;
        this.reviews = reviews;
        this.desk = desk;
        this.clock = clock;
    }

    private static Map<String, Integer> fields() {
        Map<String, Integer> fields = new HashMap<>();
        for (String name : new String[] {
            "finding", "paper", "verdict", "correctTreatment", "correctResponse", "correctOwn", "correctHarm", "reader",
            "settles", "treatment", "response", "own", "patient", "harm", "undo", "next"
        }) {
            fields.put(name, NAME);
        }
        fields.put("note", NOTE);
        fields.put("back", NOTE);
        fields.put("sentence", 4 * NOTE);
        return Map.copyOf(fields);
    }

    /** Who makes a mark: who signed in, or else whom the request names. */
    static String reader(Context context, @Nullable String named) {
        String signedIn = Guard.reader(context);
        if (signedIn != null && named != null && !named.equals(signedIn)) {
            throw new ParameterException("reader", "marks are kept under the name that signed in, " + signedIn);
        }
        String reader = signedIn != null ? signedIn : named == null ? "" : named;
        if (reader.chars().anyMatch(Character::isISOControl)) {
            throw new ParameterException("reader", "a reader's name has no control characters");
        }
        return reader;
    }

    /** The paper with this id, PMID, PMCID or DOI, if there is one. */
    Optional<Paper> known(String id) {
        return searcher.paper(id);
    }

    /** The paper with this id, PMID, PMCID or DOI. */
    Paper paper(String id) {
        return searcher.paper(id).orElseThrow(() -> NotFound.paper(id));
    }

    /** Keeps a mark on a finding. */
    Mark mark(Fields fields, String reader) {
        String id = fields.required("finding");
        String paperId = fields.get("paper", id.replaceFirst("-[^-]*$", ""));
        String code = fields.required("verdict").toLowerCase(Locale.ROOT);
        Verdict verdict = Verdict.of(code)
                .filter(each -> each != Verdict.ADDED && each != Verdict.UNDONE)
                .orElseThrow(() -> new ParameterException(
                        "verdict", "verdict must be right, wrong, corrected, or none to take a mark back"));
        Paper paper = searcher.paper(paperId)
                .orElseThrow(() -> new NotFound("there is no finding with the id " + id + " in the paper " + paperId));
        Finding finding = desk.row(paper, id)
                .orElseThrow(
                        () -> new NotFound("there is no finding with the id " + id + " in the paper " + paper.id()));
        Mark.Correction correction = verdict == Verdict.CORRECTED
                ? new Mark.Correction(
                        fields.get("correctTreatment"),
                        response(fields, "correctResponse"),
                        fields.flag("correctOwn"),
                        fields.get("correctHarm"))
                : Mark.Correction.NONE;
        if (verdict == Verdict.CORRECTED && correction.isNone() && !fields.has("note")) {
            throw new ParameterException(
                    "verdict", "a correction says what is right: give correctTreatment, correctResponse or a note");
        }
        return kept(Mark.of(paper, finding, verdict, correction, by(fields, reader)));
    }

    /** Keeps a row that a reader found in a paper, whose sentence must stand there. */
    Mark add(String paperId, Fields fields, String reader) {
        Paper paper = paper(paperId);
        String treatment = fields.required("treatment");
        fields.required("response");
        Response response = java.util.Objects.requireNonNull(response(fields, "response"));
        Statement place = SentencePlace.of(paper, fields.required("sentence"))
                .orElseThrow(() -> new ParameterException(
                        "sentence", "the sentence does not stand in the text of the paper " + paper.id()));
        Boolean said = fields.flag("own");
        boolean own = said == null ? !paper.patients().isEmpty() : said;
        String patient = patient(paper, fields.get("patient"), own);
        String id = Finding.idOf(paper.id(), treatment, response, place.sentence());
        String harm = response == Response.ADVERSE_EVENT ? fields.get("harm") : null;
        Finding row = ReaderRevisions.row(id, treatment, response, own, patient, place)
                .corrected(null, null, null, harm);
        Optional<Finding> known = desk.row(paper, id);
        Verdict verdict = known.isPresent() ? Verdict.RIGHT : Verdict.ADDED;
        return kept(Mark.of(paper, known.orElse(row), verdict, Mark.Correction.NONE, by(fields, reader)));
    }

    private static @Nullable String patient(Paper paper, @Nullable String named, boolean own) {
        if (named != null && (!own || paper.patients().stream().map(Patient::id).noneMatch(named::equals))) {
            throw new ParameterException(
                    "patient", "the paper " + paper.id() + " has no patient " + named + " of its own");
        }
        boolean one = own && paper.patients().size() == 1;
        return named != null || !one ? named : paper.patients().getFirst().id();
    }

    /** Undoes the last mark of a reader in a paper. */
    Optional<Mark> undo(String paper, String reader) {
        return reviews.undo(paper(paper).id(), reader, now());
    }

    private Mark kept(Mark mark) {
        reviews.add(mark);
        return mark;
    }

    private Mark.By by(Fields fields, String reader) {
        return new Mark.By(reader, fields.get("note"), now(), Boolean.TRUE.equals(fields.flag("settles")));
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static @Nullable Response response(Fields fields, String name) {
        String code = fields.get(name);
        if (code == null) {
            return null;
        }
        return Response.of(code)
                .orElseThrow(() -> new ParameterException(
                        name,
                        "there is no response \"" + code + "\"; responses are "
                                + Arrays.stream(Response.values())
                                        .map(Response::code)
                                        .collect(Collectors.joining(", "))));
    }
}
