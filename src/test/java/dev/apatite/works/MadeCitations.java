package dev.apatite.works;

import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Citations of made-up works with known truth, any number of them, the same for the same seed. A work is put together from
 * the pieces of real references; one in five has a relative that is easily taken for it ({@link LikeWorks}). Works are
 * cited as unevenly as in life: a few by hundreds, most by one or two; each time as a typist would ({@link Typist}).
 */
final class MadeCitations {
    /** A printed reference, and the number of the work that it cites. */
    record Citation(Reference reference, int work) {}

    private static final double MEAN_CITATIONS = 4;

    private final List<Reference> pieces;
    private final int works;
    private final long seed;

    /** Enough works for {@code size} citations; {@code pieces} are real references with author, title and journal. */
    MadeCitations(List<Reference> pieces, int size, long seed) {
        this.pieces = pieces;
        this.works = Math.max(2, (int) (size / MEAN_CITATIONS));
        this.seed = seed;
    }

    /** The next citation. */
    Citation next(Random random) {
        // Squared: the first tenth of the works draws a third of the citations.
        double draw = random.nextDouble();
        int work = (int) (works * draw * draw);
        return new Citation(new Typist(random).print(work(work)), work);
    }

    /** The work with this number, printed without fault. */
    Reference work(int number) {
        boolean relative = number % 5 == 4;
        Reference plain = plain(relative ? number - 1 : number);
        return relative ? LikeWorks.of(plain, random(number)) : plain;
    }

    private Random random(int number) {
        return new Random(seed * 31 + number * 0x9E3779B97F4A7C15L);
    }

    private Reference plain(int number) {
        Random random = random(number);
        Reference head = piece(random);
        Reference tail = piece(random);
        Reference place = piece(random);
        int volume = 1 + random.nextInt(120);
        int page = 1 + random.nextInt(2_000);
        boolean hasDoi = random.nextInt(10) < 8;
        return new Reference(
                null,
                "",
                piece(random).authors(),
                title(head, tail),
                place.journal(),
                1960 + random.nextInt(65),
                "" + volume,
                null,
                "" + page,
                "" + (page + 1 + random.nextInt(15)),
                hasDoi ? "10." + (1000 + random.nextInt(9_000)) + "/made." + number : null,
                random.nextInt(10) < 7 ? "" + (1_000_000 + number) : null,
                null,
                null);
    }

    private Reference piece(Random random) {
        return pieces.get(random.nextInt(pieces.size()));
    }

    /** The beginning of one title and the end of another: so beginnings and ends repeat, as they do in life. */
    private static String title(Reference head, Reference tail) {
        List<String> words = new ArrayList<>();
        String[] first = words(head);
        String[] last = words(tail);
        words.addAll(Arrays.asList(first).subList(0, (first.length + 1) / 2));
        words.addAll(Arrays.asList(last).subList(last.length / 2, last.length));
        return String.join(" ", words);
    }

    private static String[] words(Reference reference) {
        return String.valueOf(reference.title()).split(" ");
    }

    /** A copy with other authors, title, journal and place; what is null stays out. */
    static Reference reference(
            List<PersonName> authors,
            @Nullable String title,
            @Nullable String journal,
            @Nullable Integer year,
            @Nullable String[] place,
            @Nullable String[] ids) {
        return new Reference(
                null, "", authors, title, journal, year, place[0], null, place[1], place[2], ids[0], ids[1], null,
                null);
    }
}
