package dev.apatite.export;

import com.google.protobuf.Timestamp;
import dev.apatite.paper.AgeUnit;
import dev.apatite.paper.AntibodyResult;
import dev.apatite.paper.Finding;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Response;
import dev.apatite.paper.TestResult;
import dev.apatite.search.Concepts;
import dev.apatite.search.PaperCard;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.phenopackets.schema.v2.Phenopacket;
import org.phenopackets.schema.v2.core.Age;
import org.phenopackets.schema.v2.core.Disease;
import org.phenopackets.schema.v2.core.DoseInterval;
import org.phenopackets.schema.v2.core.ExternalReference;
import org.phenopackets.schema.v2.core.Individual;
import org.phenopackets.schema.v2.core.Measurement;
import org.phenopackets.schema.v2.core.MedicalAction;
import org.phenopackets.schema.v2.core.MetaData;
import org.phenopackets.schema.v2.core.OntologyClass;
import org.phenopackets.schema.v2.core.PhenotypicFeature;
import org.phenopackets.schema.v2.core.Quantity;
import org.phenopackets.schema.v2.core.Sex;
import org.phenopackets.schema.v2.core.TimeElement;
import org.phenopackets.schema.v2.core.Treatment;
import org.phenopackets.schema.v2.core.Value;

/**
 * A patient as a phenopacket. Terms have the ids of the vocabulary by which they were recognised; those of HPO are
 * phenotypic features, all other diagnoses diseases. The sentences that state outcomes are external references.
 */
