package dev.apatite.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts files that readers send into the corpus, in a folder of its own named {@value #FOLDER}. A file is there whole or not
 * at all, under a name that cannot lead elsewhere, and none that is there is written over.
 */
public final class Uploads {
    /** The most files of one request. */
    public static final int MOST_FILES = 50;

    /** The most bytes of one file. */
    public static final long MOST_BYTES = 100L << 20;

    /** The most bytes of one request. */
    public static final long MOST_TOGETHER = 400L << 20;

    private static final String FOLDER = "uploaded";
    private static final int LONGEST_NAME = 120;
    private static final int PIECE = 1 << 16;
    private static final int MOST_OF_A_NAME = 1000;
    private static final Set<String> ENDINGS = Set.of(
            "pdf", "xml", "nxml", "html", "htm", "xhtml", "txt", "md", "tex", "docx", "doc", "odt", "rtf", "epub",
            "ris", "bib", "nbib", "json");
    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N} ()_.,+-]+");

    private final Path folder;
    private final Runnable afterwards;

    /** {@code afterwards} is called once files were taken. */
    public Uploads(Path corpus, Runnable afterwards) {
        folder = corpus.resolve(FOLDER);
        this.afterwards = afterwards;
    }

    /** Tells whoever reads the corpus that there are new files. */
    public void done() {
        afterwards.run();
    }

    /**
     * Takes a file.
     *
     * @param name as the browser says it; only its last part counts
     * @return the name under which it lies in the corpus
     * @throws IngestException where it is refused or cannot be kept, in a sentence that names the file
     */
    public String take(String name, InputStream content) {
        String safe = safe(name);
        try {
            Files.createDirectories(folder);
            if (Files.isSymbolicLink(folder)) {
                throw new IngestException(FOLDER + " in the corpus folder is a link; files are not put behind it");
            }
            Path half = Files.createTempFile(folder, ".upload-", ".part");
            try {
                copy(safe, content, half);
                return FOLDER + "/" + placed(half, safe);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new IngestException(safe + " could not be kept: " + e.getMessage(), e);
        }
    }

    private static String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = UNSAFE.matcher(last).replaceAll("_").strip().replaceAll("^[. ]+", "");
        int dot = clean.lastIndexOf('.');
        String ending = clean.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (dot < 1 || !ENDINGS.contains(ending)) {
            throw new IngestException((clean.isEmpty() ? "a file without a name" : clean)
                    + " was refused: it is none of the kinds of files that papers are read from");
        }
        int length = Math.min(dot, LONGEST_NAME);
        return clean.substring(0, length).strip() + "." + ending;
    }

    private static void copy(String name, InputStream content, Path to) throws IOException {
        byte[] piece = new byte[PIECE];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(to, LinkOption.NOFOLLOW_LINKS)) {
            for (int read; (read = content.read(piece)) > 0; ) {
                size += read;
                if (size > MOST_BYTES) {
                    throw new IngestException(
                            name + " was refused: it is larger than " + (MOST_BYTES >> 20) + " megabytes");
                }
                out.write(piece, 0, read);
            }
        }
        if (size == 0) {
            throw new IngestException(name + " was refused: it is empty");
        }
    }

    /** Moves it to its name, or to that name with a number; a file that is there already with the same content is left. */
    private String placed(Path half, String name) throws IOException {
        int dot = name.lastIndexOf('.');
        for (int number = 1; number <= MOST_OF_A_NAME; number++) {
            String numbered = number == 1 ? name : name.substring(0, dot) + "-" + number + name.substring(dot);
            if (numbered.getBytes(StandardCharsets.UTF_8).length > 250) {
                throw new IngestException(name + " was refused: its name is too long");
            }
            Path place = folder.resolve(numbered);
            try {
                // A link to the same bytes is made or not at all; a move would write over what is there.
                Files.createLink(place, half);
                return numbered;
            } catch (FileAlreadyExistsException e) {
                if (Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) && Files.mismatch(place, half) < 0) {
                    return numbered;
                }
            } catch (UnsupportedOperationException e) {
                if (Files.notExists(place, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(half, place);
                    return numbered;
                }
            }
        }
        throw new IngestException(name + " was refused: there are too many files of this name");
    }
}
