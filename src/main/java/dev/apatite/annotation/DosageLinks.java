package dev.apatite.annotation;

import dev.apatite.annotation.DosagePart.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says which treatment of a sentence each piece of a dosage belongs to. A treatment may have several dosages in a row
 * ("60 mg, increased to 90 mg"); what stands once behind a list of treatments is shared by them.
 */
final class DosageLinks {
    private static final Pattern TIGHT_LEFT = Pattern.compile(
            "(?i)[\\s(\\[:,=]{0,3}(?:(?:at|with|in|was|were)?\\s?(?:a |an |the )?(?:initial |starting |total |daily |loading |single |maximum |cumulative |fixed |low |high |weekly |therapeutic ){0,2}(?:dose|doses|dosage|dosages)(?: of)?|at|of|to)?[\\s(:]{0,2}");
    private static final Pattern RIGHT_GAP = Pattern.compile(
            "(?i)[\\s)-]{0,3}(?:(?:of|dose|doses|bolus|boluses|tablets?|additional|single|pulse|infusion|infusions|injection|injections|systemic|the|per|day|daily|once|twice|a|weekly|high-dose|low-dose|i\\.?v\\.?|p\\.?o\\.?|oral|orally|intravenous|intravenously|iv|subcutaneous|intramuscular|topical|intrathecal|intravitreal|recombinant|human)[\\s)]{1,2}){0,5}");
    private static final Pattern LIST_GAP = Pattern.compile(
            "(?i)[\\s,;/+()]*(?:and|plus|with|or|in combination with|combined with|as well as)?[\\s,]*(?:\\w+\\s){0,1}");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** A treatment in the sentence, with offsets in it. */
    record Slot(int start, int end) {}

    /** A dosage and where in the sentence its amount (or else its first piece) stands. */
    record Placed(int at, Dosage dosage) {}

    private DosageLinks() {}

    /**
     * The dosages of each slot, in the order of the text; index {@code slots.size()} holds those that belong to no
     * treatment in this sentence ("the dose was increased to 90 mg").
     */
    static List<List<Placed>> link(String sentence, List<Slot> slots, List<DosagePart> parts) {
        String text = Passage.plain(sentence);
        List<List<Placed>> result = new ArrayList<>();
        for (int i = 0; i <= slots.size(); i++) {
            result.add(new ArrayList<>());
        }
        int[] owners = owners(sentence, slots, parts);
        DosagePart lastAmount = null;
        for (int p = 0; p < owners.length; p++) {
            DosagePart part = parts.get(p);
            put(result.get(owners[p]), part, lastAmount != null && part.start() - lastAmount.end() > 60);
            if (part.kind() == Kind.AMOUNT) {
                lastAmount = part;
            }
        }
        share(text, slots, parts, result);
        return result;
    }

    /** The slot that each piece belongs to; {@code slots.size()} where it belongs to no treatment of this sentence. */
    static int[] owners(String sentence, List<Slot> slots, List<DosagePart> parts) {
        String text = Passage.plain(sentence);
        int[] owners = new int[parts.size()];
        Map<DosagePart, Integer> known = new HashMap<>();
        DosagePart lastAmount = null;
        for (int p = 0; p < owners.length; p++) {
            DosagePart part = parts.get(p);
            owners[p] = owner(text, slots, parts, part, lastAmount, known);
            known.put(part, owners[p]);
            if (part.kind() == Kind.AMOUNT) {
                lastAmount = part;
            }
        }
        return owners;
    }

    /** "60%" is a dose only right before what it measures. */
    private static boolean isShare(DosagePart part) {
        return part.kind() == Kind.AMOUNT && part.text().strip().endsWith("%");
    }

