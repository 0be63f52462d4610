package dev.apatite.search;

import dev.apatite.index.PaperTexts;
import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.Span;
import dev.apatite.text.SentenceBounds;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.uhighlight.FieldHighlighter;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.SplittingBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/**
 * Picks a paper's best sentences for a query. Offsets come from the index and count in the paper's own texts, which are
 * read from the stored paper.
 */
final class PaperHighlighter {
    private static final String[] TEXT = Schema.SECTIONS.toArray(String[]::new);

    /** What is shown only where no text was hit. */
    private static final String[] ELSEWHERE = {Schema.KEYWORDS, Schema.REFERENCES};

    private static final Set<String> FIELDS =
            Stream.of(TEXT, ELSEWHERE).flatMap(Arrays::stream).collect(Collectors.toUnmodifiableSet());
    private static final int MOST_SENTENCES = 2;
    private static final SentenceBounds SENTENCES = new SentenceBounds();

    private static final Set<String> UNMARKED = Set.of(
            "a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "was",
            "were", "with");

    private static final int MOST_OF_A_FIELD = 2000;

    /** What a sentence is worth that has a word which those before it lack. */
    private static final double NEW_WORD = 3;

    /** What stands between two pieces of a field, which count as one text; Lucene splits there too. */
    private static final char BETWEEN = 0;

    private static final Comparator<Passage> BY_START = Comparator.comparingInt(Passage::getStartOffset);

    /** A sentence that was hit, in the text of a field, and the terms that hit it. */
    record Sentence(String field, int start, int end, float score, List<TextRange> hits, Set<BytesRef> terms) {}

    /** A sentence as it is shown, and the terms of its field that it was hit by. */
    record Found(Highlight sentence, Set<BytesRef> terms) {}

    private final IndexSearcher searcher;
    private final TextAnalysis analysis;
    private final StoredRows rows;
    private final Map<Integer, PaperTexts> papers = new HashMap<>();
    private final SentenceScorer scorer = new SentenceScorer();
    private final BreakIterator breaks = new SplittingBreakIterator(lines(), BETWEEN);

    PaperHighlighter(IndexSearcher searcher, TextAnalysis analysis, StoredRows rows) {
        this.searcher = searcher;
        this.analysis = analysis;
        this.rows = rows;
    }

    /** Whether a query asks for words at all; one that does not has nothing to mark. */
    static boolean marks(Query query) {
        boolean[] any = new boolean[1];
        query.visit(new QueryVisitor() {
            @Override
            public boolean acceptField(String field) {
                return FIELDS.contains(field);
            }

            @Override
            public void consumeTerms(Query leaf, Term... terms) {
                any[0] = true;
            }

            @Override
            public void consumeTermsMatching(Query leaf, String field, Supplier<ByteRunAutomaton> automaton) {
                any[0] = true;
            }
        });
        return any[0];
    }

    /** Whether a word is searched like any other, but its mark would say nothing. */
    static boolean isUnmarked(String word) {
        return UNMARKED.contains(word.toLowerCase(Locale.ROOT));
    }

    /** The best sentences of each of these papers, in the papers' order. */
    List<List<Highlight>> highlight(Query query, int[] documents) throws IOException {
        List<List<Highlight>> highlights = new ArrayList<>();
        List<Integer> without = new ArrayList<>();
        for (List<Sentence> sentences : sentences(query, documents, TEXT, MOST_SENTENCES)) {
            if (sentences.isEmpty()) {
                without.add(highlights.size());
            }
            highlights.add(sentences.isEmpty() ? List.of() : chosen(sentences, texts(documents[highlights.size()])));
        }
        int[] others = without.stream().mapToInt(i -> documents[i]).toArray();
        Set<Integer> elsewhere = hit(query, others, ELSEWHERE);
        for (int i = 0; i < others.length; i++) {
            if (elsewhere.contains(others[i])) {
                papers.put(others[i], PaperTexts.of(rows.paper(others[i])));
                highlights.set(without.get(i), chosen(anew(query, others[i]), texts(others[i])));
            }
        }
        papers.clear();
        return highlights;
    }

    /** Every sentence of these fields that was hit, for each of these papers, in no order. */
    List<List<Found>> every(Query query, int[] documents, List<String> fields) throws IOException {
        List<List<Found>> found = new ArrayList<>();
        for (List<Sentence> sentences : sentences(query, documents, fields.toArray(String[]::new), MOST_OF_A_FIELD)) {
            List<Found> ofPaper = new ArrayList<>();
            for (Sentence each : sentences) {
                ofPaper.add(new Found(highlight(each, texts(documents[found.size()])), each.terms()));
            }
            found.add(ofPaper);
        }
        papers.clear();
        return found;
    }

