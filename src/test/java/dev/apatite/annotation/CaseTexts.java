package dev.apatite.annotation;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.util.Arrays;

/** Papers made of a few sentences, for the tests of this package. */
final class CaseTexts {
    private CaseTexts() {}

    /** A case report whose case is this text; a line feed parts paragraphs. */
    static Paper caseReport(String text) {
        return of(new Section(SectionKind.CASE, "Case report", 1, Arrays.asList(text.split("\n"))));
    }

    static Paper of(Section... sections) {
        return Paper.ofText("test.1", "test.txt", null, sections);
    }
}
