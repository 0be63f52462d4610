package dev.apatite.works;

import dev.apatite.paper.Reference;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes a work that is not another, but is easily taken for it: a second part, a reply, next year's report. */
final class LikeWorks {
    private LikeWorks() {}

    static Reference of(Reference work, Random random) {
        String title = String.valueOf(work.title());
        int year = work.year() == null ? 2000 : work.year();
        int page = Integer.parseInt(String.valueOf(work.firstPage()));
        int volume = Integer.parseInt(String.valueOf(work.volume()));
        return switch (random.nextInt(10)) {
            case 0 -> like(work, title + ": part II", year, volume, page + 12, random);
            case 1 -> like(work, title + ". 2. Treatment", year, volume, page + 9, random);
            case 2 -> like(work, "Reply to: " + title, year, volume, page + 3, random);
            case 3 -> like(work, "Erratum: " + title, year, volume + 1, page + 50, random);
            case 4 -> like(work, title, year + 1, volume + 1, page + 31, random);
            case 5 -> like(work, title, year + 4, volume + 4, 1 + random.nextInt(900), random);
            case 6 -> like(work, title + " in children", year, volume, page + 21, random);
            case 7 -> like(work, title + ", " + (year + 2) + " update", year + 2, volume + 2, page + 5, random);
            case 8 -> like(work, title + " (second series)", year + 2, volume + 2, page + 5, random);
            default -> like(work, "A letter on another matter", year, volume, page + 1, random);
        };
    }

    private static Reference like(Reference work, String title, int year, int volume, int page, Random random) {
        @Nullable String doi = work.doi() == null ? null : work.doi() + random.nextInt(10);
        @Nullable String pmid = work.pmid() == null ? null : "2" + work.pmid();
        return MadeCitations.reference(
                work.authors(),
                title,
                work.journal(),
                year,
                new String[] {"" + volume, "" + page, "" + (page + 4)},
                new @Nullable String[] {doi, pmid});
    }
}
