package dev.apatite.web;

import dev.apatite.web.page.Frame.AssetAddresses;
import dev.apatite.web.page.Frame.Viewer;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/** The pages' own few files. Each stands at an address that changes with it, so that a browser may keep it for long. */
final class Assets {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String DECODER = "application/wasm";

    /** The worker compiles its decoders, and may do nothing else that the pages may not. */
    private static final String OF_WORKER =
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'";

    private record Asset(String mediaType, byte[] bytes, String version) {}

    private final Map<String, Asset> assets = Map.of(
            "apatite.css", read("apatite.css", "text/css; charset=utf-8"),
            "apatite.js", read("apatite.js", SCRIPT),
            "lists.js", read("lists.js", "text/javascript; charset=utf-8"),
            "desk.js", read("desk.js", SCRIPT),
            "apatite.svg", read("apatite.svg", "image/svg+xml"),
            "original.mjs", read("original.mjs", SCRIPT),
            "pdf.min.mjs", read("pdfjs/pdf.min.mjs", SCRIPT),
            "pdf.worker.min.mjs", read("pdfjs/pdf.worker.min.mjs", SCRIPT),
            "jbig2.wasm", read("pdfjs/jbig2.wasm", DECODER),
            "openjpeg.wasm", read("pdfjs/openjpeg.wasm", DECODER));

    /** Where they stand. */
    AssetAddresses addresses() {
        return new AssetAddresses(
                address("apatite.css"),
                address("apatite.js"),
                address("desk.js"),
                address("lists.js"),
                address("apatite.svg"),
                new Viewer(address("original.mjs"), address("pdf.min.mjs"), address("pdf.worker.min.mjs"), "/assets/"));
    }

    private String address(String name) {
        return "/assets/" + name + "?v="
                + Objects.requireNonNull(assets.get(name)).version();
    }

    void send(Context context) {
        Asset asset = assets.get(context.pathParam("name"));
        if (asset == null) {
            throw new NotFound("there is nothing at " + context.path());
        }
        boolean named = asset.version().equals(context.queryParam("v"));
        context.header("Cache-Control", named ? "public, max-age=31536000, immutable" : "no-cache");
        if (asset == assets.get("pdf.worker.min.mjs")) {
            context.header("Content-Security-Policy", OF_WORKER);
        }
        TaggedAnswers.send(context, asset.mediaType(), asset.bytes());
    }

    /** What browsers ask for without being told. */
    void favicon(Context context) {
        Asset icon = Objects.requireNonNull(assets.get("apatite.svg"));
        context.header("Cache-Control", "public, max-age=86400");
        context.contentType(icon.mediaType()).result(icon.bytes());
    }

    private static Asset read(String name, String mediaType) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream("assets/" + name), name)) {
            byte[] bytes = in.readAllBytes();
            CRC32 checksum = new CRC32();
            checksum.update(bytes);
            return new Asset(mediaType, bytes, HexFormat.of().toHexDigits((int) checksum.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
