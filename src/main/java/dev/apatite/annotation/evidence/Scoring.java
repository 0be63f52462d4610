package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Compares judgements with what readers found. A row counts where treatment, response and sentence agree; an unsure row
 * of the reader's is optional; the same row said twice is neither right nor wrong.
 */
final class Scoring {
    /** A judgement that counts. */
    record Shown(double confidence, boolean right, boolean own, GoldDocument document, Judgement judgement) {}

    /** A row that a reader was sure of, and the confidence at which it was found, -1 where it was not. */
    record Wanted(boolean own, double found, GoldDocument document, GoldRow row) {}

    /** Precision, recall and their harmonic mean. */
    record Figures(double precision, double recall, int shown, int wanted) {
        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }

        @Override
        public String toString() {
            return String.format(
                    java.util.Locale.ROOT, "P %.3f R %.3f F1 %.3f (%d of %d)", precision, recall, f1(), shown, wanted);
        }
    }

    /** A level that no confidence reaches. */
    static final double NEVER = 1;

    private static final int LEAST = 10;

    private final GoldMatch match;
    private final Map<String, Integer> lines = new HashMap<>();
    private final List<Shown> shown = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();

    Scoring(GoldMatch match) {
        this.match = match;
    }

    List<Shown> shown() {
        return shown;
    }

    void add(GoldDocument document, Script tagged, List<Judgement> judgements) {
        List<GoldRow> rows = document.rows().stream()
                .filter(row -> row.response() != Response.NOT_REPORTED)
                .toList();
        int[] lines = match.lines(tagged, rows);
        double[] found = new double[rows.size()];
        java.util.Arrays.fill(found, -1);
        List<Judgement> sorted = new ArrayList<>(judgements);
        sorted.sort(Comparator.comparingDouble(each -> -each.confidence()));
        for (Judgement each : sorted) {
            int free = -1;
            boolean any = false;
            for (int r = 0; r < lines.length; r++) {
                GoldRow row = rows.get(r);
                if (lines[r] != each.line()
                        || row.response() != each.response()
                        || !match.names(row, each.named().name(), List.of())) {
                    continue;
                }
                any = true;
                if (found[r] < 0 && (free < 0 || row.sure() && !rows.get(free).sure())) {
                    free = r;
                }
            }
            if (free >= 0) {
                found[free] = each.confidence();
                shown.add(new Shown(each.confidence(), true, each.own(), document, each));
            } else if (!any) {
                shown.add(new Shown(each.confidence(), false, each.own(), document, each));
            }
        }
        for (int r = 0; r < lines.length; r++) {
            if (rows.get(r).sure()) {
                wanted.add(new Wanted(rows.get(r).own(), found[r], document, rows.get(r)));
            }
        }
    }

    Figures at(double least) {
        return at(least, own -> true);
    }

    /** Of harm alone. */
    Figures harmAt(double least) {
        Scoring harm = new Scoring(match);
        shown.stream()
                .filter(each -> each.judgement().response() == Response.ADVERSE_EVENT)
                .forEach(harm.shown::add);
        wanted.stream()
                .filter(each -> each.row().response() == Response.ADVERSE_EVENT)
                .forEach(harm.wanted::add);
        return harm.at(least);
    }

    Figures at(double least, Predicate<Boolean> which) {
        int right = 0;
        int all = 0;
        for (Shown each : shown) {
            if (each.confidence() >= least && which.test(each.own())) {
                all++;
                right += each.right() ? 1 : 0;
            }
        }
        int found = 0;
        int sought = 0;
        for (Wanted each : wanted) {
            if (which.test(each.own())) {
                sought++;
                found += each.found() >= least && each.found() >= 0 ? 1 : 0;
            }
        }
        return new Figures(all == 0 ? 0 : (double) right / all, sought == 0 ? 0 : (double) found / sought, all, sought);
    }

    /** The least confidence from which on F1 is highest, among those at which {@code precision} holds. */
    double best(double precision) {
        double best = precision;
        double most = -1;
        for (int i = 4; i < 160; i++) {
            Figures here = at(i / 200.0);
            double f1 = here.f1();
            if (f1 > most && here.precision() >= precision) {
                most = f1;
                best = i / 200.0;
            }
        }
        return best;
    }

    /**
     * The least confidence from which on at least {@code share} of what is shown is right, with a standard error to
     * spare: other texts are to hold it too. {@link #NEVER} where no confidence holds it.
     *
     * @param times how often each text was judged; what is said of one text again is no further evidence
     */
    double from(double share, int times) {
        for (int i = 1; i < 99; i++) {
            Figures here = at(i / 100.0);
            double p = here.precision();
            double shownOnce = (double) here.shown() / times;
            double spare = Math.sqrt(p * (1 - p) / Math.max(1, shownOnce));
            if (shownOnce >= LEAST && p - spare >= share) {
                return i / 100.0;
            }
        }
        return NEVER;
    }

    Calibration calibration() {
        double[] scores = new double[shown.size()];
        boolean[] right = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = shown.get(i).judgement().raw();
            right[i] = shown.get(i).right();
        }
        return Calibration.learn(scores, right);
    }

    /** Expected calibration error over five bins, of what is shown from {@code least} on. */
    double calibrationError(double least) {
        double error = 0;
        int all = 0;
        for (int bin = 0; bin < 5; bin++) {
            double sum = 0;
            double right = 0;
            for (Shown each : shown) {
                if (each.confidence() >= least && (int) Math.min(4, each.confidence() * 5) == bin) {
                    sum += each.confidence();
                    right += each.right() ? 1 : 0;
                    all++;
                }
            }
            error += Math.abs(sum - right);
        }
        return all == 0 ? 0 : error / all;
    }

    /** Why what is shown from {@code least} on is wrong, and why sure rows are missed. */
    String reasons(double least) {
        int response = 0;
        int treatment = 0;
        int nothing = 0;
        for (Shown each : shown) {
            if (each.right() || each.confidence() < least) {
                continue;
            }
            boolean line = false;
            boolean name = false;
            for (GoldRow row : each.document().rows()) {
                if (row.response() != Response.NOT_REPORTED
                        && lineOf(each.document(), row) == each.judgement().line()) {
                    line = true;
                    name |= match.names(row, each.judgement().named().name(), List.of());
                }
            }
            response += name ? 1 : 0;
            treatment += line && !name ? 1 : 0;
            nothing += line ? 0 : 1;
        }
        int silent = 0;
        int faint = 0;
        int other = 0;
        int never = 0;
        for (Wanted each : wanted) {
            if (each.found() >= least) {
                continue;
            }
            int line = lineOf(each.document(), each.row());
            boolean shownThere = false;
            boolean named = false;
            boolean right = each.found() >= 0;
            for (Shown one : shown) {
                if (one.document() == each.document() && one.judgement().line() == line) {
                    named |= match.names(each.row(), one.judgement().named().name(), List.of());
                    shownThere |= one.confidence() >= least;
                }
            }
            if (right) {
                faint++;
            } else if (named) {
                other++;
            } else if (shownThere) {
                never++;
            } else {
                silent++;
            }
        }
        return String.format(
                java.util.Locale.ROOT,
                "wrong: response %d, treatment %d, no finding there %d; missed: faint %d, other response %d, other treatment shown %d, not a candidate %d",
                response,
                treatment,
                nothing,
                faint,
                other,
                never,
                silent);
    }

    private int lineOf(GoldDocument document, GoldRow row) {
        return lines.computeIfAbsent(
                document.name() + row.sentence(), any -> match.lines(document.script(), List.of(row))[0]);
    }
}