    /** The best sentences of each field of each of these papers, in the papers' order. */
    List<List<Sentence>> sentences(Query query, int[] documents, String[] fields, int most) throws IOException {
        Map<Integer, List<Sentence>> found = new HashMap<>();
        visit(query, documents, fields, most, (leaf, document, field) -> {
            int whole = leaf.docBase + document;
            found.computeIfAbsent(whole, any -> new ArrayList<>())
                    .addAll(field.sentences(leaf, document, content(whole, field.name())));
        });
        return Arrays.stream(documents)
                .mapToObj(each -> found.getOrDefault(each, List.of()))
                .toList();
    }

    /** Those of these papers in which a query hits one of these fields, so far as the index says. */
    private Set<Integer> hit(Query query, int[] documents, String[] fields) throws IOException {
        Set<Integer> hit = new HashSet<>();
        visit(query, documents, fields, 0, (leaf, document, field) -> hit.add(leaf.docBase + document));
        return hit;
    }

    private interface Visitor {
        void hit(LeafReaderContext leaf, int document, Field field) throws IOException;
    }

    /** Goes through papers in the order of the index, and in each through the fields that are hit. */
    private void visit(Query query, int[] documents, String[] fields, int most, Visitor visitor) throws IOException {
        List<Field> all = fields(query, fields, most);
        int[] sorted = Arrays.stream(documents).sorted().toArray();
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (int from = 0; from < sorted.length; ) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(sorted[from], leaves));
            int to = from;
            while (to < sorted.length
                    && sorted[to] < leaf.docBase + leaf.reader().maxDoc()) {
                to++;
            }
            int[] inLeaf = Arrays.stream(sorted, from, to)
                    .map(each -> each - leaf.docBase)
                    .toArray();
            for (Field field : all) {
                field.hits().enter(leaf.reader(), inLeaf);
            }
            for (int document : inLeaf) {
                for (Field field : all) {
                    if (field.hits().advance(document)) {
                        visitor.hit(leaf, document, field);
                    }
                }
            }
            from = to;
        }
    }

    /** What is best of a paper in fields whose places are not indexed: they are analysed anew. */
    private List<Sentence> anew(Query query, int document) throws IOException {
        List<Sentence> sentences = new ArrayList<>();
        for (String field : ELSEWHERE) {
            UnifiedHighlighter highlighter = UnifiedHighlighter.builderWithoutSearcher(analysis)
                    .withMaxLength(Integer.MAX_VALUE - 1)
                    .withWeightMatches(false)
                    .withBreakIterator(PaperHighlighter::lines)
                    .withFormatter(new Sentences(field))
                    .build();
            if (highlighter.highlightWithoutSearcher(field, query, content(document, field), MOST_SENTENCES)
                    instanceof List<?> found) {
                found.forEach(each -> sentences.add((Sentence) each));
            }
        }
        return sentences;
    }

    /** Sentences, none of which reaches beyond its line. */
    static BreakIterator lines() {
        return new SentenceBreaks(SENTENCES);
    }

    private List<Field> fields(Query query, String[] names, int most) {
        Map<String, Marked> marked = Marked.of(query);
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            Marked inField = marked.get(name);
            if (inField != null) {
                FieldHits hits = new FieldHits(name, query, inField, analysis);
                fields.add(new Field(
                        name,
                        hits,
                        new FieldHighlighter(name, hits, breaks, scorer, most, 0, new Sentences(name), BY_START)));
            }
        }
        return fields;
    }

    /** The text of a field, in which the index counts. */
    private String content(int document, String field) throws IOException {
        List<PaperTexts.Piece> pieces = texts(document).pieces(field);
        return pieces.size() == 1
                ? pieces.getFirst().text()
                : pieces.stream().map(PaperTexts.Piece::text).collect(Collectors.joining(String.valueOf(BETWEEN)));
    }

    /** A field in which a query marks something. */
    private record Field(String name, FieldHits hits, FieldHighlighter highlighter) {
        List<Sentence> sentences(LeafReaderContext leaf, int document, String content) throws IOException {
            List<Sentence> sentences = new ArrayList<>();
            if (highlighter.highlightFieldForDoc(leaf.reader(), document, content) instanceof List<?> found) {
                found.forEach(each -> sentences.add((Sentence) each));
            }
            return sentences;
        }
    }

    /** Every hit in a paper's title and sections, in the order of the sections. */
    List<Span> hits(Query query, int document) throws IOException {
        List<Span> hits = new ArrayList<>();
        for (Sentence sentence :
                sentences(query, new int[] {document}, TEXT, MOST_OF_A_FIELD).getFirst()) {
            PaperTexts paper = texts(document);
            sentence.hits().forEach(hit -> place(paper, sentence.field(), hit).ifPresent(hits::add));
        }
        hits.sort(Comparator.comparingInt(Span::section).thenComparingInt(Span::start));
        return hits;
    }

    /** Where a hit of a field stands; nowhere where it is in a heading or a table. */
    private static Optional<Span> place(PaperTexts paper, String field, TextRange hit) {
        int offset = 0;
        for (PaperTexts.Piece piece : paper.pieces(field)) {
            int end = offset + piece.text().length();
            if (hit.start() >= offset && hit.end() <= end) {
                return piece.source() == PaperTexts.Source.BODY
                        ? Optional.of(new Span(piece.section(), hit.start() - offset, hit.end() - offset))
                        : Optional.empty();
            }
            offset = end + 1;
        }
        return Optional.empty();
    }

    /** The title where it was hit, and the best others; a reference or keyword only where no text was hit. */
    private static List<Highlight> chosen(List<Sentence> sentences, PaperTexts texts) {
        List<Highlight> chosen = new ArrayList<>();
        Map<Boolean, List<Sentence>> byPlace = sentences.stream()
                .filter(each -> !each.field().equals(Schema.TITLE))
                .sorted(Comparator.comparingDouble(PaperHighlighter::worth).reversed())
                .collect(Collectors.partitioningBy(each -> Schema.SECTIONS.contains(each.field())));
        sentences.stream()
                .filter(each -> each.field().equals(Schema.TITLE))
                .forEach(each -> chosen.add(highlight(each, texts)));
        List<Sentence> inText = byPlace.getOrDefault(true, List.of());
        List<Sentence> elsewhere = byPlace.getOrDefault(false, List.of());
        best(inText.isEmpty() && chosen.isEmpty() ? elsewhere : inText).stream()
                .map(each -> highlight(each, texts))
                .sorted(Comparator.comparingInt(Highlight::index).thenComparingInt(Highlight::start))
                .forEach(chosen::add);
        return chosen;
    }

    /** The best sentence, and after it those that have words which the ones before lack. */
    private static List<Sentence> best(List<Sentence> sentences) {
        List<Sentence> left = new ArrayList<>(sentences);
        List<Sentence> best = new ArrayList<>();
        Set<BytesRef> seen = new HashSet<>();
        while (best.size() < MOST_SENTENCES && !left.isEmpty()) {
            int next = 0;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < left.size(); i++) {
                Sentence each = left.get(i);
                double worth = worth(each) * (seen.containsAll(each.terms()) ? 1 : NEW_WORD);
                if (worth > most) {
                    most = worth;
                    next = i;
                }
            }
            Sentence chosen = left.remove(next);
            best.add(chosen);
            seen.addAll(chosen.terms());
        }
        return best;
    }

    /** A case or a result says more than a method or a supplement. */
    private static double worth(Sentence sentence) {
        double place = switch (sentence.field()) {
            case Schema.ABSTRACT, Schema.CASE, Schema.RESULTS, Schema.CONCL -> 1.3;
            case Schema.OTHER -> 0.8;
            case Schema.BACK -> 0.4;
            default -> 1;
        };
        return sentence.score() * place;
    }

    private static Highlight highlight(Sentence sentence, PaperTexts texts) {
        int offset = 0;
        for (PaperTexts.Piece piece : texts.pieces(sentence.field())) {
            int end = offset + piece.text().length();
            if (sentence.start() >= offset && sentence.start() <= end) {
                int base = offset;
                List<TextRange> hits = sentence.hits().stream()
                        .map(each -> new TextRange(each.start() - base, each.end() - base))
                        .toList();
                int start = sentence.start() - base;
                Excerpt excerpt =
                        Excerpt.of(piece.text(), new TextRange(start, Math.min(sentence.end(), end) - base), hits);
                return new Highlight(
                        sentence.field(),
                        piece.heading(),
                        piece.section(),
                        piece.source() == PaperTexts.Source.BODY ? start : 0,
                        texts.page(piece.section(), piece.source() == PaperTexts.Source.BODY ? start : 0),
                        excerpt.text(),
                        excerpt.hits());
            }
            offset = end + 1;
        }
        return new Highlight(sentence.field(), null, -1, 0, null, "", List.of());
    }

    private PaperTexts texts(int document) throws IOException {
        PaperTexts known = papers.get(document);
        if (known == null) {
            known = rows.texts(document);
            papers.put(document, known);
        }
        return known;
    }

    /** Hands passages on as they are. */
    private static final class Sentences extends PassageFormatter {
        private final String field;

        Sentences(String field) {
            this.field = field;
        }

        @Override
        public Object format(Passage[] passages, String content) {
            List<Sentence> sentences = new ArrayList<>();
            for (Passage passage : passages) {
                List<TextRange> hits = new ArrayList<>();
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    TextRange hit = new TextRange(passage.getMatchStarts()[i], passage.getMatchEnds()[i]);
                    if (!isUnmarked(content.substring(hit.start(), hit.end()))) {
                        hits.add(hit);
                    }
                }
                if (!hits.isEmpty()) {
                    Set<BytesRef> terms =
                            new TreeSet<>(Arrays.asList(passage.getMatchTerms()).subList(0, passage.getNumMatches()));
                    sentences.add(new Sentence(
                            field, passage.getStartOffset(), passage.getEndOffset(), passage.getScore(), hits, terms));
                }
            }
            return sentences;
        }
    }
}
