package dev.apatite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.web.page.Layered.Layer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags over text, whatever overlaps what. */
class LayeredTest {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z]+)[^>]*>");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a < b & c   | ''          | a &lt; b &amp; c",
                "one two     | 0-3         | <a id>one</a> two",
                "one two     | 0-7 4-7     | <a id>one <b id>two</b></a>",
                "one two     | 0-5 4-7     | <a id>one <b id>t</b></a><b>wo</b>",
                "one two     | 0-3 0-3     | <a id><b id>one</b></a> two",
                "one two     | 4-99        | one <a id>two</a>",
            })
    void layersNest(String text, String spans, String html) {
        List<Layer> layers = new ArrayList<>();
        for (String span : spans.isEmpty() ? new String[0] : spans.split(" ", -1)) {
            String[] ends = span.split("-", -1);
            String name = String.valueOf((char) ('a' + layers.size()));
            layers.add(layer(name, Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), layers.size()));
        }
        assertThat(Layered.html(text, 0, text.length(), layers)).isEqualTo(html);
    }

    private static Layer layer(String name, int start, int end, int rank) {
        return new Layer(start, end, rank, "<" + name + " id>", "<" + name + ">", "</" + name + ">");
    }

    @Property(tries = 300)
    void anyLayersLeaveTheTextAndNestTheirTags(@ForAll("texts") String text, @ForAll("layers") List<Layer> layers) {
        List<Layer> sorted = new ArrayList<>(layers);
        sorted.sort(Layered.ORDER);
        String html = Layered.html(text, 0, text.length(), sorted);
        assertThat(html.replaceAll("<[^>]*>", "")).isEqualTo(Layered.escaped(text));
        assertThat(nests(html)).as(html).isTrue();
        assertThat(html.split(" id>", -1).length - 1).isEqualTo((int)
                layers.stream().filter(each -> each.start() < text.length()).count());
    }

    private static boolean nests(String html) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(html);
        while (tag.find()) {
            if (tag.group(1).isEmpty()) {
                open.push(tag.group(2));
            } else if (open.isEmpty() || !open.pop().equals(tag.group(2))) {
                return false;
            }
        }
        return open.isEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("ab <>&\"'").ofMinLength(1).ofMaxLength(30);
    }

    @Provide
    Arbitrary<List<Layer>> layers() {
        Arbitrary<Integer> start = Arbitraries.integers().between(0, 28);
        Arbitrary<Integer> length = Arbitraries.integers().between(1, 20);
        Arbitrary<String> name = Arbitraries.strings().withCharRange('a', 'z').ofLength(1);
        return Combinators.combine(name, start, length)
                .as((each, from, long1) -> layer(each, from, from + long1, 0))
                .list()
                .ofMaxSize(8);
    }
}
