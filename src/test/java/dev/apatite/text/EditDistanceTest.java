package dev.apatite.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class EditDistanceTest {
    @Property(tries = 1_000)
    void itIsTheDistanceOfTheTextbook(
            @ForAll @StringLength(max = 200) @CharRange(from = 'a', to = 'd') @CharRange(from = 'ж', to = 'з') String a,
            @ForAll @StringLength(max = 200) @CharRange(from = 'a', to = 'd') String b,
            @ForAll @IntRange(max = 150) int most) {
        assertThat(EditDistance.within(a, b, most)).isEqualTo(textbook(a, b) <= most);
        assertThat(EditDistance.within(b, a, most)).isEqualTo(textbook(a, b) <= most);
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
