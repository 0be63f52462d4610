package dev.apatite.paper;

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
    public Finding {
        combinedWith = combinedWith == null ? List.of() : List.copyOf(combinedWith);
        citedReferences = citedReferences == null ? List.of() : List.copyOf(citedReferences);
        source = source == null ? FindingSource.PROGRAM : source;
        alsoSaid = alsoSaid == null ? List.of() : List.copyOf(alsoSaid);
    }

    /** The same finding with how sure it is, what the harm and what it is about, and where else it is said. */
    public Finding judged(
            @Nullable Double sure, @Nullable String harmed, @Nullable String about, List<Statement> elsewhere) {
        return new Finding(
                id,
                treatment,
                concept,
                text,
                combinedWith,
                dose,
                route,
                frequency,
                duration,
                target,
                timeToResponse,
                treated,
                responding,
                response,
                own,
                patient,
                citedReferences,
                section,
                start,
                end,
                sentence,
                sure,
                harmed,
                about,
                source,
                elsewhere);
    }

    /** The same finding of no single patient. */
    public Finding ofNoPatient() {
        return new Finding(
                id,
                treatment,
                concept,
                text,
                combinedWith,
                dose,
                route,
                frequency,
                duration,
                target,
                timeToResponse,
                null,
                null,
                response,
                own,
                null,
                citedReferences,
                section,
                start,
                end,
                sentence,
                confidence,
                harm,
                of,
                source,
                alsoSaid);
    }
}
