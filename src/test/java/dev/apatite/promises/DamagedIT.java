package dev.apatite.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index with a damaged file says so, or answers as a sound one does: it is never wrong in silence. */
class DamagedIT {
    private static final int DAMAGES_A_ROUND = 5;

    @TempDir
    private Path folder;

    private enum Damage {
        FLIP,
        ZEROS,
        CUT,
        LONGER,
        DELETED
    }

    @Test
    void noDamageGivesAnotherAnswerInSilence() throws Exception {
        Program program = new Program(folder);
        for (int i = 0; i < 4; i++) {
            program.write(i, "gout");
        }
        program.index();
        Answers sound = Answers.of(program.index).orElseThrow();
        Random random = new Random(Program.seed());
        int told = 0;
        for (int round = 0; round < DAMAGES_A_ROUND * Program.rounds(); round++) {
            List<Path> files = files(program.index);
            Path file = files.get(random.nextInt(files.size()));
            byte[] bytes = Files.readAllBytes(file);
            Damage damage = Damage.values()[random.nextInt(Damage.values().length)];
            damage(file, bytes, damage, random);
            Optional<Answers> answers = Answers.of(program.index);
            assertThat(answers.orElse(sound)).as("%s of %s", damage, file).isEqualTo(sound);
            told += answers.isEmpty() ? 1 : 0;
            Files.write(file, bytes);
        }
        assertThat(told).isPositive();
        Program.tell(DAMAGES_A_ROUND * Program.rounds() + " damages of which " + told + " were told");
        Path largest = files(program.index).stream()
                .max(java.util.Comparator.comparingLong(each -> each.toFile().length()))
                .orElseThrow();
        damage(largest, Files.readAllBytes(largest), Damage.FLIP, random);
        assertThat(program.index()).isEqualTo("indexed 4, unchanged 0, removed 0, failed 0");
        assertThat(Answers.of(program.index)).contains(sound);
    }

    private static void damage(Path file, byte[] bytes, Damage damage, Random random) throws IOException {
        byte[] damaged = bytes.clone();
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        switch (damage) {
            case FLIP -> {
                if (bytes.length > 0) {
                    damaged[at] ^= (byte) (1 << random.nextInt(8));
                }
                Files.write(file, damaged);
            }
            case ZEROS -> {
                Arrays.fill(damaged, at, Math.min(bytes.length, at + 512), (byte) 0);
                Files.write(file, damaged);
            }
            case CUT -> Files.write(file, Arrays.copyOf(bytes, at));
            case LONGER -> Files.write(file, Arrays.copyOf(bytes, bytes.length + 1 + at));
            case DELETED -> Files.delete(file);
        }
    }

    /** All files of the index but the locks, which hold nothing. */
    private static List<Path> files(Path index) throws IOException {
        try (Stream<Path> all = Files.walk(index)) {
            return all.filter(Files::isRegularFile)
                    .filter(each -> !each.getFileName().toString().endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }
}
