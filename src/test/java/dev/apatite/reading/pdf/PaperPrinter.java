package dev.apatite.reading.pdf;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Prints articles in JATS as PDFs in many layouts, each beside a copy of its JATS, which is then the gold for reading it.
 * It asserts nothing. Needs Chromium; to run it:
 *
 * <pre>
 * java -cp 'target/test-classes:target/apatite/lib/*' \
 *     dev.apatite.reading.pdf.PaperPrinter FOLDER-OF-JATS OUTPUT [EVERY] [FIRST] [SEED]
 * apatite evaluate reading --words OUTPUT
 * </pre>
 */
final class PaperPrinter {
    private PaperPrinter() {}

    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path to = Files.createDirectories(Path.of(arguments[1]));
        int every = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        int start = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
        long seed = arguments.length > 4 ? Long.parseLong(arguments[4]) : 1;
        List<Path> files;
        try (Stream<Path> all = Files.list(from)) {
            files = all.filter(file -> file.toString().endsWith("xml")).sorted().toList();
        }
        try (Playwright playwright = Playwright.create();
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Path.of("/usr/bin/chromium"))
                                .setArgs(List.of("--no-sandbox")));
                Page page = browser.newPage()) {
            for (int i = start; i < files.size(); i += every) {
                Path file = files.get(i);
                Document document = Jsoup.parse(Files.readString(file), "", Parser.xmlParser());
                Element article = document.selectFirst("article");
                if (article == null || article.selectFirst("body p") == null) {
                    continue;
                }
                String name = file.getFileName().toString();
                PrintedLayout layout = PrintedLayout.of(name.hashCode() * 31L + seed);
                String html = new PrintedPaper(article, layout).html();
                page.setContent(html);
                String base = name.replaceFirst("\\.n?xml$", "");
                page.pdf(
                        new Page.PdfOptions().setPath(to.resolve(base + ".pdf")).setPreferCSSPageSize(true));
                Files.copy(file, to.resolve(base + ".xml"), StandardCopyOption.REPLACE_EXISTING);
                System.out.println(base + " " + layout);
            }
        }
    }
}
