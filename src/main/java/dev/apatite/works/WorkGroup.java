package dev.apatite.works;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * CorpusCitations of one work, and one citation that speaks for all: it prints what most of them do.
 *
 * @param members those cited most often, at most {@link #MOST}, and a paper of the corpus in any case
 */
record WorkGroup(List<Member> members, CitedWork speaker) {
    /** A citation, how often it is printed so (a paper of the corpus: 0), and the number by which it is known. */
    record Member(CitedWork work, int citations, int number) {}

    private static final int MOST = 32;
    private static final Comparator<Member> OFTEN_FIRST =
            Comparator.comparingInt(Member::citations).reversed().thenComparing(Member::work, CitedWork.ORDER);

    /** A paper of the corpus, which may be cited nowhere, is never left out: its group has its id. */
    private static final Comparator<Member> TO_KEEP = Comparator.comparing(
                    (Member member) -> member.work().paper() == null)
            .thenComparing(OFTEN_FIRST);

    static WorkGroup of(Member only) {
        return new WorkGroup(List.of(only), only.work());
    }

    WorkGroup with(WorkGroup other) {
        List<Member> all = Stream.concat(members.stream(), other.members().stream())
                .sorted(TO_KEEP)
                .limit(MOST)
                .sorted(OFTEN_FIRST)
                .toList();
        return new WorkGroup(all, speaker(all));
    }

    /** Whether its identifier is printed more than once, so that it is hardly a typing error. */
    boolean isEstablished() {
        int dois = 0;
        int pmids = 0;
        for (Member each : members) {
            dois += !each.work().doi().isEmpty() && each.work().doi().equals(speaker.doi()) ? each.citations() : 0;
            pmids += !each.work().pmid().isEmpty() && each.work().pmid().equals(speaker.pmid()) ? each.citations() : 0;
        }
        return speaker.paper() != null || dois > 1 || pmids > 1;
    }

    private static CitedWork speaker(List<Member> all) {
        CitedWork titled = all.getFirst().work();
        String title = most(all, CitedWork::title, "");
        for (Member each : all) {
            if (each.work().title().equals(title)) {
                titled = each.work();
                break;
            }
        }
        return new CitedWork(
                most(all, CitedWork::family, ""),
                title,
                titled.words(),
                most(all, CitedWork::year, 0),
                most(all, CitedWork::journal, ""),
                most(all, CitedWork::volume, ""),
                most(all, CitedWork::page, ""),
                most(all, CitedWork::doi, ""),
                most(all, CitedWork::pmid, ""),
                most(all, CitedWork::edition, 0),
                all.stream()
                        .map(each -> each.work().paper())
                        .filter(each -> each != null)
                        .findFirst()
                        .orElse(null));
    }

    /** The known value that most citations print; of equally frequent ones the first. */
    private static <T> T most(List<Member> all, Function<CitedWork, T> field, T unknown) {
        Map<T, Integer> counts = new HashMap<>();
        T best = unknown;
        int most = 0;
        for (Member each : all) {
            T value = field.apply(each.work());
            if (!value.equals(unknown)) {
                counts.merge(value, Math.max(1, each.citations()), Integer::sum);
            }
        }
        for (Member each : all) {
            T value = field.apply(each.work());
            int count = counts.getOrDefault(value, 0);
            if (count > most) {
                most = count;
                best = value;
            }
        }
        return best;
    }
}
