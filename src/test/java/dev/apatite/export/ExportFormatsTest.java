package dev.apatite.export;

import static dev.apatite.export.Goldens.bare;
import static dev.apatite.export.Goldens.full;
import static dev.apatite.export.Goldens.golden;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.util.JsonFormat;
import de.undercouch.citeproc.ListItemDataProvider;
import de.undercouch.citeproc.bibtex.BibTeXConverter;
import de.undercouch.citeproc.csl.CSLItemData;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.paper.SectionKind;
import dev.apatite.review.Reviews;
import dev.apatite.search.Concepts;
import dev.apatite.search.EvidenceRow;
import dev.apatite.search.PaperCard;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.phenopackets.schema.v2.Phenopacket;

/** Every format as it is written to a byte, and read by those who know it. */
class ExportFormatsTest {
    private static final Concepts CONCEPTS = new Concepts(Vocabulary.builtIn());

    private static String written(PaperFormat format, Paper... papers) throws IOException {
        StringBuilder out = new StringBuilder();
        try (Export<Paper> export = format.to(out, CONCEPTS)) {
            for (Paper each : papers) {
                export.add(each);
            }
        }
        // When a phenopacket was made is all that differs from run to run.
        return out.toString().replaceAll("\"created\":\"[^\"]+\"", "\"created\":\"\"");
    }

    @ParameterizedTest
    @EnumSource(value = PaperFormat.class, names = "JSONL", mode = EnumSource.Mode.EXCLUDE)
    void isWrittenAsItWas(PaperFormat format) throws IOException {
        golden("papers." + format.code(), written(format, full(), bare()));
    }

    @Test
    void jatsIsWrittenAsItWas() throws IOException {
        golden("paper.jats.xml", JatsArticle.of(full()));
    }

    @Test
    void bibtexIsReadByItsParserAndByACitationProcessor() throws Exception {
        BibTeXDatabase read =
                new org.jbibtex.BibTeXParser().parse(new StringReader(written(PaperFormat.BIBTEX, full(), bare())));
        assertThat(read.getEntries().keySet())
                .extracting(Key::getValue)
                .containsExactly("roe2016diltiazem", "roe1999cold");
        BibTeXEntry entry = Objects.requireNonNull(read.getEntries().get(new Key("roe2016diltiazem")));
        assertThat(entry.getField(BibTeXEntry.KEY_DOI).toUserString()).isEqualTo("10.1000/open_a%b");
        assertThat(entry.getField(BibTeXEntry.KEY_URL).toUserString()).isEqualTo("https://doi.org/10.1000/open_a%b");
        assertThat(entry.getField(BibTeXEntry.KEY_PAGES).toUserString()).isEqualTo("97");
        assertThat(entry.getField(BibTeXEntry.KEY_AUTHOR).toUserString())
                .isEqualTo("Roe, Jr, Jane A. and {The Calcinosis Group}");
        CSLItemData item = new BibTeXConverter().toItemData(entry);
        assertThat(item.getAuthor()[0].getSuffix()).isEqualTo("Jr");
        assertThat(item.getDOI()).contains("open");
    }

    @Test
    void aKeyIsThePapersOwnInEveryExport() throws IOException {
        assertThat(written(PaperFormat.BIBTEX, full())).startsWith("@article{roe2016diltiazem,");
        assertThat(written(PaperFormat.BIBTEX, bare(), full())).contains("@article{roe2016diltiazem,");
    }

