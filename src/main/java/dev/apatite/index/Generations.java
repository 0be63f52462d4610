package dev.apatite.index;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The generations of an index in its folder: {@code generation-N} folders, and the file {@code current} that names the one
 * that counts. The file is replaced as a whole, so that it always names a whole generation.
 */
final class Generations {
    private static final String POINTER = "current";
    private static final String NOWHERE = "generation-0";
    private static final Pattern NAME = Pattern.compile("generation-([0-9]{1,9})");

    private final Path folder;

    Generations(Path folder) {
        this.folder = folder;
    }

    /** The generation that counts; empty where nothing was indexed yet. */
    Optional<Path> current() {
        try {
            String name = Files.readString(folder.resolve(POINTER), StandardCharsets.UTF_8)
                    .strip();
            // What names no generation names one that is not there: the index is damaged, and built anew.
            return Optional.of(folder.resolve(NAME.matcher(name).matches() ? name : NOWHERE));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of(folder.resolve(NOWHERE));
        } catch (IOException e) {
            throw new IndexException("the index in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A folder for a new generation, which does not count yet. */
    Path begin() throws IOException {
        int last = all().stream().mapToInt(Generations::number).max().orElse(0);
        return Files.createDirectories(folder.resolve("generation-" + (last + 1)));
    }

    /** Makes a generation the one that counts. */
    void choose(Path generation) throws IOException {
        Path draft = folder.resolve(POINTER + ".new");
        Files.writeString(draft, generation.getFileName() + "\n", StandardCharsets.UTF_8);
        try {
            Files.move(draft, folder.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, folder.resolve(POINTER), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes every generation but the one that counts; what cannot be deleted now is deleted another time. */
    void sweep() throws IOException {
        Optional<Path> current = current();
        for (Path generation : all()) {
            if (!current.map(generation::equals).orElse(false)) {
                delete(generation);
            }
        }
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(each -> number(each) > 0).toList();
        }
    }

    private static int number(Path path) {
        Matcher name = NAME.matcher(path.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    private static void delete(Path generation) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(generation)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException stillInUse) {
                return;
            }
        }
    }
}
