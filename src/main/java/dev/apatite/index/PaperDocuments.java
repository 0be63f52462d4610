package dev.apatite.index;

import dev.apatite.paper.Assertion;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Revision;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Makes a paper's block of documents, as {@link Schema} says. Safe to share between threads. */
final class PaperDocuments {
    /** A value of a sort key or a term is cut to this many characters. */
    private static final int LONGEST_KEY = 500;

    private static final Map<MentionType, String> DIMENSIONS = Map.of(
            MentionType.TREATMENT, FacetDimensions.TREATMENT,
            MentionType.CONDITION, FacetDimensions.CONDITION,
            MentionType.ANTIBODY, FacetDimensions.ANTIBODY,
            MentionType.SITE, FacetDimensions.SITE);

    private static final Set<String> UP_FRONT = Set.of(Schema.TITLE, Schema.ABSTRACT);

    private final StoredPapers storedPapers = new StoredPapers();
    private final TextAnalysis analysis;
    private final Vocabulary vocabulary;
    private final ConceptTerms concepts;
    private final EvidenceDocuments evidence;

    PaperDocuments(TextAnalysis analysis, Vocabulary vocabulary) {
        this.analysis = analysis;
        this.vocabulary = vocabulary;
        concepts = new ConceptTerms(vocabulary);
        evidence = new EvidenceDocuments(concepts);
    }

    /** The paper's references, findings and patients, and last the paper. */
    List<Document> block(Paper paper, Provenance provenance, PaperKeys keys) throws IOException {
        return block(Revision.none(paper), provenance, keys);
    }

    /** The same of a paper as its readers left it; what they called wrong stands first, where no row is counted. */
    List<Document> block(Revision revision, Provenance provenance, PaperKeys keys) throws IOException {
        Paper paper = revision.paper();
        List<Document> block = new ArrayList<>();
        int struck = revision.struck().size();
        int size = struck
                + paper.references().size()
                + paper.findings().size()
                + paper.patients().size();
        for (Finding finding : revision.struck()) {
            StoredJson.Place place = StoredJson.Place.of(paper, finding, size - block.size(), EvidenceDocuments.WRONG);
            Document row = evidence.struck(paper, finding);
            storedPapers.addRow(row, finding, place);
            addRow(block, paper, row);
        }
        for (int i = 0; i < paper.references().size(); i++) {
            Document reference = reference(paper.references().get(i));
            addKeys(reference, keys.references().getOrDefault(i, PaperKeys.Mark.NONE));
            block.add(reference);
        }
        for (Finding finding : paper.findings()) {
            String mark = revision.marks().get(finding.id());
            StoredJson.Place place = StoredJson.Place.of(paper, finding, size - block.size(), mark);
            Document row = evidence.finding(paper, finding, mark);
            storedPapers.addRow(row, finding, place);
            addRow(block, paper, row);
        }
        for (Patient patient : paper.patients()) {
            StoredJson.Place place = StoredJson.Place.of(paper, patient, size - block.size(), block.size() - struck);
            Document row = evidence.patient(patient);
            storedPapers.addRow(row, patient, place);
            addRow(block, paper, row);
        }
        Document own = paper(paper, keys);
        ProvenanceColumns.add(own, provenance);
        CitedCounts.set(own, 0);
        addTitleOrder(own, paper);
        addKeys(own, keys.paper());
        if (!keys.version().isEmpty()) {
            own.add(new SortedDocValuesField(Schema.KEYED, new BytesRef(keys.version())));
        }
        block.add(own);
        String group = keys.kinship().group();
        if (group != null) {
            block.forEach(each -> each.add(new SortedDocValuesField(Schema.GROUP, new BytesRef(group))));
        }
        for (Document document : block) {
            document.add(new StringField(Schema.PAPER, paper.id(), Field.Store.NO));
            document.add(new SortedDocValuesField(Schema.PAPER, new BytesRef(paper.id())));
            if (paper.year() != null) {
                document.add(new IntPoint(Schema.YEAR, paper.year()));
                document.add(new NumericDocValuesField(Schema.YEAR, paper.year()));
            }
        }
        return block;
    }

    private static void addKeys(Document document, PaperKeys.Mark mark) {
        mark.keys().forEach(key -> document.add(new StringField(Schema.KEY, KeyedPlaces.term(key), Field.Store.NO)));
        if (mark.number() != 0) {
            document.add(new NumericDocValuesField(Schema.CITATION, mark.number()));
        }
        for (String tried : mark.tried()) {
            document.add(new StringField(Schema.TRIED, key(tried), Field.Store.NO));
            document.add(new SortedSetDocValuesField(Schema.TRIED, new BytesRef(key(tried))));
        }
    }

