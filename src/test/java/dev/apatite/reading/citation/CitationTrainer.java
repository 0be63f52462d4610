package dev.apatite.reading.citation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Trains the weights of {@link Tagger}. Arguments: the folder that holds {@code gold} and {@code data}; the file to
 * write, or {@code check} to train five times on four fifths and score the other fifth.
 */
final class CitationTrainer {
    private CitationTrainer() {}

    public static void main(String[] arguments) throws IOException {
        Path shared = Path.of(arguments[0]);
        int epochs = Integer.getInteger("epochs", 6);
        List<Example> gold = new ArrayList<>();
        gold.addAll(GoldExamples.fromJsonLines(shared.resolve("gold/references.jsonl")));
        gold.addAll(GoldExamples.fromAnyStyle(shared.resolve("gold/anystyle-core.xml")));
        List<Example> printed = new ArrayList<>();
        List<CitationFields> fields = new ArrayList<>();
        readJats(shared, printed, fields);
        Random random = new Random(7);
        StylePrinter printer = new StylePrinter(random);
        fields.addAll(chapters(fields, random));
        int copies = Integer.getInteger("copies", 1);
        for (int i = 0; i < copies; i++) {
            fields.forEach(each -> printed.add(printer.print(each)));
        }
        if (arguments[1].equals("check")) {
            CrossCheck check = new CrossCheck(shared.resolve("gold"));
            for (int fold = 0; fold < Integer.getInteger("folds", 5); fold++) {
                List<Example> train = new ArrayList<>(printed);
                for (Example each : gold) {
                    if (!CrossCheck.isHeldOut(each.group(), fold)) {
                        times(each, train);
                    }
                }
                check.score(new Tagger(trainer().train(train, epochs, 1).packed()), fold);
            }
            check.print();
        } else {
            gold.forEach(each -> times(each, printed));
            WeightsFile.write(trainer().train(printed, epochs, 1), Path.of(arguments[1]));
        }
    }

    /** Chapters are rare among the citations of journals: some are made of an article, a book and editors. */
    private static List<CitationFields> chapters(List<CitationFields> fields, Random random) {
        List<CitationFields> books = fields.stream()
                .filter(each -> each.journal() == null && each.publisher() != null)
                .toList();
        List<CitationFields> chapters = new ArrayList<>();
        for (CitationFields article : fields) {
            if (article.journal() != null && random.nextInt(100) < 5) {
                CitationFields book = books.get(random.nextInt(books.size()));
                CitationFields other = fields.get(random.nextInt(fields.size()));
                chapters.add(article.inBook(
                        book,
                        other.authors().subList(0, Math.min(3, other.authors().size()))));
            }
        }
        return chapters;
    }

    /** The tagged strings are few and of many kinds; they are seen several times. */
    private static void times(Example example, List<Example> all) {
        for (int i = 0; i < Integer.getInteger("times", 3); i++) {
            all.add(example);
        }
    }

    private static FieldTrainer trainer() {
        return new FieldTrainer(
                Integer.getInteger("rare", 3),
                Float.parseFloat(System.getProperty("rate", "0.1")),
                Float.parseFloat(System.getProperty("decay", "0.0003")));
    }

    private static void readJats(Path shared, List<Example> printed, List<CitationFields> fields) throws IOException {
        int tagged = 0;
        for (String folder : System.getProperty("folders", "data/papers-jats,data/papers-pdf")
                .split(",")) {
            try (Stream<Path> files = Files.list(shared.resolve(folder))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".xml"))
                        .sorted()
                        .toList()) {
                    for (Element each : JatsCitations.elements(
                            JatsCitations.parse(file), "mixed-citation", "element-citation", "citation")) {
                        String name = file.getFileName().toString();
                        Example example =
                                each.getTagName().startsWith("element") ? null : JatsCitations.tagged(name, each);
                        if (example != null) {
                            printed.add(example);
                            tagged++;
                        }
                        CitationFields bare = JatsCitations.fields(name, each);
                        if (bare != null) {
                            fields.add(bare);
                        }
                    }
                }
            }
        }
        System.err.printf("%d tagged citations, %d with fields%n", tagged, fields.size());
    }
}
