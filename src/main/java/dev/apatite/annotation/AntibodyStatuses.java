package dev.apatite.annotation;

import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.PhraseTrie;
import dev.apatite.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads from lists of results which antibodies were found: "negative anti-Scl-70, anticentromere +", "positive for RF and
 * ANA", "ANA 1/320", "anti-Ro, anti-La and anti-Sm were negative". Safe to share between threads.
 */
final class AntibodyStatuses {
    /** A word of {@code antibody-status-words.tsv}; without a status it may stand between an antibody and its result. */
    private record Clue(@Nullable AntibodyStatus status, boolean before, boolean after) {}

    /** A result and whether it speaks of the whole list that it follows. */
    private record Result(AntibodyStatus status, boolean ofList) {}

    /** The lowest titre that counts as positive. */
    private static final int LEAST_TITRE = 40;

    private final PhraseTrie<Clue> clues = new PhraseTrie<>();

    AntibodyStatuses() {
        for (String[] cells : ResourceLines.cells("antibody-status-words.tsv", 3)) {
            AntibodyStatus status = switch (cells[1]) {
                case "positive" -> AntibodyStatus.POSITIVE;
                case "negative" -> AntibodyStatus.NEGATIVE;
                default -> null;
            };
            clues.add(cells[0], new Clue(status, !cells[2].equals("after"), !cells[2].equals("before")));
        }
    }

    /**
     * The results that a sentence states.
     *
     * @param from the sentence's first word
     * @param to one past its last word
     * @param candidates what is named in the sentence, in order
     */
    Map<MentionCandidate, AntibodyStatus> read(Words words, int from, int to, List<MentionCandidate> candidates) {
        List<MentionCandidate> items = candidates.stream()
                .filter(each -> each.type() == MentionType.ANTIBODY
                        || each.type() == MentionType.TEST
                        || each.type() == MentionType.ORGANISM)
                .toList();
        if (items.stream().noneMatch(each -> each.type() == MentionType.ANTIBODY)) {
            return Map.of();
        }
        Map<MentionCandidate, AntibodyStatus> statuses = new HashMap<>();
        List<MentionCandidate> list = new ArrayList<>();
        AntibodyStatus leading = null;
        for (int i = 0; i < items.size(); i++) {
            MentionCandidate item = items.get(i);
            int next = i + 1 < items.size() ? items.get(i + 1).first() : to;
            int before = i > 0 ? items.get(i - 1).end() : from;
            if (list.isEmpty() || !isListed(words, before, item.first())) {
                list.clear();
                leading = leading(words, before, item.first());
            }
            list.add(item);
            if (isAbbreviated(words, items, i)) {
                continue;
            }
            Result result = trailing(words, item.end(), next);
            if (result != null && result.ofList()) {
                AntibodyStatus status = leading == null ? result.status() : leading;
                list.forEach(each -> statuses.putIfAbsent(each, status));
            } else if (result != null) {
                statuses.put(item, result.status());
                leading = result.status() == leading ? leading : null;
            } else if (leading != null) {
                statuses.put(item, leading);
            }
        }
        for (int i = items.size() - 2; i >= 0; i--) {
            AntibodyStatus status = statuses.get(items.get(i + 1));
            if (status != null && isAbbreviated(words, items, i)) {
                statuses.put(items.get(i), status);
            }
        }
        return statuses;
    }

    /** Whether the next item only abbreviates this one: "antinuclear antibodies (ANA)". */
    private static boolean isAbbreviated(Words words, List<MentionCandidate> items, int i) {
        return i + 1 < items.size()
                && items.get(i + 1).concept().equals(items.get(i).concept())
                && items.get(i + 1).first() == items.get(i).end() + 1
                && words.form(items.get(i).end()).equals("(");
    }

