package dev.apatite.search;

import dev.apatite.index.PaperTexts;
import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.Span;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
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

    /** Words that are searched like any other, but whose mark would say nothing. */
    private static final Set<String> UNMARKED = Set.of(
            "a", "an", "and", "are", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "was",
            "were", "with");

    private static final int MOST_OF_A_FIELD = 2000;

    /** A sentence that was hit, in the text of a field, and the terms that hit it. */
    private record Sentence(String field, int start, int end, float score, List<TextRange> hits, Set<BytesRef> terms) {}

    /** A sentence as it is shown, and the terms of its field that it was hit by. */
    record Found(Highlight sentence, Set<BytesRef> terms) {}

    private final Texts texts;
    private final StoredRows rows;
    private final Map<Integer, PaperTexts> papers = new HashMap<>();

    PaperHighlighter(IndexSearcher searcher, TextAnalysis analysis, StoredRows rows) {
        this.rows = rows;
        texts = new Texts(UnifiedHighlighter.builder(searcher, analysis)
                .withMaxLength(Integer.MAX_VALUE - 1)
                .withWeightMatches(false)
                .withBreakIterator(
                        () -> new SplittingBreakIterator(BreakIterator.getSentenceInstance(Locale.ROOT), '\n'))
                .withFormatter(new Sentences()));
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

    /** The best sentences of each of these papers, in the papers' order. */
    List<List<Highlight>> highlight(Query query, int[] documents) throws IOException {
        List<List<Highlight>> highlights = new ArrayList<>();
        List<Integer> without = new ArrayList<>();
        for (List<Sentence> sentences : sentences(query, documents, TEXT)) {
            if (sentences.isEmpty()) {
                without.add(highlights.size());
            }
            highlights.add(sentences.isEmpty() ? List.of() : chosen(sentences, texts(documents[highlights.size()])));
        }
        if (!without.isEmpty()) {
            int[] others = without.stream().mapToInt(i -> documents[i]).toArray();
            for (int document : others) {
                papers.put(document, PaperTexts.of(rows.paper(document)));
            }
            List<List<Sentence>> elsewhere = sentences(query, others, ELSEWHERE);
            for (int i = 0; i < others.length; i++) {
                highlights.set(without.get(i), chosen(elsewhere.get(i), texts(others[i])));
            }
        }
        papers.clear();
        return highlights;
    }

    /** Every sentence of these fields that was hit, for each of these papers, in no order. */
    List<List<Found>> every(Query query, int[] documents, List<String> fields) throws IOException {
        List<List<Found>> found = new ArrayList<>();
        for (List<Sentence> sentences : sentences(query, documents, fields.toArray(String[]::new), MOST_OF_A_FIELD)) {
            PaperTexts paper = texts(documents[found.size()]);
            found.add(sentences.stream()
                    .map(each -> new Found(highlight(each, paper), each.terms()))
                    .toList());
        }
        papers.clear();
        return found;
    }

    private List<List<Sentence>> sentences(Query query, int[] documents, String[] fields) throws IOException {
        return sentences(query, documents, fields, MOST_SENTENCES);
    }

    private List<List<Sentence>> sentences(Query query, int[] documents, String[] fields, int most) throws IOException {
        int[] passages = new int[fields.length];
        Arrays.fill(passages, most);
        Map<String, Object[]> found = texts.find(fields, query, documents.clone(), passages);
        List<List<Sentence>> all = new ArrayList<>();
        for (int i = 0; i < documents.length; i++) {
            List<Sentence> sentences = new ArrayList<>();
            for (String field : fields) {
                Object[] ofField = found.get(field);
                if (ofField != null && ofField[i] instanceof List<?> raw) {
                    for (Object each : raw) {
                        sentences.add(
                                ((Sentence) each).field().isEmpty() ? in(field, (Sentence) each) : (Sentence) each);
                    }
                }
            }
            all.add(sentences);
        }
        return all;
    }

    /** Every hit in a paper's title and sections, in the order of the sections. */
    List<Span> hits(Query query, int document) throws IOException {
        String[] fields = TEXT;
        int[] passages = new int[fields.length];
        Arrays.fill(passages, MOST_OF_A_FIELD);
        Map<String, Object[]> found = texts.find(fields, query, new int[] {document}, passages);
        PaperTexts paper = texts(document);
        List<Span> hits = new ArrayList<>();
        for (String field : fields) {
            Object[] ofField = found.get(field);
            if (ofField != null && ofField[0] instanceof List<?> sentences) {
                for (Object each : sentences) {
                    ((Sentence) each)
                            .hits()
                            .forEach(hit -> place(paper, field, hit).ifPresent(hits::add));
                }
            }
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

    private static Sentence in(String field, Sentence sentence) {
        return new Sentence(
                field, sentence.start(), sentence.end(), sentence.score(), sentence.hits(), sentence.terms());
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
        (inText.isEmpty() && chosen.isEmpty() ? elsewhere : inText)
                .stream()
                        .limit(MOST_SENTENCES)
                        .map(each -> highlight(each, texts))
                        .sorted(Comparator.comparingInt(Highlight::index).thenComparingInt(Highlight::start))
                        .forEach(chosen::add);
        return chosen;
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

    /** Lucene's highlighter, over texts that are not stored by field. */
    private final class Texts extends UnifiedHighlighter {
        Texts(UnifiedHighlighter.Builder builder) {
            super(builder);
        }

        Map<String, Object[]> find(String[] fields, Query query, int[] documents, int[] passages) throws IOException {
            return highlightFieldsAsObjects(fields, query, documents, passages);
        }

        @Override
        protected List<CharSequence[]> loadFieldValues(
                String[] fields, DocIdSetIterator documents, int cacheCharsThreshold) throws IOException {
            List<CharSequence[]> values = new ArrayList<>();
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                PaperTexts paper = texts(doc);
                values.add(Arrays.stream(fields)
                        .map(field -> paper.pieces(field).stream()
                                .map(PaperTexts.Piece::text)
                                .collect(Collectors.joining(String.valueOf(MULTIVAL_SEP_CHAR))))
                        .toArray(CharSequence[]::new));
            }
            return values;
        }
    }

    /** Hands passages on as they are. */
    private static final class Sentences extends PassageFormatter {
        @Override
        public Object format(Passage[] passages, String content) {
            List<Sentence> sentences = new ArrayList<>();
            for (Passage passage : passages) {
                List<TextRange> hits = new ArrayList<>();
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    TextRange hit = new TextRange(passage.getMatchStarts()[i], passage.getMatchEnds()[i]);
                    String word = content.substring(hit.start(), hit.end()).toLowerCase(Locale.ROOT);
                    if (!UNMARKED.contains(word)) {
                        hits.add(hit);
                    }
                }
                if (!hits.isEmpty()) {
                    Set<BytesRef> terms =
                            new TreeSet<>(Arrays.asList(passage.getMatchTerms()).subList(0, passage.getNumMatches()));
                    sentences.add(new Sentence(
                            "", passage.getStartOffset(), passage.getEndOffset(), passage.getScore(), hits, terms));
                }
            }
            return sentences;
        }
    }
}