final class Phenopackets {
    private static final Pattern AMOUNT =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)\\s*(\\p{L}[\\p{L}0-9/%.]*|%).*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[<>\\u2264\\u2265~]?\\s*([0-9]+(?:\\.[0-9]+)?)");

    /** The paper that reports a case, as a reference. */
    record Source(
            String id, @Nullable String address, @Nullable String title) {
        static Source of(Paper paper) {
            return new Source(curie(paper.doi(), paper.pmid(), paper.id()), WebAddresses.of(paper), paper.title());
        }

        static Source of(PaperCard card) {
            String address = card.doi() == null ? null : "https://doi.org/" + card.doi();
            return new Source(curie(card.doi(), card.pmid(), card.id()), address, card.title());
        }

        private static String curie(@Nullable String doi, @Nullable String pmid, String id) {
            return pmid != null ? "PMID:" + pmid : doi != null ? "DOI:" + doi : PhenopacketTerms.OWN + ":" + id;
        }
    }

    /** Where both list a disease, Mondo is dearer, and for what is a sign HPO. */
    private static final List<String> DISEASES = List.of("MONDO:", "HP:");

    private static final List<String> FEATURES = List.of("HP:", "MONDO:");

    private final PhenopacketTerms terms = new PhenopacketTerms();
    private final Phenopacket.Builder packet = Phenopacket.newBuilder();
    private final Concepts concepts;
    private final Source source;

    /** For one packet. */
    Phenopackets(Concepts concepts, Source source) {
        this.concepts = concepts;
        this.source = source;
    }

    Phenopacket of(Patient patient, List<Finding> findings) {
        packet.setId(patient.id());
        packet.setSubject(subject(patient));
        concepts.mostExact(patient).forEach(each -> condition(each.concept(), each.name()));
        patient.comorbidities().forEach(each -> condition(null, each));
        patient.antibodies().forEach(this::serum);
        patient.tests().forEach(this::test);
        actions(patient, findings);
        packet.setMetaData(metaData(findings));
        return packet.build();
    }

    private static Individual subject(Patient patient) {
        Individual.Builder subject = Individual.newBuilder().setId(patient.id());
        if (patient.age() != null) {
            subject.setTimeAtLastEncounter(TimeElement.newBuilder()
                    .setAge(Age.newBuilder().setIso8601Duration(duration(patient.age(), patient.ageUnit()))));
        }
        subject.setSex(
                patient.sex() == null
                        ? Sex.UNKNOWN_SEX
                        : switch (patient.sex()) {
                            case FEMALE -> Sex.FEMALE;
                            case MALE -> Sex.MALE;
                        });
        return subject.build();
    }

    /** ISO 8601; half a year is six months. */
    private static String duration(double age, @Nullable AgeUnit unit) {
        int whole = (int) age;
        return switch (unit == null ? AgeUnit.YEARS : unit) {
            case YEARS -> {
                int months = (int) Math.round((age - whole) * 12);
                yield months == 0
                        ? "P" + whole + "Y"
                        : whole == 0 ? "P" + months + "M" : "P" + whole + "Y" + months + "M";
            }
            case MONTHS -> "P" + whole + "M";
            case WEEKS -> "P" + whole + "W";
            case DAYS -> "P" + whole + "D";
        };
    }

    private void condition(@Nullable String concept, String name) {
        OntologyClass term = conditionTerm(concept, name);
        if (term.getId().startsWith("HP:") || isSign(concept, name)) {
            packet.addPhenotypicFeatures(PhenotypicFeature.newBuilder().setType(term));
        } else {
            packet.addDiseases(Disease.newBuilder().setTerm(term));
        }
    }

    private OntologyClass conditionTerm(@Nullable String concept, String name) {
        List<String> standards = isSign(concept, name) ? FEATURES : DISEASES;
        return terms.term(concepts.standard(concept, MentionType.CONDITION, name, standards), "condition", name);
    }

    private boolean isSign(@Nullable String concept, String name) {
        return concepts.isSign(concepts.standard(concept, MentionType.CONDITION, name, List.of()));
    }

    private void serum(AntibodyResult result) {
        packet.addMeasurements(Measurement.newBuilder()
                .setAssay(terms.term(result.concept(), "antibody", result.name()))
                .setValue(Value.newBuilder()
                        .setOntologyClass(
                                terms.term(null, "result", result.status().code()))));
    }

    private void test(TestResult result) {
        Measurement.Builder measurement = Measurement.newBuilder().setAssay(terms.term(null, "test", result.name()));
        Matcher number = NUMBER.matcher(Objects.requireNonNullElse(result.value(), ""));
        if (number.matches() && result.unit() != null) {
            measurement.setValue(Value.newBuilder()
                    .setQuantity(Quantity.newBuilder()
                            .setUnit(terms.unit(result.unit()))
                            .setValue(Double.parseDouble(number.group(1)))));
        } else if (result.value() != null) {
            String printed = result.value() + (result.unit() == null ? "" : " " + result.unit());
            measurement.setValue(Value.newBuilder().setOntologyClass(terms.term(null, "result", printed)));
        } else {
            measurement.setDescription("no value is printed");
            measurement.setValue(Value.newBuilder().setOntologyClass(terms.term(null, "result", "not reported")));
        }
        packet.addMeasurements(measurement);
    }

    /** A medical action for each outcome, and one for each treatment of which no outcome is stated. */
    private void actions(Patient patient, List<Finding> findings) {
        Set<String> told = new LinkedHashSet<>();
        for (Finding finding : findings) {
            told.add(finding.treatment().toLowerCase(Locale.ROOT));
            MedicalAction.Builder action = MedicalAction.newBuilder().setTreatment(treatment(finding));
            if (finding.response() == Response.ADVERSE_EVENT) {
                String harm = finding.harm() == null ? "adverse event" : finding.harm();
                action.addAdverseEvents(conditionTerm(null, harm));
            } else {
                action.setResponseToTreatment(
                        terms.term(null, "response", finding.response().code().replace('_', ' ')));
            }
            if (finding.target() != null) {
                action.setTreatmentTarget(conditionTerm(null, finding.target()));
            }
            packet.addMedicalActions(action);
        }
        for (String treatment : patient.treatments()) {
            if (told.add(treatment.toLowerCase(Locale.ROOT))) {
                packet.addMedicalActions(MedicalAction.newBuilder()
                        .setTreatment(Treatment.newBuilder().setAgent(terms.term(null, "treatment", treatment))));
            }
        }
    }

    private Treatment treatment(Finding finding) {
        Treatment.Builder treatment =
                Treatment.newBuilder().setAgent(terms.term(finding.concept(), "treatment", finding.treatment()));
        if (finding.route() != null) {
            treatment.setRouteOfAdministration(terms.term(null, "route", finding.route()));
        }
        Matcher amount = AMOUNT.matcher(Objects.requireNonNullElse(finding.dose(), ""));
        if (amount.matches()) {
            DoseInterval.Builder dose = DoseInterval.newBuilder()
                    .setQuantity(Quantity.newBuilder()
                            .setValue(Double.parseDouble(amount.group(1)))
                            .setUnit(terms.unit(amount.group(2))));
            // The interval's days, which are to stand here too, are in no case report.
            String frequency = Objects.requireNonNullElse(finding.frequency(), "not reported");
            dose.setScheduleFrequency(terms.term(null, "frequency", frequency));
            treatment.addDoseIntervals(dose);
        }
        return treatment.build();
    }

    private MetaData metaData(List<Finding> findings) {
        MetaData.Builder meta = MetaData.newBuilder()
                .setCreated(Timestamp.newBuilder().setSeconds(Instant.now().getEpochSecond()))
                .setCreatedBy("Apatite")
                .setPhenopacketSchemaVersion("2.0");
        ExternalReference.Builder paper = ExternalReference.newBuilder().setId(source.id());
        if (source.address() != null) {
            paper.setReference(source.address());
        }
        if (source.title() != null) {
            paper.setDescription(source.title());
        }
        meta.addExternalReferences(paper);
        for (Finding finding : findings) {
            ExternalReference.Builder sentence = ExternalReference.newBuilder()
                    .setId(PhenopacketTerms.OWN + ":" + finding.id())
                    .setDescription(finding.sentence());
            if (source.address() != null) {
                sentence.setReference(source.address());
            }
            meta.addExternalReferences(sentence);
        }
        return meta.addAllResources(terms.resources()).build();
    }
}
