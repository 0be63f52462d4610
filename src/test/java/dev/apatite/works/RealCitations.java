package dev.apatite.works;

import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The references of real papers, grouped by the identifiers that they print: the truth as far as it is printed. */
final class RealCitations {
    private final List<Reference> references = new ArrayList<>();

    RealCitations(List<Paper> papers) {
        papers.forEach(paper -> references.addAll(paper.references()));
    }

    /** What two references' identifiers say of them; null where they do not tell. */
    private static @Nullable Boolean areOneWork(Reference a, Reference b) {
        boolean dois = a.doi() != null && b.doi() != null;
        boolean pmids = a.pmid() != null && b.pmid() != null;
        if (dois && lower(a.doi()).equals(lower(b.doi()))
                || pmids && lower(a.pmid()).equals(lower(b.pmid()))) {
            return true;
        }
        return dois || pmids ? false : null;
    }

    private static String lower(@Nullable String text) {
        return String.valueOf(text).toLowerCase(Locale.ROOT).strip();
    }

    /** Grouping by text alone, against the truth. */
    void printHidden(boolean errors) {
        print(
                "real, identifiers hidden",
                errors,
                references.stream().map(RealCitations::hidden).toList());
    }

    /** Grouping by all that is printed. */
    void printAsPrinted(boolean errors) {
        print("real, as printed", errors, references);
    }

    private void print(String what, boolean errors, List<Reference> given) {
        String[] ids = ReconciliationBenchmark.timed(what, given.size(), given::get);
        Map<String, List<Integer>> groups = new TreeMap<>();
        Map<String, List<Integer>> works = new TreeMap<>();
        for (int i = 0; i < ids.length; i++) {
            groups.computeIfAbsent(ids[i], any -> new ArrayList<>()).add(i);
            Reference each = references.get(i);
            if (each.doi() != null) {
                works.computeIfAbsent(lower(each.doi()), any -> new ArrayList<>())
                        .add(i);
            }
            if (each.pmid() != null) {
                works.computeIfAbsent(lower(each.pmid()), any -> new ArrayList<>())
                        .add(i);
            }
        }
        int[] right = new int[1];
        int[] wrong = new int[1];
        int[] untold = new int[1];
        forEachPair(groups, (i, j) -> {
            Boolean one = areOneWork(references.get(i), references.get(j));
            (one == null ? untold : one ? right : wrong)[0]++;
            if (errors && Boolean.FALSE.equals(one)) {
                print("WRONG ", i, j);
            }
        });
        Set<Long> wanted = new HashSet<>();
        int[] missed = new int[1];
        forEachPair(works, (i, j) -> {
            if (wanted.add((long) i << 32 | j) && !ids[i].equals(ids[j])) {
                missed[0]++;
                if (errors) {
                    print("MISSED", i, j);
                }
            }
        });
        System.out.printf(
                Locale.ROOT,
                "    precision %.4f (%d wrong of %d that identifiers tell, %d untold), recall %.4f (%d missed of %d)%n",
                (double) right[0] / (right[0] + wrong[0]),
                wrong[0],
                right[0] + wrong[0],
                untold[0],
                1 - (double) missed[0] / wanted.size(),
                missed[0],
                wanted.size());
    }

    private interface Pairs {
        void accept(int one, int other);
    }

    private static void forEachPair(Map<String, List<Integer>> groups, Pairs pairs) {
        for (List<Integer> group : groups.values()) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) {
                    pairs.accept(group.get(i), group.get(j));
                }
            }
        }
    }

    private void print(String what, int a, int b) {
        System.out.println("  " + what + " " + ReconciliationBenchmark.brief(references.get(a)) + "\n         "
                + ReconciliationBenchmark.brief(references.get(b)));
    }

    private static Reference hidden(Reference each) {
        return new Reference(
                each.label(),
                each.raw(),
                each.authors(),
                each.title(),
                each.journal(),
                each.year(),
                each.volume(),
                each.issue(),
                each.firstPage(),
                each.lastPage(),
                null,
                null,
                null,
                null);
    }

    static Reference reference(
            @Nullable String family,
            @Nullable String title,
            @Nullable String journal,
            @Nullable Integer year,
            @Nullable String volume,
            @Nullable String page) {
        return MadeCitations.reference(
                family == null ? List.of() : List.of(new PersonName(family, "P")),
                title,
                journal,
                year,
                new @Nullable String[] {volume, page, null},
                new @Nullable String[] {null, null});
    }
}
