package dev.apatite.web.page;

import dev.apatite.paper.Paper;
import dev.apatite.paper.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files that hold a paper, in the order that its addresses count them in, from 1. */
public record OriginalFiles(Paper paper, List<File> files) {
    /**
     * One of them.
     *
     * @param name as people know it, without folders
     * @param href where it is sent from
     */
    public record File(int number, String name, String href, boolean isPdf) {}

    public OriginalFiles {
        files = List.copyOf(files);
    }

    /** The names of the files: the one that was read first. */
    public static List<String> of(Paper paper) {
        List<String> names = new ArrayList<>();
        names.add(paper.sourceFile());
        names.addAll(paper.otherFiles());
        return names;
    }

    /** The files of a paper with their addresses. */
    public static OriginalFiles on(Paper paper) {
        List<File> files = new ArrayList<>();
        for (String path : of(paper)) {
            String file = SourcePath.withoutPart(path);
            int number = files.size() + 1;
            files.add(new File(
                    number,
                    file.substring(file.lastIndexOf('/') + 1),
                    "/api/v1/papers/" + SearchAddresses.encoded(paper.id()) + "/source"
                            + (number == 1 ? "" : "?file=" + number),
                    file.toLowerCase(Locale.ROOT).endsWith(".pdf")));
        }
        return new OriginalFiles(paper, files);
    }
}