    /** Whether only commas, conjunctions and asides stand between two items. */
    private boolean isListed(Words words, int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            String form = words.form(i);
            depth += form.equals("(") ? 1 : form.equals(")") ? -1 : 0;
            boolean joins = switch (form) {
                case ",", "and", "or", "nor", "&", "(", ")", "well", "as", "including", "also" -> true;
                default -> words.isNumber(i);
            };
            if (!joins && depth <= 0 && !isFiller(words, i)) {
                return false;
            }
        }
        return to - from <= 14;
    }

    private boolean isFiller(Words words, int at) {
        PhraseTrie.Hit<Clue> hit = clues.longest(words, at);
        return hit != null && hit.values().get(0).status() == null;
    }

    private @Nullable AntibodyStatus leading(Words words, int from, int first) {
        for (int i = first - 1; i >= from && i >= first - 7; i--) {
            PhraseTrie.Hit<Clue> hit = clues.longest(words, i);
            if (hit == null || hit.end() > first || !hit.values().get(0).before()) {
                return null;
            }
            AntibodyStatus status = hit.values().get(0).status();
            if (status != null) {
                return status;
            }
        }
        return null;
    }

    private @Nullable Result trailing(Words words, int end, int next) {
        AntibodyStatus sign = sign(words, end, next);
        if (sign != null) {
            return new Result(sign, false);
        }
        AntibodyStatus measured = measured(words, end, next);
        boolean verb = false;
        int i = end;
        while (i < next && i < end + 12) {
            PhraseTrie.Hit<Clue> hit = clues.longest(words, i);
            boolean known =
                    hit != null && hit.end() <= next && hit.values().get(0).after();
            if (hit != null && known && hit.values().get(0).status() != null) {
                boolean own = !verb && measured != null;
                if (measured != null && words.form(i).equals("normal")) {
                    return new Result(measured, false);
                }
                return new Result(hit.values().get(0).status(), !own);
            }
            if (!known && !words.isNumber(i)) {
                break;
            }
            verb |= words.form(i).equals("were") || words.form(i).equals("are");
            i = known && hit != null ? hit.end() : i + 1;
        }
        return measured == null ? null : new Result(measured, false);
    }

    /** "+", "(+)", "1+", "(-)" right behind the name. */
    private static @Nullable AntibodyStatus sign(Words words, int end, int next) {
        String text = words.text();
        int from = words.end(end - 1);
        int to = next < words.size() ? words.start(next) : text.length();
        int at = from;
        while (at < to && at < from + 24) {
            char c = text.charAt(at);
            if (c == '+') {
                return AntibodyStatus.POSITIVE;
            }
            if (c == '-' || c == '\u2212' || c == '\u2013') {
                boolean bracketed = at + 1 < to && text.charAt(at + 1) == ')' && text.charAt(at - 1) == '(';
                return bracketed ? AntibodyStatus.NEGATIVE : null;
            }
            boolean skipped = c == ' '
                    || c == '('
                    || c == ')'
                    || c == '\u00a0'
                    || c == '='
                    || c == ':'
                    || c == '/'
                    || Character.isDigit(c)
                    || isLetterOfHead(text, at);
            if (!skipped) {
                return null;
            }
            at++;
        }
        return null;
    }

    /** Whether the place lies in the word "antibody" or "antibodies" behind the name. */
    private static boolean isLetterOfHead(String text, int at) {
        int start = at;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.startsWith("antibod", start) || text.startsWith("Antibod", start) || text.startsWith("Ab", start);
    }

    /** A titre ("1/320", "1:640") or a value with its limit ("120 U/ml (normal < 20)"). */
    private static @Nullable AntibodyStatus measured(Words words, int end, int next) {
        int limit = Math.min(next, end + 12);
        for (int i = end; i < limit; i++) {
            if (!words.isNumber(i)) {
                continue;
            }
            if (words.form(i).equals("1") && i + 1 < limit) {
                int second = words.isNumber(i + 1) ? i + 1 : i + 2;
                boolean titre = second < limit
                        && words.isNumber(second)
                        && !words.form(i + 1).equals(",");
                if (titre) {
                    return number(words.form(second)) >= LEAST_TITRE ? AntibodyStatus.POSITIVE : null;
                }
            }
            for (int j = i + 1; j + 1 < limit; j++) {
                if (words.form(j).equals("<") && words.isNumber(j + 1)) {
                    return number(words.form(i)) > number(words.form(j + 1))
                            ? AntibodyStatus.POSITIVE
                            : AntibodyStatus.NEGATIVE;
                }
            }
            return null;
        }
        return null;
    }

    private static double number(String digits) {
        return digits.length() > 9 ? Double.MAX_VALUE : Integer.parseInt(digits);
    }
}
