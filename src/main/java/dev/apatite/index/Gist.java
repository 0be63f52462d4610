package dev.apatite.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;

/**
 * What a paper is about, in few bytes: the words of its title and abstract with how often they stand there. Where it has
 * no abstract, the beginning of its text stands for one.
 *
 * @param words stems of {@link Schema#ALL}, in the order of the text
 */
public record Gist(Map<String, Integer> words) {
    private static final int MOST_CHARACTERS = 4000;
    private static final int SHORTEST = 3;
    private static final Packing PACKING = Packing.load();

    public Gist {
        words = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** The title and the abstract, or the beginning of the text. */
    public static String text(PaperTexts texts) {
        StringBuilder text = new StringBuilder();
        for (String field : Schema.SECTIONS) {
            boolean wanted = switch (field) {
                case Schema.TITLE, Schema.ABSTRACT -> true;
                default -> texts.pieces(Schema.ABSTRACT).isEmpty() && !field.equals(Schema.BACK);
            };
            for (PaperTexts.Piece piece : wanted ? texts.pieces(field) : List.<PaperTexts.Piece>of()) {
                if (text.length() < MOST_CHARACTERS && piece.source() == PaperTexts.Source.BODY) {
                    int room = MOST_CHARACTERS - text.length();
                    text.append(piece.text(), 0, Math.min(room, piece.text().length()))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    static Gist of(String text, TextAnalysis analysis) {
        Map<String, Integer> words = new LinkedHashMap<>();
        for (TextAnalysis.Word word : analysis.words(text)) {
            for (String part : word.parts()) {
                if (part.length() >= SHORTEST && !Character.isDigit(part.charAt(0))) {
                    words.merge(analysis.stem(part), 1, Integer::sum);
                }
            }
        }
        return new Gist(words);
    }

    /** What an index holds under {@link Schema#GIST}. */
    byte[] written() throws IOException {
        byte[] lines = words.entrySet().stream()
                .map(each -> each.getValue() == 1 ? each.getKey() : each.getKey() + " " + each.getValue())
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        PACKING.write(out, lines);
        return out.toArrayCopy();
    }

    /** Reads what an index holds under {@link Schema#GIST}. */
    public static Gist read(byte[] bytes, int offset, int length) throws IOException {
        byte[] lines = PACKING.read(new ByteArrayDataInput(bytes, offset, length));
        Map<String, Integer> words = new LinkedHashMap<>();
        for (String line : new String(lines, StandardCharsets.UTF_8).split("\n")) {
            int blank = line.indexOf(' ');
            if (blank > 0) {
                words.put(line.substring(0, blank), Integer.parseInt(line.substring(blank + 1)));
            } else if (!line.isEmpty()) {
                words.put(line, 1);
            }
        }
        return new Gist(words);
    }
}
