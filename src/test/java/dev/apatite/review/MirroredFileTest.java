package dev.apatite.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copy that a server keeps of records which several servers share. */
class MirroredFileTest {
    @TempDir
    private Path folder;

    /** Records that are kept in memory. */
    private static final class Kept implements SharedRecords {
        private final List<String> records = new ArrayList<>();
        private int asked;

        @Override
        public List<String> from(int place) {
            asked++;
            return List.copyOf(records.subList(place, records.size()));
        }

        @Override
        public boolean put(int place, String record) {
            return place == records.size() && records.add(record);
        }
    }

    @Test
    void aFileFromBeforeIsJoinedAndRecordsStandBehindIt() throws IOException {
        Path file = Files.writeString(folder.resolve("marks.jsonl"), "mine\n");
        Kept shared = new Kept();
        shared.records.add("theirs");
        MirroredFile mirror = new MirroredFile(file, shared);
        mirror.join();
        mirror.add("new");
        assertThat(shared.records).containsExactly("theirs", "mine", "new");
        assertThat(Files.readAllLines(file)).containsExactlyElementsOf(shared.records);
    }

    @Test
    void aLongFileFromBeforeAsksNoMoreOftenThanAShortOne() throws IOException {
        int[] asked = new int[2];
        for (int i = 0; i < 2; i++) {
            List<String> lines = IntStream.range(0, i == 0 ? 2 : 500)
                    .mapToObj(each -> "mark " + each)
                    .toList();
            Kept shared = new Kept();
            shared.records.add("theirs");
            new MirroredFile(Files.write(folder.resolve(i + ".jsonl"), lines), shared).join();
            assertThat(shared.records)
                    .hasSize(1 + lines.size())
                    .startsWith("theirs")
                    .containsAll(lines);
            asked[i] = shared.asked;
        }
        assertThat(asked[1]).isEqualTo(asked[0]);
    }

    @Test
    void linesThatEndAsOnWindowsStayWholeAndOnlyWhatACrashLeftOfALineGoes() throws IOException {
        Kept shared = new Kept();
        shared.records.addAll(List.of("a first mark", "a second mark"));
        Path file = Files.writeString(folder.resolve("marks.jsonl"), "a first mark\r\na second mark\r\nhalf a li");
        MirroredFile mirror = new MirroredFile(file, shared);
        mirror.join();
        mirror.add("a third mark");
        assertThat(Files.readAllLines(file)).containsExactly("a first mark", "a second mark", "a third mark");
    }
}
