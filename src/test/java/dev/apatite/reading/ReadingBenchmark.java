package dev.apatite.reading;

import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.worker.ReaderPool;
import dev.apatite.reading.worker.ReaderSettings;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;

/**
 * Prints how fast files are read, as ratios of rates measured in one run, so that the machine does not matter much.
 *
 * <p>Pages of PDF a second in two processes of a {@link ReaderPool} are set against those of two threads that each run a
 * bare Tika {@code AutoDetectParser} over the same files; after as many passes to warm up, rounds alternate, the median
 * ratio counts, and its floor is 0.5. JATS is read by one thread in this process; papers per second of its own computing time after a warm-up, floor
 * 100. It asserts nothing. To run it, with a JDK of 21 or newer:
 *
 * <pre>
 * mvn -DskipTests package
 * java -cp 'target/test-classes:target/apatite/lib/*' \
 *     dev.apatite.reading.ReadingBenchmark FOLDER-OF-PDF FOLDER-OF-JATS [ROUNDS]
 * </pre>
 */
final class ReadingBenchmark {
    private static final int WORKERS = 2;
    private static final int WARM_UP_SECONDS = 20;
    private static final int WARM_UP_PASSES = 3;

    private ReadingBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        jats(files(Path.of(arguments[1]), ".xml"), rounds);
        pdf(files(Path.of(arguments[0]), ".pdf"), rounds);
    }

    /** Reads one file; what comes out is thrown away. */
    private interface Step {
        void on(Path file) throws Exception;
    }

    private static void pdf(List<Path> files, int rounds) throws Exception {
        int pages = 0;
        for (Path file : files) {
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                pages += document.getNumberOfPages();
            }
        }
        System.out.printf(Locale.ROOT, "PDF: %d files, %d pages%n", files.size(), pages);
        double[] ratios = new double[rounds];
        try (ReaderPool pool = new ReaderPool(ReaderSettings.standard().withProcesses(WORKERS))) {
            AutoDetectParser tika = new AutoDetectParser();
            Step isolated = file ->
                    pool.read(file.resolveSibling(""), file.getFileName().toString());
            Step bare = file -> bare(tika, file);
            for (int pass = 0; pass < WARM_UP_PASSES; pass++) {
                together(files, isolated);
                together(files, bare);
            }
            for (int round = 0; round < rounds; round++) {
                double ours = pages / together(files, isolated);
                double theirs = pages / together(files, bare);
                ratios[round] = ours / theirs;
                System.out.printf(
                        Locale.ROOT,
                        "  Apatite %6.1f pages/s   bare Tika %6.1f pages/s   ratio %.2f%n",
                        ours,
                        theirs,
                        ratios[round]);
            }
        }
        Arrays.sort(ratios);
        System.out.printf(Locale.ROOT, "  median ratio %.2f (floor 0.5)%n", ratios[rounds / 2]);
    }

    /** Without OCR, which would make Tika much slower where Tesseract is installed. */
    private static void bare(AutoDetectParser tika, Path file) throws Exception {
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        TesseractOCRConfig images = new TesseractOCRConfig();
        images.setSkipOcr(true);
        ParseContext context = new ParseContext();
        context.set(PDFParserConfig.class, pdf);
        context.set(TesseractOCRConfig.class, images);
        try (InputStream in = Files.newInputStream(file)) {
            tika.parse(in, new BodyContentHandler(-1), new Metadata(), context);
        }
    }

    /** Seconds that the files take when two threads share them. */
    private static double together(List<Path> files, Step step) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (Path file : files) {
                all.add(threads.submit(() -> {
                    step.on(file);
                    return file;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void jats(List<Path> files, int rounds) throws Exception {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        System.out.printf(Locale.ROOT, "JATS: %d files, %.1f MB%n", files.size(), bytes / 1e6);
        PaperReader reader = new PaperReader();
        long warm = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < warm) {
            readAll(reader, files);
        }
        double[] rates = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            readAll(reader, files);
            rates[round] =
                    files.size() / ((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9);
        }
        Arrays.sort(rates);
        System.out.printf(
                Locale.ROOT,
                "  %.0f papers/s on one core (median; floor 100, ratio %.2f)%n",
                rates[rounds / 2],
                rates[rounds / 2] / 100);
    }

    private static void readAll(PaperReader reader, List<Path> files) throws ReadingException {
        for (Path file : files) {
            reader.read(file.resolveSibling(""), file.getFileName().toString());
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder.toAbsolutePath())) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