    private static void addRow(List<Document> block, Paper paper, Document row) {
        addTitleOrder(row, paper);
        String place = String.format(Locale.ROOT, "%s#%06d", paper.id(), block.size());
        row.add(new SortedDocValuesField(Schema.ROW, new BytesRef(place)));
        block.add(row);
    }

    private static Document reference(Reference reference) {
        Document document = new Document();
        document.add(new StringField(Schema.KIND, Schema.KIND_REFERENCE, Field.Store.NO));
        if (reference.workId() != null) {
            document.add(new StringField(Schema.WORK, key(reference.workId()), Field.Store.NO));
            document.add(new SortedDocValuesField(Schema.WORK, new BytesRef(key(reference.workId()))));
        }
        document.add(new Field(Schema.CITED, printed(reference), Schema.PLAIN_TEXT));
        return document;
    }

    /** What is known of a cited work as one text; where its title was not recognised, the printed entry has it. */
    private static String printed(Reference reference) {
        StringBuilder text = new StringBuilder();
        reference.authors().forEach(each -> append(text, each.family(), each.given()));
        append(
                text,
                reference.title() == null ? reference.raw() : reference.title(),
                reference.journal(),
                reference.year() == null ? null : reference.year().toString(),
                reference.volume(),
                reference.firstPage(),
                reference.doi(),
                reference.pmid());
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable String... parts) {
        for (String each : parts) {
            if (each != null && !each.isBlank()) {
                text.append(text.isEmpty() ? "" : "\n").append(each);
            }
        }
    }

    private Document paper(Paper paper, PaperKeys keys) throws IOException {
        Document document = new Document();
        storedPapers.add(document, paper, keys);
        document.add(new StringField(Schema.KIND, Schema.KIND_PAPER, Field.Store.NO));
        PaperTexts texts = PaperTexts.of(paper);
        addTexts(document, paper, texts);
        addBibliography(document, paper);
        CatalogueFields.add(document, paper);
        addConcepts(document, paper);
        texts.fields().keySet().forEach(field -> {
            addTerm(document, Schema.SECTION, field);
            if (Schema.SECTIONS.contains(field) && !field.equals(Schema.TITLE)) {
                FacetDimensions.add(document, FacetDimensions.SECTION, List.of(field));
            }
        });
        return document;
    }

    private void addTexts(Document document, Paper paper, PaperTexts texts) throws IOException {
        Map<Integer, List<MentionTokens.Place>> places = new LinkedHashMap<>();
        for (Mention mention : paper.mentions()) {
            if (mention.start() < 0 || mention.end() <= mention.start()) {
                continue;
            }
            String id = concepts.idOf(mention.type(), mention.concept(), mention.name());
            for (String term : concepts.inText(id)) {
                places.computeIfAbsent(mention.section(), section -> new ArrayList<>())
                        .add(new MentionTokens.Place(term, mention.start(), mention.end()));
            }
        }
        places.values().forEach(each -> each.sort(Comparator.comparingInt(MentionTokens.Place::start)));
        Set<String> words = new TreeSet<>();
        WholeText whole = new WholeText();
        boolean hasBody = texts.fields().keySet().stream()
                .anyMatch(each -> Schema.SECTIONS.contains(each) && !UP_FRONT.contains(each));
        for (Map.Entry<String, List<PaperTexts.Piece>> field : texts.fields().entrySet()) {
            for (PaperTexts.Piece piece : field.getValue()) {
                List<MentionTokens.Place> mentions = piece.source() == PaperTexts.Source.BODY
                        ? places.getOrDefault(piece.section(), List.of())
                        : List.of();
                TokenStream tokens = tokens(piece.text(), mentions, words);
                document.add(new Field(
                        field.getKey(),
                        noting(tokens, field.getKey(), hasBody, whole),
                        Schema.SECTIONS.contains(field.getKey()) ? Schema.SEARCHED_TEXT : Schema.PLAIN_TEXT));
            }
        }
        String gist = Gist.text(texts);
        document.add(new BinaryDocValuesField(
                Schema.GIST, new BytesRef(Gist.of(gist, analysis).written())));
        String hash = Vectors.hash(gist);
        document.add(new StringField(Schema.MEANING, hash, Field.Store.NO));
        document.add(new SortedDocValuesField(Schema.MEANING, new BytesRef(hash)));
        // Read last by the writer, when the streams above have filled them.
        document.add(new Field(Schema.ALL, analysis.stemming(whole.stream()), Schema.PLAIN_TEXT));
        document.add(new Field(Schema.WORDS, new PlainWords(words), Schema.DOCUMENTS_ONLY));
    }

