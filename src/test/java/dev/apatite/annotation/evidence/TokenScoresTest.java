package dev.apatite.annotation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is looked up once for all places of a word says to the last bit what its features say one by one. */
class TokenScoresTest {
    private static final String TITLE = "Miltefosine in cutaneous leishmaniasis";
    private static final List<String> TEXTS = List.of(
            "Miltefosine was given (miltefosine 50 mg for 28 days).",
            "He got 50 mg, then 150 mg; a Shu-Feng decoction and acceptance-based therapy followed.",
            "Miltefosine miltefosine MILTEFOSINE",
            "A",
            "",
            "Ulcers, treated with (SCS) at T9, healed under miltefosine.");

    private static Line line(String text, SectionKind kind) {
        int comma = text.indexOf(',');
        int[] conditions = comma < 0 ? new int[0] : new int[] {0, comma};
        String lower = text.toLowerCase(Locale.ROOT);
        return new Line(0, 0, text.length(), text, lower, kind, true, false, 0, 0, List.of(), conditions, List.of());
    }

    /** A weight for two of three features of these words. */
    private static LinearModel model(List<Line> lines, List<Tokens> tokens) {
        Random random = new Random(11);
        SlotTable slots = new SlotTable(16);
        TokenFeatures context = new TokenFeatures(TITLE, tokens);
        for (int i = 0; i < lines.size(); i++) {
            for (int t = 0; t < tokens.get(i).size(); t++) {
                SparseFeatures each = new SparseFeatures();
                context.of(lines.get(i), tokens.get(i), t, each);
                for (int f = 0; f < each.size(); f++) {
                    if (random.nextInt(3) > 0) {
                        slots.add(each.key(f));
                    }
                }
            }
        }
        float[] rarity = new float[slots.size()];
        float[] weights = new float[slots.size()];
        for (int s = 0; s < weights.length; s++) {
            rarity[s] = random.nextFloat() * 5;
            weights[s] = random.nextFloat() - 0.5f;
        }
        return new LinearModel(slots, rarity, weights, new float[] {-0.3f});
    }

    @Test
    void every_word_is_as_likely_as_its_features_say() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            lines.add(line(TEXTS.get(i), i % 2 == 0 ? SectionKind.CASE : SectionKind.OTHER));
        }
        List<Tokens> tokens =
                lines.stream().map(each -> Tokens.of(each.lower())).toList();
        LinearModel model = model(lines, tokens);
        TokenFeatures context = new TokenFeatures(TITLE, tokens);
        TokenScores scores = new TokenScores(model, TITLE, lines, tokens);
        for (int i = 0; i < lines.size(); i++) {
            for (int t = 0; t < tokens.get(i).size(); t++) {
                SparseFeatures features = new SparseFeatures();
                double[] said = new double[1];
                context.of(lines.get(i), tokens.get(i), t, features);
                model.score(features, said);
                assertThat(scores.of(i, t)).as("line %d, word %d", i, t).isEqualTo(said[0]);
            }
        }
    }
}
