package dev.apatite.reading.pdf.layout;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Recognises the text of scanned pages with Tesseract, where that is installed, and gives it back with its places. */
public final class PdfOcr {
    private static final int MAX_PAGES = 40;
    private static final int SECONDS_PER_PAGE = 40;
    private static final long MAX_NANOS = 40_000_000_000L;
    private static final float DPI = 250;
    private static final float MAX_PIXELS = 16e6f;
    private static final float POINTS = 72;
    private static final float SURE_OF_A_SIGN = 60;
    private static final double STEP = 1.5;
    private static final PdfFace FACE = new PdfFace("scan", false, false);

    private final TesseractOCRParser tesseract;
    private final long deadline = System.nanoTime() + MAX_NANOS;

    public PdfOcr(TesseractOCRParser tesseract) {
        this.tesseract = tesseract;
    }

    /** Whether Tesseract can be run. */
    public boolean isInstalled() {
        try {
            return tesseract.hasTesseract();
        } catch (TikaException e) {
            return false;
        }
    }

    /**
     * Reads the pages that hold little text and some picture.
     *
     * @param pages as read from the text layer
     * @param fewest a page with fewer characters is looked at
     * @return all pages, the recognised ones in the place of the others
     */
    public List<PdfPage> read(PDDocument document, List<PdfPage> pages, int fewest, List<String> warnings) {
        PDFRenderer renderer = new PDFRenderer(document);
        List<PdfPage> read = new ArrayList<>();
        Set<Integer> scans = new HashSet<>();
        for (PdfPage page : pages) {
            boolean scanned = page.glyphs().size() < fewest && hasPicture(document.getPage(page.number() - 1));
            if (!scanned) {
                read.add(page);
            } else if (scans.size() >= MAX_PAGES || System.nanoTime() > deadline) {
                warnings.add("page " + page.number() + " is a scan and was not read: too many pages or too slow");
                read.add(page);
            } else {
                scans.add(page.number());
                read.add(recognise(renderer, page, warnings));
            }
        }
        return even(read, scans);
    }

    /** The pages with the sizes of like lines made equal throughout: what is measured from pictures varies. */
    private static List<PdfPage> even(List<PdfPage> pages, Set<Integer> scans) {
        List<Float> sizes = pages.stream()
                .filter(page -> scans.contains(page.number()))
                .flatMap(page -> page.glyphs().stream())
                .map(PdfGlyph::size)
                .sorted()
                .toList();
        float usual = sizes.isEmpty() ? 0 : sizes.get(sizes.size() / 2);
        if (!(usual > 0)) {
            return pages;
        }
        List<PdfPage> even = new ArrayList<>();
        for (PdfPage page : pages) {
            if (!scans.contains(page.number())) {
                even.add(page);
                continue;
            }
            List<PdfGlyph> glyphs = new ArrayList<>();
            for (PdfGlyph glyph : page.glyphs()) {
                double steps = Math.rint(Math.log(glyph.size() / usual) / Math.log(STEP));
                // Small print is measured now as small, now as usual; it counts as usual, or its lines fall apart.
                steps = steps == -1 ? 0 : steps;
                float size = (float) (usual * Math.pow(STEP, steps));
                glyphs.add(new PdfGlyph(glyph.text(), glyph.x(), glyph.y(), glyph.width(), size, glyph.face()));
            }
            even.add(new PdfPage(page.number(), page.width(), page.height(), glyphs, page.rules()));
        }
        return even;
    }

