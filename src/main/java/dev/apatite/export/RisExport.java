package dev.apatite.export;

import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
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
            line("AU", author.given() == null ? author.family() : author.family() + ", " + author.given());
        }
        line("T2", paper.journal());
        line("PY", paper.year() == null ? null : paper.year().toString());
        line("VL", paper.volume());
        line("IS", paper.issue());
        line("SP", paper.firstPage());
        line("EP", paper.lastPage());
        line("DO", paper.doi());
        line("AN", paper.pmid());
        line("C2", paper.pmcid());
        line("LA", paper.language());
        line("AB", abstractOf(paper));
        for (String keyword : paper.keywords()) {
            line("KW", keyword);
        }
        out.append("ER  - \r\n\r\n");
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
