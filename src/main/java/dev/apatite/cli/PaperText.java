package dev.apatite.cli;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A paper for people at a terminal. */
final class PaperText {
    private final Terminal out;

    PaperText(Terminal out) {
        this.out = out;
    }

    void print(Paper paper) {
        out.heading(paper.title() == null ? "(no title)" : paper.title());
        line(paper.authors().stream()
                .map(author -> joined(" ", author.given(), author.family()))
                .collect(Collectors.joining(", ")));
        paper.authors().stream()
                .flatMap(author -> author.affiliations().stream())
                .distinct()
                .forEach(this::line);
        line(joined(". ", paper.journal(), paper.year(), paper.doi() == null ? null : "doi:" + paper.doi()));
        line("file " + paper.sourceFile() + ", id " + paper.id());
        paper.otherFiles().forEach(file -> line("also " + file));
        paper.warnings().forEach(warning -> line("warning: " + warning));
        paper.sections().forEach(this::print);
        if (!paper.patients().isEmpty()) {
            heading("Patients");
            paper.patients().forEach(this::print);
        }
        if (!paper.findings().isEmpty()) {
            heading("Findings");
            paper.findings().forEach(this::print);
        }
        if (!paper.references().isEmpty()) {
            heading("References");
            paper.references().forEach(this::print);
        }
    }

    private void print(Section section) {
        heading(section.heading() == null ? section.kind().name() : section.heading());
        section.paragraphs().forEach(this::line);
    }

    private void print(Patient patient) {
        String age = patient.age() == null
                ? null
                : BigDecimal.valueOf(patient.age()).stripTrailingZeros().toPlainString()
                        + (patient.ageUnit() == null
                                ? ""
                                : " " + patient.ageUnit().code());
        line(joined(
                ", ",
                patient.label(),
                patient.sex() == null ? null : patient.sex().code(),
                age,
                patient.diagnoses().isEmpty()
                        ? null
                        : patient.diagnoses().stream().map(each -> each.name()).collect(Collectors.joining(", ")),
                patient.treatments().isEmpty() ? null : "treatments: " + String.join(", ", patient.treatments())));
    }

    private void print(Finding finding) {
        line(joined(
                ", ",
                finding.treatment() + ": " + finding.response().code().replace('_', ' '),
                finding.own() ? "own case" : "cited",
                finding.dose(),
                finding.frequency()));
        out.line(4, "\"" + finding.sentence() + "\"");
    }

    private void print(Reference reference) {
        line((reference.label() == null ? "" : reference.label() + ". ") + reference.raw());
    }

    private void heading(String text) {
        out.line();
        out.heading(text);
    }

    private void line(String text) {
        if (!text.isBlank()) {
            out.line(2, text);
        }
    }

    private static String joined(String separator, @Nullable Object... parts) {
        return Stream.of(parts).filter(Objects::nonNull).map(String::valueOf).collect(Collectors.joining(separator));
    }
}
