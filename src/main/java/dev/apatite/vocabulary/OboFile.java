package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the terms of an OBO 1.2/1.4 file: {@code id}, {@code name}, {@code synonym} (EXACT ones as they are, RELATED
 * ones as needing support, others not), {@code is_a}. Obsolete terms are left out.
 */
final class OboFile {
    private final String name;
    private final ConceptTypes types;

    private String id = "";
    private String preferred = "";
    private boolean inTerm;
    private boolean obsolete;
    private final List<String> parents = new ArrayList<>();
    private final List<String> synonyms = new ArrayList<>();

    OboFile(String name, ConceptTypes types) {
        this.name = name;
        this.types = types;
    }

    void read(InputStream in, VocabularyBuilder builder) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        int start = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String content = line.strip();
            if (content.startsWith("[")) {
                finish(builder, start);
                inTerm = content.equals("[Term]");
                start = number;
            } else if (inTerm && !content.isEmpty() && !content.startsWith("!")) {
                tag(content, number);
            }
        }
        finish(builder, start);
    }

    private void tag(String content, int number) {
        int colon = content.indexOf(':');
        if (colon <= 0) {
            throw new VocabularyException(origin(number) + ": \"" + content + "\" is no tag and value");
        }
        String value = content.substring(colon + 1).strip();
        switch (content.substring(0, colon)) {
            case "id" -> id = withoutComment(value);
            case "name" -> preferred = unescaped(value);
            case "is_a" -> parents.add(withoutComment(value));
            case "is_obsolete" -> obsolete = value.startsWith("true");
            case "synonym" -> synonym(value, number);
            default -> {}
        }
    }

    private void synonym(String value, int number) {
        int close = closingQuote(value);
        if (close < 0) {
            throw new VocabularyException(origin(number) + ": a synonym stands between quotes, and this one does not");
        }
        String text = unescaped(value.substring(1, close));
        String scope = value.substring(close + 1).strip();
        if (scope.startsWith("EXACT")) {
            synonyms.add(text);
        } else if (scope.startsWith("RELATED")) {
            synonyms.add(text + "?");
        }
    }

    private static int closingQuote(String value) {
        if (!value.startsWith("\"")) {
            return -1;
        }
        for (int i = 1; i < value.length(); i++) {
            if (value.charAt(i) == '\\') {
                i++;
            } else if (value.charAt(i) == '"') {
                return i;
            }
        }
        return -1;
    }

    private void finish(VocabularyBuilder builder, int start) {
        if (inTerm && !obsolete) {
            if (id.isEmpty() || preferred.isEmpty()) {
                throw new VocabularyException(origin(start) + ": a term without id or name");
            }
            Optional<MentionType> type = type(start);
            type.ifPresent(each -> builder.add(new Concept(id, preferred, each, parents, synonyms), origin(start)));
        }
        id = "";
        preferred = "";
        obsolete = false;
        parents.clear();
        synonyms.clear();
    }

    private Optional<MentionType> type(int line) {
        Optional<MentionType> type = types.ofFile(name);
        type = type == null ? types.ofId(id) : type;
        if (type == null) {
            throw new VocabularyException(origin(line) + ": what " + id + " is, is not known; say " + name
                    + "=condition (or another type, or - to leave it out) in " + ConceptTypes.FILE);
        }
        return type;
    }

    private String origin(int line) {
        return name + ", line " + line;
    }

    private static String withoutComment(String value) {
        int end = value.indexOf(' ');
        return end < 0 ? value : value.substring(0, end);
    }

    private static String unescaped(String value) {
        return value.indexOf('\\') < 0
                ? value
                : value.replaceAll("\\\\([\"\\\\,:(){}\\[\\]])", "$1").replace("\\n", " ");
    }
}