    private static int owner(
            String text,
            List<Slot> slots,
            List<DosagePart> parts,
            DosagePart part,
            @Nullable DosagePart lastAmount,
            Map<DosagePart, Integer> owners) {
        int left = -1;
        int right = -1;
        for (int i = 0; i < slots.size(); i++) {
            if (slots.get(i).start() <= part.start()
                    && part.end() <= slots.get(i).end()) {
                return i; // "oral methotrexate" may be a name as a whole
            }
            if (slots.get(i).end() <= part.start()) {
                left = i;
            } else if (slots.get(i).start() >= part.end() && right < 0) {
                right = i;
            }
        }
        boolean tightLeft = left >= 0
                && TIGHT_LEFT
                        .matcher(text.substring(slots.get(left).end(), part.start()))
                        .matches();
        boolean near = right >= 0
                && slots.get(right).start() - part.end() < 70
                && RIGHT_GAP
                        .matcher(without(text, part.end(), slots.get(right).start(), parts))
                        .matches();
        if (near && (!tightLeft || isBefore(text, slots.get(left), part, slots.get(right)))) {
            return right;
        }
        if (isShare(part)) {
            return tightLeft ? left : slots.size();
        }
        if (part.kind() != Kind.AMOUNT && lastAmount != null && owners.containsKey(lastAmount)) {
            int owner = owners.get(lastAmount);
            boolean nothingBetween =
                    slots.stream().noneMatch(slot -> slot.start() >= lastAmount.end() && slot.end() <= part.start());
            if (nothingBetween && part.start() - lastAmount.end() < 60) {
                return owner;
            }
        }
        if (left >= 0 && part.start() - slots.get(left).end() < 140) {
            return left;
        }
        return part.kind() != Kind.AMOUNT && right >= 0 && slots.get(right).start() - part.end() < 60
                ? right
                : slots.size();
    }

    /** "0.6 ml of enoxaparin", "treatment with intravitreal aflibercept": what follows is meant, whatever stands before. */
    private static boolean isBefore(String text, Slot left, DosagePart part, Slot right) {
        boolean touches = right.start() == part.end() + 1;
        boolean led = text.substring(left.end(), part.start()).strip().equals("with");
        return text.startsWith(" of ", part.end()) || touches && (led || part.kind() == Kind.ROUTE);
    }

    private static String without(String text, int from, int to, List<DosagePart> parts) {
        if (from >= to) {
            return "";
        }
        StringBuilder rest = new StringBuilder(text.substring(from, to));
        for (DosagePart part : parts) {
            if (part.kind() != Kind.AMOUNT && part.start() >= from && part.end() <= to) {
                for (int i = part.start(); i < part.end(); i++) {
                    rest.setCharAt(i - from, ' ');
                }
            }
        }
        return SPACES.matcher(rest).replaceAll(" ");
    }

    private static void put(List<Placed> dosages, DosagePart part, boolean far) {
        int last = dosages.size() - 1;
        if (last < 0 || dosages.get(last).dosage().has(part.kind()) && (part.kind() == Kind.AMOUNT || far)) {
            if (last >= 0 && part.kind() != Kind.AMOUNT) {
                return;
            }
            dosages.add(new Placed(part.start(), Dosage.NONE.with(part)));
        } else if (!dosages.get(last).dosage().has(part.kind())) {
            dosages.set(
                    last,
                    new Placed(
                            dosages.get(last).at(), dosages.get(last).dosage().with(part)));
        }
    }

    /** "pemetrexed 500 mg/m2 plus oxaliplatin 120 mg/m2 every 3 weeks": the frequency is both drugs'. */
    private static void share(String text, List<Slot> slots, List<DosagePart> parts, List<List<Placed>> result) {
        for (int i = slots.size() - 2; i >= 0; i--) {
            List<Placed> mine = result.get(i);
            List<Placed> next = result.get(i + 1);
            String gap = without(text, slots.get(i).end(), slots.get(i + 1).start(), parts);
            for (DosagePart part : parts) {
                if (part.kind() == Kind.AMOUNT
                        && part.start() >= slots.get(i).end()
                        && part.end() <= slots.get(i + 1).start()) {
                    gap = gap.replace(part.text(), "");
                }
            }
            if (next.isEmpty() || mine.isEmpty() || !LIST_GAP.matcher(gap).matches()) {
                continue;
            }
            Dosage shared = next.getLast().dosage();
            Placed own = mine.getLast();
            if (own.dosage().amount() != null && shared.amount() != null) {
                mine.set(mine.size() - 1, new Placed(own.at(), own.dosage().or(shared)));
            }
        }
    }
}