    @ParameterizedTest(name = "{0} is protected as {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Calcinosis in Toronto                      | Calcinosis in {Toronto}",
                "The role of DNA and pH in anti-Scl-70 sera | The role of {DNA} and {pH} in {anti-Scl-70} sera",
                "Treatment Of Calcinosis With Sodium mRNA   | Treatment Of Calcinosis With Sodium {mRNA}",
                "A review: Where we are                     | A review: Where we are",
                "50% of cases_now                           | 50\\% of cases\\_now",
            })
    void capitalsThatMatterStandInBraces(String title, String protectedTitle) {
        assertThat(BibtexTitle.of(title)).isEqualTo(protectedTitle);
    }

    @Test
    void cslJsonIsSetByACitationProcessor() throws Exception {
        String json = written(PaperFormat.CSL_JSON, full(), bare());
        Object[] items = new de.undercouch.citeproc.helper.json.JsonParser(
                        new de.undercouch.citeproc.helper.json.JsonLexer(new StringReader(json)))
                .parseArray()
                .toArray();
        CSLItemData[] read = new CSLItemData[items.length];
        for (int i = 0; i < items.length; i++) {
            @SuppressWarnings("unchecked")
            Map<String, Object> fields = (Map<String, Object>) items[i];
            read[i] = CSLItemData.fromJson(fields);
        }
        assertThat(read[0].getAuthor()[0].getSuffix()).isEqualTo("Jr");
        assertThat(read[0].getIssued().getDateParts()[0]).containsExactly(2016, 3, 7);
        assertThat(read[0].getPage()).isEqualTo("97");
        assertThat(new ListItemDataProvider(read).getIds()).containsExactly("10.1000_open_a", "sha-0");
    }

    @Test
    void csvIsReadBackCellByCellAndBeginsNoFormula() throws IOException {
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(written(PaperFormat.CSV, full(), bare())))
                .getRecords();
        assertThat(rows.get(0).get("keywords")).isEqualTo("calcinosis; \"calcium; channel\"");
        assertThat(rows.get(0).get("issn")).isEqualTo("1234-5679");
        assertThat(rows.get(0).get("date")).isEqualTo("2016-03-07");
        assertThat(rows.get(1).get("title")).isEqualTo("'=A Cold Hand");
    }

    @Test
    void anEvidenceRowSaysOnWhichPageItsSentenceStands(@TempDir Path folder) throws IOException {
        Paper paper = full();
        StringBuilder out = new StringBuilder();
        try (Export<EvidenceRow> export = RowFormat.CSV.evidence(out, Reviews.open(folder))) {
            export.add(new EvidenceRow(
                    PaperCard.of(paper), paper.findings().getFirst(), SectionKind.CASE, "Case", 3, List.of(), null));
        }
        CSVRecord row = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(out.toString()))
                .getRecords()
                .getFirst();
        assertThat(row.get("page")).isEqualTo("3");
        assertThat(row.get("heading")).isEqualTo("Case");
        assertThat(row.get("paper_id")).isEqualTo(paper.id());
    }

    @Test
    void pubtatorCountsCodePointsOverTitleAndText() throws IOException {
        String[] lines = written(PaperFormat.PUBTATOR, full()).split("\n", -1);
        String text =
                lines[0].substring(lines[0].indexOf("|t|") + 3) + " " + lines[1].substring(lines[1].indexOf("|a|") + 3);
        int[] points = text.codePoints().toArray();
        int mentions = 0;
        for (int i = 2; i < lines.length && !lines[i].isEmpty(); i++, mentions++) {
            String[] cells = lines[i].split("\t", -1);
            int start = Integer.parseInt(cells[1]);
            assertThat(new String(points, start, Integer.parseInt(cells[2]) - start))
                    .isEqualTo(cells[3]);
        }
        assertThat(mentions).isGreaterThan(2);
    }

    @Test
    void phenopacketsAreReadStrictlyByTheirOwnLibrary() throws Exception {
        Phenopacket.Builder read = Phenopacket.newBuilder();
        StringBuilder out = new StringBuilder();
        try (Export<Paper> export = PaperFormat.PHENOPACKETS.to(out, CONCEPTS)) {
            export.add(full());
        }
        JsonFormat.parser().merge(out.toString().strip(), read);
        assertThat(read.getSubject().getTimeAtLastEncounter().getAge().getIso8601Duration())
                .isEqualTo("P9Y6M");
        assertThat(read.getPhenotypicFeatures(0).getType().getId()).isEqualTo("HP:0003761");
        assertThat(read.getDiseases(0).getTerm().getLabel()).isEqualTo("juvenile dermatomyositis");
        assertThat(read.getMeasurementsList())
                .extracting(each -> each.getAssay().getLabel())
                .containsExactly("anti-Scl-70", "ESR", "CRP");
        assertThat(read.getMedicalActions(0).getResponseToTreatment().getLabel())
                .isEqualTo("complete response");
        assertThat(read.getMetaData().getExternalReferencesList())
                .extracting(each -> each.getDescription())
                .contains("The calcinosis cleared with diltiazem.");
        List<String> prefixes = read.getMetaData().getResourcesList().stream()
                .map(each -> each.getNamespacePrefix())
                .toList();
        assertThat(prefixes).contains("HP", "UCUM", "apatite", "antibody");
    }

    @Test
    void aReferenceIsExportedLikeAPaper() throws IOException {
        Paper cited = ReferencePapers.of(new Reference(
                "1", "Old A. Bone. 1990.", List.of(), null, null, 1990, null, null, "5", "9", null, null, null, null));
        assertThat(written(PaperFormat.RIS, cited)).contains("TI  - Old A. Bone. 1990.\r\n", "SP  - 5\r\n", "EP  - 9");
    }
}
