package dev.apatite.paper;

import dev.apatite.text.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One treatment, one stated outcome, and the sentence that states it.
 *
 * @param id paper id, a hyphen and a short hash of treatment, response and sentence
 * @param treatment preferred name
 * @param concept the treatment's concept id
 * @param text the treatment as printed
 * @param combinedWith preferred names of what it was given together with
 * @param treated number of patients treated, null where nothing is said
 * @param responding number of them who responded
 * @param own true for the paper's own patients, false for cited evidence
 * @param patient the id of the patient, where one is meant
 * @param citedReferences labels of the references that the sentence cites
 * @param section where the sentence stands; {@code start} and {@code end} delimit it there
 * @param confidence how sure it is that the paper says so, from 0 to 1; null where nobody has judged it, or a reader
 *     has confirmed it
 * @param harm the name of the harm, where the outcome is an adverse event
 * @param of what the outcome is about, as printed ("pain")
 * @param source who says so
 * @param alsoSaid further sentences of the paper that say the same
 */
public record Finding(
        String id,
        String treatment,
        @Nullable String concept,
        String text,
        List<String> combinedWith,
        @Nullable String dose,
        @Nullable String route,
        @Nullable String frequency,
        @Nullable String duration,
        @Nullable String target,
        @Nullable String timeToResponse,
        @Nullable Integer treated,
        @Nullable Integer responding,
        Response response,
        boolean own,
        @Nullable String patient,
        List<String> citedReferences,
        int section,
        int start,
        int end,
        String sentence,
        @Nullable Double confidence,
        @Nullable String harm,
        @Nullable String of,
        FindingSource source,
        List<Statement> alsoSaid) {
    private static final int HASH_BYTES = 5;

    public Finding {
        combinedWith = combinedWith == null ? List.of() : List.copyOf(combinedWith);
        citedReferences = citedReferences == null ? List.of() : List.copyOf(citedReferences);
        source = source == null ? FindingSource.PROGRAM : source;
        alsoSaid = alsoSaid == null ? List.of() : List.copyOf(alsoSaid);
    }

    /** The id of a finding: that of its paper, a hyphen and a short hash of what it says. */
    public static String idOf(String paper, String treatment, Response response, String sentence) {
        return paper + "-" + Sha256.hex(treatment + '\n' + response.code() + '\n' + sentence, HASH_BYTES);
    }

    /** The same finding under another id. */
    public Finding renamed(String newId) {
        return with(newId, said(), by());
    }

    /** What a treatment did to whom. */
    private record Said(
            String treatment,
            @Nullable String concept,
            Response response,
            boolean own,
            @Nullable String patient,
            @Nullable Integer treated,
            @Nullable Integer responding,
            @Nullable String harm) {}

    /** Who says so, how surely, and where. */
    private record By(
            @Nullable Double confidence,
            @Nullable String of,
            FindingSource source,
            Statement at,
            List<Statement> alsoSaid) {}

    private Said said() {
        return new Said(treatment, concept, response, own, patient, treated, responding, harm);
    }

    private By by() {
        return new By(confidence, of, source, new Statement(section, start, end, sentence), alsoSaid);
    }

    private Finding with(Said said, By by) {
        return with(id, said, by);
    }

    private Finding with(String newId, Said said, By by) {
        return new Finding(
                newId,
                said.treatment(),
                said.concept(),
                text,
                combinedWith,
                dose,
                route,
                frequency,
                duration,
                target,
                timeToResponse,
                said.treated(),
                said.responding(),
                said.response(),
                said.own(),
                said.patient(),
                citedReferences,
                by.at().section(),
                by.at().start(),
                by.at().end(),
                by.at().sentence(),
                by.confidence(),
                said.harm(),
                by.of(),
                by.source(),
                by.alsoSaid());
    }

    /** The same finding with how sure it is, what the harm and what it is about, and where else it is said. */
    public Finding judged(
            @Nullable Double sure, @Nullable String harmed, @Nullable String about, List<Statement> elsewhere) {
        Said harmful = new Said(treatment, concept, response, own, patient, treated, responding, harmed);
        return with(harmful, new By(sure, about, source, by().at(), elsewhere));
    }

    /** The same finding of no single patient. */
    public Finding ofNoPatient() {
        return with(new Said(treatment, concept, response, own, null, null, null, harm), by());
    }

    /** The same finding as a reader says it, who needs no confidence. */
    public Finding read() {
        return with(said(), new By(null, of, FindingSource.READER, by().at(), alsoSaid));
    }

    /** The same finding as said by another. */
    public Finding from(FindingSource other) {
        return with(said(), new By(confidence, of, other, by().at(), alsoSaid));
    }

    /** The same finding where its sentence stands now. */
    public Finding at(Statement place) {
        return with(said(), new By(confidence, of, source, place, alsoSaid));
    }

    /**
     * The same finding, its id too, with what a reader says instead; of one patient the number that responded follows the
     * response.
     */
    public Finding corrected(
            @Nullable String rightTreatment,
            @Nullable Response rightResponse,
            @Nullable Boolean rightOwn,
            @Nullable String rightHarm) {
        boolean other = rightTreatment != null && !rightTreatment.equals(treatment);
        Response now = rightResponse == null ? response : rightResponse;
        boolean ownNow = rightOwn == null ? own : rightOwn;
        Integer responds = now == response ? responding : treated != null && treated == 1 ? now.ofOne() : null;
        return with(
                        new Said(
                                rightTreatment == null ? treatment : rightTreatment,
                                other ? null : concept,
                                now,
                                ownNow,
                                ownNow ? patient : null,
                                treated,
                                responds,
                                now == Response.ADVERSE_EVENT ? rightHarm == null ? harm : rightHarm : null),
                        by())
                .read();
    }
}
