package dev.apatite.query;

import dev.apatite.index.TextAnalysis;
import java.util.List;

/** A word as it is searched, with the typed word that it comes from. */
record Placed(TextAnalysis.Word word, QueryNode.Word typed) {
    /** The word as it is typed, without what is around it. */
    String printed() {
        return typed.text().substring(word.start(), word.end());
    }

    /** The typed words, once each. */
    static String typed(List<Placed> words) {
        StringBuilder text = new StringBuilder();
        QueryNode.Word last = null;
        for (Placed each : words) {
            if (!each.typed().equals(last)) {
                text.append(text.isEmpty() ? "" : " ").append(each.typed().text());
            }
            last = each.typed();
        }
        return text.toString();
    }
}
