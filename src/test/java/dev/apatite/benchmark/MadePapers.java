package dev.apatite.benchmark;

import dev.apatite.paper.Paper;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Papers of some 4 KB that recombine the sentences of real ones, as JATS, always the same for one seed. Their references
 * are drawn from a list in which few are cited often.
 */
final class MadePapers {
    private static final long SEED = 42;
    private static final int REFERENCES = 6;
    private static final int SENTENCES_OF_ABSTRACT = 5;
    private static final int CHARACTERS = 3300;
    private static final String[] SECTIONS = {"Introduction", "Case presentation", "Discussion"};
    private static final String[] FAMILIES = {
        "Smith",
        "Garcia",
        "Tanaka",
        "Müller",
        "Rossi",
        "Kowalski",
        "Nguyen",
        "Okafor",
        "Haddad",
        "Silva",
        "Jensen",
        "Ivanov"
    };

    private final List<String> sentences;
    private final List<String> keywords;

    private MadePapers(List<String> sentences, List<String> keywords) {
        this.sentences = sentences;
        this.keywords = keywords;
    }

    /** Takes the sentences of all papers in a folder; what cannot be read is left out. */
    static MadePapers from(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        PaperReader reader = new PaperReader();
        LinkedHashSet<String> sentences = new LinkedHashSet<>();
        LinkedHashSet<String> keywords = new LinkedHashSet<>();
        for (Path file : files) {
            try {
                Paper paper = reader.read(folder, folder.relativize(file).toString());
                paper.sections()
                        .forEach(section -> section.paragraphs().stream()
                                .flatMap(each -> Stream.of(each.split("(?<=[a-z\\])][.])\\s+(?=[A-Z])")))
                                .filter(each -> each.length() > 40 && each.length() < 400)
                                .forEach(sentences::add));
                keywords.addAll(paper.keywords());
            } catch (ReadingException notAPaper) {
                // Another file of the folder has sentences.
            }
        }
        if (sentences.size() < 50) {
            throw new IllegalArgumentException("fewer than 50 sentences in " + folder);
        }
        return new MadePapers(List.copyOf(sentences), List.copyOf(keywords));
    }

    List<String> sentences() {
        return sentences;
    }

    /** Writes the first so many papers, a thousand to a folder; those that are there already stay. */
    void write(Path folder, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            Path file = file(folder, i);
            if (i % 1000 == 0) {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
            }
            if (!Files.exists(file)) {
                Files.writeString(file, paper(i), StandardCharsets.UTF_8);
            }
        }
    }

    /** Where a paper stands. */
    static Path file(Path folder, int number) {
        return folder.resolve(String.format(Locale.ROOT, "%03d/paper-%06d.xml", number / 1000, number));
    }

    /** A paper as JATS. */
    String paper(int number) {
        Random random = new Random(SEED * 1_000_003 + number);
        StringBuilder xml = new StringBuilder(6000);
        xml.append(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<article article-type=\"case-report\" xml:lang=\"en\"><front>")
                .append("<journal-meta><journal-title-group><journal-title>")
                .append(journal(random))
                .append("</journal-title></journal-title-group></journal-meta><article-meta>")
                .append("<article-id pub-id-type=\"doi\">10.5555/made.")
                .append(number)
                .append("</article-id><title-group><article-title>")
                .append(escaped(title(random, number)))
                .append("</article-title></title-group><contrib-group>");
        for (int i = 0; i < 3; i++) {
            xml.append("<contrib contrib-type=\"author\"><name><surname>")
                    .append(FAMILIES[random.nextInt(FAMILIES.length)])
                    .append("</surname><given-names>")
                    .append((char) ('A' + random.nextInt(26)))
                    .append("</given-names></name></contrib>");
        }
        xml.append("</contrib-group><pub-date><year>")
                .append(1990 + random.nextInt(35))
                .append("</year></pub-date><volume>");
        xml.append(1 + random.nextInt(60))
                .append("</volume><fpage>")
                .append(1 + random.nextInt(900))
                .append("</fpage><abstract><p>");
        for (int i = 0; i < SENTENCES_OF_ABSTRACT; i++) {
            xml.append(escaped(sentence(random))).append(' ');
        }
        xml.append("</p></abstract><kwd-group>");
        for (int i = 0; i < 3 && !keywords.isEmpty(); i++) {
            xml.append("<kwd>")
                    .append(escaped(keywords.get(random.nextInt(keywords.size()))))
                    .append("</kwd>");
        }
        xml.append("</kwd-group></article-meta></front><body>");
        for (String section : SECTIONS) {
            xml.append("<sec><title>").append(section).append("</title>");
            int until = xml.length() + CHARACTERS / SECTIONS.length;
            while (xml.length() < until) {
                xml.append("<p>");
                for (int i = 0; i < 4 && xml.length() < until; i++) {
                    xml.append(escaped(sentence(random))).append(' ');
                }
                xml.append("</p>");
            }
            xml.append("</sec>");
        }
        xml.append("</body><back><ref-list>");
        for (int i = 1; i <= REFERENCES; i++) {
            xml.append("<ref id=\"r")
                    .append(i)
                    .append("\"><label>")
                    .append(i)
                    .append("</label>")
                    .append(reference(random))
                    .append("</ref>");
        }
        return xml.append("</ref-list></back></article>\n").toString();
    }

    private String sentence(Random random) {
        return sentences.get(random.nextInt(sentences.size()));
    }

    private String title(Random random, int number) {
        String[] words = sentence(random).split(" ");
        return String.join(" ", List.of(words).subList(0, Math.min(9, words.length)))
                        .replaceAll("[.,;:]$", "") + ": case " + number;
    }

    private static String journal(Random random) {
        return "Journal of Made Cases " + (int) (80 * random.nextDouble() * random.nextDouble());
    }

    /** Of 200,000 works the first are cited often and most hardly ever. */
    private String reference(Random random) {
        int work = (int) (200_000 * Math.pow(random.nextDouble(), 4));
        Random of = new Random(SEED * 7_919 + work);
        String title = title(of, work);
        return "<element-citation publication-type=\"journal\"><person-group><name><surname>"
                + FAMILIES[of.nextInt(FAMILIES.length)] + "</surname><given-names>" + (char) ('A' + of.nextInt(26))
                + "</given-names></name></person-group><article-title>" + escaped(title) + "</article-title><source>"
                + journal(of) + "</source><year>" + (1960 + of.nextInt(60)) + "</year><volume>" + (1 + of.nextInt(90))
                + "</volume><fpage>" + (1 + of.nextInt(2000)) + "</fpage></element-citation>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
