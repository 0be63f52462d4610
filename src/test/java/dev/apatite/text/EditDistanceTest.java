package dev.apatite.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.AnyText;
import org.junit.jupiter.api.Test;

class EditDistanceTest {
    @Test
    void itIsTheDistanceOfTheTextbook() {
        AnyText texts = AnyText.of("a", "b", "c", "d", "ж", "abcd".repeat(10), "dcba".repeat(4), "aaaaaaaa");
        texts.keeps(1_000, (a, chance) -> {
            String b = chance.nextInt(3) == 0 ? a.replace("bc", "c") + "d" : texts.next(chance);
            int most = chance.nextInt(150);
            assertThat(EditDistance.within(a, b, most)).isEqualTo(textbook(a, b) <= most);
            assertThat(EditDistance.within(b, a, most)).isEqualTo(textbook(a, b) <= most);
        });
    }

    private static int textbook(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                } else {
                    int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    cost[i][j] = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
