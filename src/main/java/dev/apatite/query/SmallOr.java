package dev.apatite.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A small "or" between words. Between short sides it means either of them, as a big one does ("raynaud or scleroderma");
 * in a question, or a longer text, it stands between the two words beside it and takes nothing from the rest.
 */
final class SmallOr {
    private static final int LONGEST_SIDE = 3;

    private final QuestionWords questions;

    SmallOr(QuestionWords questions) {
        this.questions = questions;
    }

    /** The parts with the words around each "or" joined. */
    List<QueryNode> join(List<QueryNode> parts) {
        boolean any = false;
        for (int i = 1; i + 1 < parts.size(); i++) {
            any |= isOr(parts.get(i)) && isWord(parts.get(i - 1)) && isWord(parts.get(i + 1));
        }
        if (!any) {
            return parts;
        }
        List<QueryNode> sides = sides(parts);
        return sides.isEmpty() || isQuestion(parts) ? byNeighbours(parts) : List.of(new QueryNode.Or(sides));
    }

    private static boolean isOr(QueryNode node) {
        return node instanceof QueryNode.Word word && word.text().equals("or");
    }

    private boolean isWord(QueryNode node) {
        return node instanceof QueryNode.Word word && !questions.isFunctionWord(word.text());
    }

    private boolean isQuestion(List<QueryNode> parts) {
        return parts.getLast() instanceof QueryNode.Word last && last.text().endsWith("?")
                || parts.stream()
                        .anyMatch(each -> each instanceof QueryNode.Word word
                                && !isOr(word)
                                && questions.isFunctionWord(word.text().toLowerCase(Locale.ROOT)));
    }

    /** The words between the ors; none where a side is long, or is not only words. */
    private List<QueryNode> sides(List<QueryNode> parts) {
        List<QueryNode.Words> sides = new ArrayList<>();
        List<QueryNode> side = new ArrayList<>();
        for (QueryNode each : parts) {
            if (!isOr(each)) {
                side.add(each);
            } else if (!side.isEmpty()) {
                sides.add(new QueryNode.Words(side));
                side = new ArrayList<>();
            }
        }
        if (!side.isEmpty()) {
            sides.add(new QueryNode.Words(side));
        }
        boolean shortWords = sides.stream()
                .allMatch(each -> each.parts().size() <= LONGEST_SIDE
                        && each.parts().stream().allMatch(this::isWord));
        return shortWords ? List.copyOf(sides) : List.of();
    }

    private List<QueryNode> byNeighbours(List<QueryNode> parts) {
        List<QueryNode> joined = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            boolean either = isOr(parts.get(i))
                    && i + 1 < parts.size()
                    && isWord(parts.get(i + 1))
                    && !joined.isEmpty()
                    && (isWord(joined.getLast()) || joined.getLast() instanceof QueryNode.Or);
            if (either) {
                List<QueryNode> sides = new ArrayList<>();
                switch (joined.removeLast()) {
                    case QueryNode.Or before -> sides.addAll(before.parts());
                    case QueryNode before -> sides.add(new QueryNode.Words(List.of(before)));
                }
                sides.add(new QueryNode.Words(List.of(parts.get(++i))));
                joined.add(new QueryNode.Or(sides));
            } else {
                joined.add(parts.get(i));
            }
        }
        return joined;
    }
}
