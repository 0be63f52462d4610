package dev.apatite.export;

import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import java.io.IOException;

/** Whole papers, one a line. */
final class JsonLinesExport implements Export<Paper> {
    private final Appendable out;
    private final PaperJson json = new PaperJson();

    JsonLinesExport(Appendable out) {
        this.out = out;
    }

    @Override
    public void add(Paper paper) throws IOException {
        out.append(json.write(paper)).append('\n');
    }

    @Override
    public void close() {}
}
