package dev.apatite.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;

/** The stylesheet, the script and the icon, under addresses that change with their content, so that browsers keep them. */
final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "apatite.css", "text/css; charset=utf-8",
            "apatite.js", "text/javascript; charset=utf-8",
            "apatite.svg", "image/svg+xml");

    private record Asset(String type, byte[] content, String version) {}

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    Assets() {
        TYPES.forEach((name, type) -> {
            byte[] content = load(name);
            CRC32 checksum = new CRC32();
            checksum.update(content);
            assets.put(name, new Asset(type, content, Long.toHexString(checksum.getValue())));
        });
    }

    /** The address of an asset in its present content. */
    String address(String name) {
        return "/assets/" + name + "?v="
                + Objects.requireNonNull(assets.get(name), name).version();
    }

    void register(RoutesConfig routes) {
        routes.get("/assets/{name}", this::send);
    }

    private void send(Context context) {
        Asset asset = assets.get(context.pathParam("name"));
        if (asset == null) {
            throw new NotFound("there is nothing at " + context.path());
        }
        boolean current = asset.version().equals(context.queryParam("v"));
        context.header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        context.contentType(asset.type()).result(asset.content());
    }

    private static byte[] load(String name) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream("assets/" + name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The asset as text, for tests of its content. */
    String text(String name) {
        return new String(Objects.requireNonNull(assets.get(name), name).content(), StandardCharsets.UTF_8);
    }
}
