package dev.apatite.annotation;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.NameMatcher;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.vocabulary.Words;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints how many megabytes of text a second one core annotates, as a whole and in its parts, and how the time for
 * mentions changes when the vocabulary is cut to a half and to a tenth. It asserts nothing.
 *
 * <p>Run it on a folder of texts: {@code java -cp ... dev.apatite.annotation.AnnotationBenchmark FOLDER}.
 */
final class AnnotationBenchmark {
    private static final int ROUNDS = 8;

    private final List<Paper> papers;
    private final double megabytes;

    private AnnotationBenchmark(List<Paper> papers, double megabytes) {
        this.papers = papers;
        this.megabytes = megabytes;
    }

    public static void main(String[] arguments) throws IOException {
        List<Paper> papers = new ArrayList<>();
        long bytes = 0;
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".txt")).toList()) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                bytes += text.getBytes(StandardCharsets.UTF_8).length;
                papers.add(TextMentions.paper(text));
            }
        }
        System.out.printf(Locale.ROOT, "%d texts, %.2f MB%n", papers.size(), bytes / 1e6);
        new AnnotationBenchmark(papers, bytes / 1e6).run();
    }

    private void run() {
        SentenceSplitter splitter = new SentenceSplitter();
        AbbreviationFinder abbreviations = new AbbreviationFinder();
        Vocabulary whole = Vocabulary.builtIn();
        measure("sentences", splitter::split);
        measure("abbreviations", paper -> paper.sections().forEach(each -> abbreviations.find(each.text())));
        MentionFinder finder = new MentionFinder(whole);
        measure("sentences and mentions", paper -> finder.find(paper, splitter.split(paper)));
        NameMatcher few = new NameMatcher(part(whole, 10));
        NameMatcher all = new NameMatcher(whole.concepts());
        measure("words", paper -> paper.sections().forEach(each -> Words.of(each.text())));
        measure("words and names, a tenth of the vocabulary", paper -> look(few, paper));
        measure("words and names, the whole vocabulary", paper -> look(all, paper));
        Annotator annotator = new Annotator(whole);
        measure("all", annotator::annotate);
    }

    private static void look(NameMatcher matcher, Paper paper) {
        for (Section section : paper.sections()) {
            Words words = Words.of(section.text());
            for (int i = 0; i < words.size(); i++) {
                matcher.at(words, i);
            }
        }
    }

    /** Every so many-th concept. */
    private static List<Concept> part(Vocabulary vocabulary, int share) {
        List<Concept> part = new ArrayList<>();
        int at = 0;
        for (Concept concept : vocabulary.concepts()) {
            if (at++ % share == 0) {
                part.add(concept);
            }
        }
        return part;
    }

    /** The time that this thread computed: other work on the machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private interface Step {
        void on(Paper paper);
    }

    private void measure(String name, Step step) {
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpu();
            papers.forEach(step::on);
            best = Math.max(best, megabytes / ((cpu() - start) / 1e9));
        }
        System.out.printf(Locale.ROOT, "%-45s %6.2f MB/s%n", name, best);
    }
}
