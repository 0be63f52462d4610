package dev.apatite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.AnyText;
import dev.apatite.text.Html;
import dev.apatite.web.page.Layered.Layer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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

    @Test
    void anyLayersLeaveTheTextAndNestTheirTags() {
        AnyText.of("a", "b", " ", "<", ">", "&", "\"", "'").keeps(300, (any, chance) -> {
            String text = any + "a";
            List<Layer> layers = new ArrayList<>();
            for (int i = chance.nextInt(9); i > 0; i--) {
                int start = chance.nextInt(29);
                String name = String.valueOf((char) ('a' + chance.nextInt(26)));
                layers.add(layer(name, start, start + 1 + chance.nextInt(20), 0));
            }
            layers.sort(Layered.ORDER);
            String html = Layered.html(text, 0, text.length(), layers);
            assertThat(html.replaceAll("<[^>]*>", "")).isEqualTo(Html.escaped(text));
            assertThat(nests(html)).as(html).isTrue();
            assertThat(html.split(" id>", -1).length - 1).isEqualTo((int)
                    layers.stream().filter(each -> each.start() < text.length()).count());
        });
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
}