    /** Addresses are searched on demand only; a title, and an abstract before a text, count twice. */
    private static TokenStream noting(TokenStream tokens, String field, boolean hasBody, WholeText whole) {
        return switch (field) {
            case Schema.AFFILIATIONS -> tokens;
            case Schema.REFERENCES -> WholeText.noting(tokens, whole.cited());
            case Schema.TITLE -> WholeText.noting(tokens, whole.piece(2));
            case Schema.ABSTRACT -> WholeText.noting(tokens, whole.piece(hasBody ? 2 : 1));
            default -> WholeText.noting(tokens, whole.piece(1));
        };
    }

    /** A stream of its own, so that a document's streams do not share one. */
    private TokenStream tokens(String text, List<MentionTokens.Place> mentions, Set<String> words) {
        TokenStream tokens = analysis.stream(text, words);
        return mentions.isEmpty() ? tokens : new MentionTokens(tokens, mentions);
    }

    private void addBibliography(Document document, Paper paper) {
        if (paper.year() != null) {
            FacetDimensions.add(
                    document, FacetDimensions.YEAR, List.of(paper.year().toString()));
        }
        if (paper.journal() != null && !paper.journal().isBlank()) {
            addTerm(document, Schema.JOURNAL_NAME, Vocabulary.fold(paper.journal()));
            FacetDimensions.add(
                    document,
                    FacetDimensions.JOURNAL,
                    List.of(key(paper.journal().strip())));
        }
        addTerm(document, Schema.DOI, lower(paper.doi()));
        if (paper.doi() != null && !paper.doi().isEmpty()) {
            document.add(new SortedDocValuesField(Schema.DOI, new BytesRef(key(lower(paper.doi())))));
        }
        addTerm(document, Schema.PMID, lower(paper.pmid()));
        addTerm(document, Schema.PMCID, lower(paper.pmcid()));
        paper.authors().forEach(author -> addTerm(document, Schema.ORCID, lower(author.orcid())));
        CitedCounts.names(paper.references()).forEach(each -> addTerm(document, Schema.CITES, each));
    }

    private void addConcepts(Document document, Paper paper) {
        Map<String, Mention> affirmed = new LinkedHashMap<>();
        for (Mention mention : paper.mentions()) {
            if (mention.assertion() == Assertion.AFFIRMED) {
                affirmed.putIfAbsent(concepts.idOf(mention.type(), mention.concept(), mention.name()), mention);
            }
        }
        Set<String> terms = new LinkedHashSet<>();
        Map<String, Set<List<String>>> paths = new LinkedHashMap<>();
        affirmed.forEach((id, mention) -> {
            terms.addAll(concepts.terms(id));
            String dimension = DIMENSIONS.get(mention.type());
            if (dimension != null) {
                Concept known = vocabulary.concept(id);
                paths.computeIfAbsent(dimension, name -> new LinkedHashSet<>())
                        .addAll(concepts.paths(id, known == null ? mention.name() : known.name()));
            }
        });
        Set<String> given = new LinkedHashSet<>(evidence.givenInFindings(paper));
        for (Patient patient : paper.patients()) {
            terms.addAll(evidence.positive(patient));
            given.addAll(evidence.given(patient));
            paths.computeIfAbsent(FacetDimensions.ANTIBODY, name -> new LinkedHashSet<>())
                    .addAll(evidence.antibodyPaths(patient));
        }
        terms.forEach(term -> addTerm(document, Schema.CONCEPT, term));
        given.forEach(term -> addTerm(document, Schema.GIVEN, term));
        paper.patients().forEach(patient -> evidence.addToPaper(document, patient));
        paper.findings()
                .forEach(finding -> FacetDimensions.add(
                        document,
                        FacetDimensions.RESPONSE,
                        List.of(finding.response().code())));
        paths.forEach((dimension, all) -> all.forEach(path -> FacetDimensions.add(document, dimension, path)));
    }

    static void addTerm(Document document, String field, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            document.add(new StringField(field, key(value), Field.Store.NO));
        }
    }

    static String key(String value) {
        return value.length() > LONGEST_KEY ? value.substring(0, LONGEST_KEY) : value;
    }

    private static String lower(@Nullable String value) {
        return value == null ? "" : value.toLowerCase(Locale.ROOT);
    }

    private static void addTitleOrder(Document document, Paper paper) {
        String title = key(Vocabulary.fold(paper.title() == null ? "" : paper.title()));
        document.add(new SortedDocValuesField(Schema.TITLE_ORDER, new BytesRef(title)));
    }
}