    /** Whether any page shows a picture, as every page of a scan does. */
    public static boolean hasPictures(PDDocument document) {
        for (PDPage page : document.getPages()) {
            if (hasPicture(page)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasPicture(PDPage page) {
        if (page.getResources() == null) {
            return false;
        }
        for (COSName name : page.getResources().getXObjectNames()) {
            if (page.getResources().isImageXObject(name)) {
                return true;
            }
        }
        return false;
    }

    private PdfPage recognise(PDFRenderer renderer, PdfPage page, List<String> warnings) {
        float inches = page.width() * page.height() / (POINTS * POINTS);
        float dpi = Math.min(DPI, (float) Math.sqrt(MAX_PIXELS / Math.max(1, inches)));
        Words words = new Words(POINTS / dpi);
        try {
            BufferedImage image = renderer.renderImageWithDPI(page.number() - 1, dpi, ImageType.GRAY);
            ParseContext context = new ParseContext();
            TesseractOCRConfig config = new TesseractOCRConfig();
            config.setOutputType(TesseractOCRConfig.OUTPUT_TYPE.HOCR);
            config.setTimeoutSeconds(SECONDS_PER_PAGE);
            context.set(TesseractOCRConfig.class, config);
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            try (TikaInputStream in = TikaInputStream.get(png.toByteArray())) {
                tesseract.parse(in, words, new Metadata(), context);
            }
        } catch (IOException | SAXException | TikaException | RuntimeException e) {
            warnings.add("page " + page.number() + " is a scan that could not be read: " + e.getMessage());
        }
        return new PdfPage(page.number(), page.width(), page.height(), words.aligned(), List.of());
    }

    /** Collects the words of hOCR; each becomes one glyph, on the baseline and in the size of its line. */
    private static final class Words extends DefaultHandler {
        private static final Pattern BOX = Pattern.compile("bbox (\\d{1,6}) (\\d{1,6}) (\\d{1,6}) (\\d{1,6})");
        private static final Pattern SIZE = Pattern.compile("x_size ([\\d.]{1,10})");
        private static final Pattern NUMBER = Pattern.compile("[\\[{|]?(\\d{1,3})[\\]}]([.,;:]?)");
        private static final Pattern LABEL = Pattern.compile("\\[?\\d{1,3}[.\\])]");
        private static final float LABEL_GAP = 2.5f;
        private static final float HALF = 0.5f;
        private static final Pattern CONFIDENCE = Pattern.compile("x_wconf (\\d{1,3})");
        private static final Pattern DESCENDERS = Pattern.compile("x_descenders ([\\d.]{1,10})");

        private final List<PdfGlyph> glyphs = new ArrayList<>();
        private final float scale;
        private final StringBuilder word = new StringBuilder();
        private float[] box = new float[4];
        private float confidence;
        private float baseline;
        private float size;
        private boolean inWord;
        private int depth;

        Words(float scale) {
            this.scale = scale;
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            String kind = attributes.getValue("class");
            String title = attributes.getValue("title");
            if (inWord) {
                depth++;
            } else if (kind == null || title == null) {
                return;
            } else if (kind.equals("ocrx_word")) {
                box = box(title);
                confidence = number(CONFIDENCE, title, 100);
                inWord = true;
                depth = 0;
                word.setLength(0);
            } else if (kind.equals("ocr_line")
                    || kind.equals("ocr_header")
                    || kind.equals("ocr_caption")
                    || kind.equals("ocr_textfloat")) {
                float[] line = box(title);
                float height = number(SIZE, title, (line[3] - line[1]) / scale) * scale;
                baseline = line[3] - number(DESCENDERS, title, 0) * scale;
                size = Math.max(4, 0.5f * Math.round(1.6f * height));
            }
        }

        @Override
        public void characters(char[] text, int start, int length) {
            if (inWord) {
                word.append(text, start, length);
            }
        }

        @Override
        public void endElement(String uri, String local, String name) {
            if (inWord && depth-- == 0) {
                inWord = false;
                String text = bracketed(PdfCharacters.normalize(word.toString().strip()));
                boolean stain = confidence < SURE_OF_A_SIGN && text.chars().noneMatch(Character::isLetterOrDigit);
                if (!text.isBlank() && !stain) {
                    glyphs.add(new PdfGlyph(" ", box[0], baseline, 0, size, FACE));
                    glyphs.add(new PdfGlyph(text, box[0], baseline, box[2] - box[0], size, FACE));
                }
            }
        }

        /** The words, each label of a list on the baseline of the text that it stands before. */
        List<PdfGlyph> aligned() {
            List<PdfGlyph> aligned = new ArrayList<>(glyphs);
            for (int i = 0; i < aligned.size(); i++) {
                PdfGlyph label = aligned.get(i);
                if (!LABEL.matcher(label.text()).matches()) {
                    continue;
                }
                for (PdfGlyph text : glyphs) {
                    float gap = text.x() - label.end();
                    boolean beside = gap > 0 && gap < LABEL_GAP * label.size() && !text.isSpace();
                    if (beside && Math.abs(text.y() - label.y()) < HALF * label.size()) {
                        aligned.set(
                                i,
                                new PdfGlyph(
                                        label.text(), label.x(), text.y(), label.width(), label.size(), label.face()));
                        break;
                    }
                }
            }
            return aligned;
        }

        /** The number of a citation or of an entry, whose brackets are often taken for other signs or not seen. */
        private static String bracketed(String word) {
            Matcher number = NUMBER.matcher(word);
            return number.matches() ? "[" + number.group(1) + "]" + number.group(2) : word;
        }

        private float[] box(String title) {
            Matcher matcher = BOX.matcher(title);
            float[] found = new float[4];
            if (matcher.find()) {
                for (int i = 0; i < 4; i++) {
                    found[i] = Integer.parseInt(matcher.group(i + 1)) * scale;
                }
            }
            return found;
        }

        private static float number(Pattern pattern, String title, float otherwise) {
            Matcher matcher = pattern.matcher(title);
            return matcher.find() ? Float.parseFloat(matcher.group(1)) : otherwise;
        }
    }
}
