package dev.apatite.harvest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A small archive on loopback: Europe PMC's search over papers of a page each, their full texts, and a bucket of files. */
final class Archive implements AutoCloseable {
    /** An answer with a status, and after how many seconds to come again. */
    record Answer(int status, String body, String retryAfter) {}

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> records = new LinkedHashMap<>();
    private final Map<String, List<Answer>> before = new ConcurrentHashMap<>();
    private final Map<String, String> files = new ConcurrentHashMap<>();
    private final HttpServer server;

    Archive() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** A paper that a search finds, and its full text where it is open. */
    Archive paper(String pmcid, String pmid, boolean open) {
        records.put(pmcid, """
                {"id": "%2$s", "source": "MED", "pmid": "%2$s", "pmcid": "%1$s", "doi": "10.1000/%2$s", "title": "Paper %2$s",
                 "isOpenAccess": "%3$s", "license": "cc by", "fullTextUrlList": {"fullTextUrl": [
                 {"availabilityCode": "F", "url": "https://example.org/%2$s"}, {"availabilityCode": "S", "url": "https://paid.example.org"}]}}
                """.formatted(pmcid, pmid, open ? "Y" : "N"));
        if (open) {
            file("/rest/" + pmcid + "/fullTextXML", jats(pmcid));
        }
        return this;
    }

    static String jats(String pmcid) {
        return "<?xml version=\"1.0\"?>\n<!DOCTYPE article SYSTEM \"none.dtd\">\n<article><front><article-meta><article-id"
                + " pub-id-type=\"pmcid\">" + pmcid + "</article-id></article-meta></front></article>";
    }

    Archive file(String path, String body) {
        files.put(path, body);
        return this;
    }

    /** The next answers to a path are these, before the usual one comes. */
    Archive first(String path, Answer... answers) {
        before.put(path, new CopyOnWriteArrayList<>(Arrays.asList(answers)));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        asked.add(path + (query.containsKey("cursorMark") ? " " + query.get("cursorMark") : ""));
        List<Answer> waiting = before.getOrDefault(path, List.of());
        if (!waiting.isEmpty()) {
            send(exchange, waiting.removeFirst());
        } else if (path.equals("/rest/search")) {
            send(exchange, new Answer(200, page(query), ""));
        } else if (path.equals("/bucket/")) {
            send(exchange, new Answer(200, listing(query.getOrDefault("prefix", "")), ""));
        } else if (files.containsKey(path)) {
            send(exchange, new Answer(200, files.getOrDefault(path, ""), ""));
        } else {
            send(exchange, new Answer(404, "", ""));
        }
    }

    /** Two papers a page; a query of names finds those that it names. */
    private String page(Map<String, String> query) {
        String asked = query.getOrDefault("query", "");
        List<String> found = records.entrySet().stream()
                .filter(each -> !asked.contains("EXT_ID:")
                        || asked.contains("EXT_ID:"
                                + each.getValue().split("\"id\": \"")[1].split("\"")[0] + " "))
                .map(Map.Entry::getValue)
                .toList();
        String cursor = query.getOrDefault("cursorMark", "*");
        int from = cursor.equals("*") ? 0 : Integer.parseInt(cursor.substring(1));
        int to = Math.min(found.size(), from + 2);
        return "{\"hitCount\": " + found.size() + ", \"nextCursorMark\": \"c" + to
                + "\", \"resultList\": {\"result\": [" + String.join(",", found.subList(Math.min(from, to), to))
                + "]}}";
    }

    private String listing(String prefix) {
        List<String> prefixes = new ArrayList<>(files.keySet().stream()
                .filter(each -> each.startsWith("/bucket/" + prefix))
                .map(each -> each.substring("/bucket/".length(), each.indexOf('/', "/bucket/".length()) + 1))
                .distinct()
                .sorted()
                .toList());
        return "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Prefix>" + prefix + "</Prefix>"
                + prefixes.stream()
                        .map(each -> "<CommonPrefixes><Prefix>" + each + "</Prefix></CommonPrefixes>")
                        .collect(Collectors.joining())
                + "</ListBucketResult>";
    }

    private static Map<String, String> query(String raw) {
        return raw == null
                ? Map.of()
                : Arrays.stream(raw.split("&"))
                        .map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(
                                each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            if (!answer.retryAfter().isEmpty()) {
                exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
            }
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
