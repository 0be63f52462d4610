package dev.apatite.web;

import dev.apatite.ingest.Original;
import dev.apatite.paper.Paper;
import dev.apatite.search.Searcher;
import dev.apatite.web.page.OriginalFiles;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The file that a paper was read from, as it lies in the corpus folder: shown where a browser can show it without letting
 * it do anything, else to be kept. Which file that is comes from the index, never from the address.
 */
final class SourceEndpoint {
    private static final Set<String> SHOWN =
            Set.of("application/pdf", "application/xml", "text/html", "text/plain", "application/json");

    /** Nothing in it runs, and nothing is fetched for it; it counts as a page of no server at all. */
    private static final String SANDBOX =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    /** A browser's own viewer of PDFs, which is a sandbox of its own, does not start within another. */
    private static final String OF_PDF = "default-src 'none'; style-src 'unsafe-inline'; img-src data: blob:;"
            + " object-src 'self'; frame-ancestors 'self'";

    private static final int PIECE = 1 << 16;
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9 ._-]+");

    private final Searcher searcher;
    private final IndexKeeping keeping;

    SourceEndpoint(Searcher searcher, IndexKeeping keeping) {
        this.searcher = searcher;
        this.keeping = keeping;
    }

    void send(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("file"));
        String id = context.pathParam("id");
        Paper paper = searcher.paper(id).orElseThrow(() -> NotFound.paper(id));
        List<String> files = OriginalFiles.of(paper);
        int number = parameters.number("file", 1, 1, files.size());
        String name = files.get(number - 1);
        Original original = keeping.original(name)
                .orElseThrow(() -> new NotFound("the file " + name + " of this paper is not in the corpus folder"));
        try {
            send(context, original);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Context context, Original original) throws IOException {
        BasicFileAttributes now =
                Files.readAttributes(original.file(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        String tag = "\"" + Long.toHexString(now.size()) + "-"
                + Long.toHexString(now.lastModifiedTime().toMillis()) + "\"";
        context.header("ETag", tag);
        if (tag.equals(context.header("If-None-Match"))) {
            context.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        String mediaType = original.mediaType();
        String type = mediaType.split(";", 2)[0];
        context.header("Content-Security-Policy", type.equals("application/pdf") ? OF_PDF : SANDBOX);
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header(
                "Content-Disposition",
                (SHOWN.contains(type) ? "inline" : "attachment") + "; filename=\""
                        + UNSAFE.matcher(original.name()).replaceAll("_") + "\"; filename*=UTF-8''"
                        + URLEncoder.encode(original.name(), StandardCharsets.UTF_8)
                                .replace("+", "%20"));
        context.contentType(mediaType);
        context.header("Accept-Ranges", "bytes");
        ByteRange range = ByteRange.of(context.header("Range"), now.size());
        if (range.isPart(now.size())) {
            context.status(HttpStatus.PARTIAL_CONTENT);
            context.header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + now.size());
        }
        context.res().setContentLengthLong(range.length());
        if (context.method() == HandlerType.HEAD) {
            return;
        }
        Admission.beginExport(context);
        try (InputStream in = Files.newInputStream(original.file(), LinkOption.NOFOLLOW_LINKS)) {
            in.skipNBytes(range.first());
            // Not as Javalin would send it: compressed, it would have another length.
            OutputStream out = context.res().getOutputStream();
            byte[] piece = new byte[PIECE];
            long left = range.length();
            for (int read; left > 0 && (read = in.read(piece, 0, (int) Math.min(PIECE, left))) > 0; left -= read) {
                out.write(piece, 0, read);
            }
        }
    }

    /** The one part of a file that a request asks for (RFC 9110, 14.2); the whole where it asks for none or for several. */
    record ByteRange(long first, long last) {
        private static final Pattern ONE = Pattern.compile("bytes=([0-9]{1,15})-([0-9]{0,15})");

        static ByteRange of(@Nullable String header, long size) {
            Matcher one = ONE.matcher(header == null ? "" : header.strip());
            if (one.matches() && Long.parseLong(one.group(1)) < size) {
                long first = Long.parseLong(one.group(1));
                long last = one.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(one.group(2)));
                if (first <= last) {
                    return new ByteRange(first, last);
                }
            }
            return new ByteRange(0, size - 1);
        }

        long length() {
            return last - first + 1;
        }

        boolean isPart(long size) {
            return length() < size;
        }
    }
}
