package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the tables of harm and of article types finds in its example and not in its counter-example. */
class RowsOfRulesTest {
    static List<String[]> harms() {
        return ResourceLines.cells("harm-names.tsv", 4);
    }

    static List<String[]> types() {
        return ResourceLines.cells("article-types.tsv", 5);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("harms")
    void a_harm_is_named_by_its_row(String pattern, String example, String harm, String counter) {
        assertThat(new HarmNames().in(example, "X")).isEqualTo(harm);
        assertThat(Pattern.compile(pattern)
                        .matcher(counter.replaceAll("\\bX\\b", "~").toLowerCase(java.util.Locale.ROOT))
                        .find())
                .isFalse();
    }

    @ParameterizedTest(name = "{3}")
    @MethodSource("types")
    void a_title_or_abstract_tells_the_kind_of_article(
            String type, String where, String pattern, String example, String counter) {
        assertThat(QuickPattern.compile(pattern).matcher(example).find()).isTrue();
        assertThat(QuickPattern.compile(pattern).matcher(counter).find()).isFalse();
    }

    @Test
    void no_harm_is_named_where_none_is() {
        assertThat(new HarmNames().in("She tolerated X well.", "X")).isNull();
    }
}
