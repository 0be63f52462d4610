package dev.apatite.export;

import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonalName;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** RIS as reference managers import it: a tag of two characters, two spaces, a hyphen, a space, the value. */
final class RisExport implements Export<Paper> {
    private final Appendable out;

    RisExport(Appendable out) {
        this.out = out;
    }

    @Override
    public void add(Paper paper) throws IOException {
        line("TY", paper.journal() == null ? "GEN" : "JOUR");
        line("ID", paper.id());
        line("TI", paper.title());
        for (Author author : paper.authors()) {
            PersonalName name = PersonalName.of(author);
            String given = name.isLiteral() ? "" : ", " + name.given();
            line("AU", name.family() + given + (name.suffix() == null ? "" : ", " + name.suffix()));
        }
        line("T2", paper.journal());
        line("PY", paper.year() == null ? null : paper.year().toString());
        line("VL", paper.volume());
        line("IS", paper.issue());
        line("SP", paper.firstPage());
        line("EP", paper.lastPage() == null || paper.lastPage().equals(paper.firstPage()) ? null : paper.lastPage());
        line("DA", date(paper));
        line("SN", paper.bibliography().issn());
        line("DO", paper.doi());
        line("UR", WebAddresses.of(paper));
        line("AN", paper.pmid());
        line("C2", paper.pmcid());
        line("LA", paper.language());
        line("AB", abstractOf(paper));
        for (String keyword : paper.keywords()) {
            line("KW", keyword);
        }
        for (Author author : paper.authors()) {
            line("N1", author.orcid() == null ? null : "ORCID " + author.family() + ": " + author.orcid());
        }
        String licence = paper.bibliography().license();
        line("N1", licence == null ? null : "License: " + licence);
        out.append("ER  - \r\n\r\n");
    }

    /** Year, month and day between slashes, as RIS wants them. */
    private static @Nullable String date(Paper paper) {
        String date = Dates.printed(paper);
        return date == null || date.length() == 4 ? null : date.replace('-', '/') + (date.length() == 7 ? "//" : "/");
    }

    static @Nullable String abstractOf(Paper paper) {
        String text = paper.sections().stream()
                .filter(section -> section.kind() == SectionKind.ABSTRACT)
                .map(RisExport::part)
                .collect(Collectors.joining(" "))
                .strip();
        return text.isEmpty() ? null : text;
    }

    private static String part(Section section) {
        String text = section.text().replace('\n', ' ');
        return section.level() > 1 && section.heading() != null ? section.heading() + ": " + text : text;
    }

    private void line(String tag, @Nullable String value) throws IOException {
        if (value != null && !value.isBlank()) {
            out.append(tag)
                    .append("  - ")
                    .append(value.replaceAll("\\s+", " ").strip())
                    .append("\r\n");
        }
    }

    @Override
    public void close() {}
}
