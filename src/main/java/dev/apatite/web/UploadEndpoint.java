package dev.apatite.web;

import dev.apatite.ingest.IngestException;
import dev.apatite.ingest.Uploads;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Takes papers that are dropped on the page, where the start of the server allows it. */
final class UploadEndpoint {
    /** The only address whose requests may be large. */
    static final String PATH = "/upload";

    private final IndexKeeping keeping;

    UploadEndpoint(IndexKeeping keeping) {
        this.keeping = keeping;
    }

    void take(Context context) {
        Uploads uploads = keeping.uploads()
                .orElseThrow(
                        () -> new ForbiddenResponse("this server takes no files; a start with --allow-upload lets it"));
        List<UploadedFile> files = files(context);
        List<String> refused = new ArrayList<>();
        int taken = 0;
        for (UploadedFile each : files) {
            try (InputStream content = each.content()) {
                uploads.take(each.filename(), content);
                taken++;
            } catch (IngestException e) {
                refused.add(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (taken > 0) {
            uploads.done();
        }
        if (!refused.isEmpty()) {
            throw new BadRequestResponse((taken == 0 ? "nothing was taken: " : "not every file was taken: ")
                    + String.join("; ", refused)
                    + (taken == 0
                            ? ""
                            : "; " + taken + (taken == 1 ? " other file was" : " other files were") + " taken"));
        }
        context.redirect("/status?uploaded=" + taken, HttpStatus.SEE_OTHER);
    }

    private static List<UploadedFile> files(Context context) {
        List<UploadedFile> files;
        try {
            files = context.uploadedFiles().stream()
                    .filter(each -> !each.filename().isEmpty())
                    .toList();
        } catch (IllegalStateException e) {
            throw new ContentTooLargeResponse("the files are too large: one may have " + (Uploads.MOST_BYTES >> 20)
                    + " megabytes, all together " + (Uploads.MOST_TOGETHER >> 20));
        }
        if (files.isEmpty()) {
            throw new BadRequestResponse("no file was sent");
        }
        if (files.size() > Uploads.MOST_FILES) {
            throw new BadRequestResponse(
                    "these are " + files.size() + " files; at most " + Uploads.MOST_FILES + " are taken at once");
        }
        return files;
    }
}
