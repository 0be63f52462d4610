package dev.apatite.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks through a corpus folder. Names that begin with a dot are no part of it; a link that leads out of the folder is
 * a failure, for what stands behind it is not the corpus.
 */
final class CorpusFolder {
    private final Path folder;
    private final Path excluded;

    /**
     * A file as it stands in the folder.
     *
     * @param path relative, with forward slashes
     */
    record Entry(String path, long size, long modified) {}

    /** What was seen: files, and what is there but cannot be a paper, each by path. */
    record Listing(Map<String, Entry> files, Map<String, String> refused) {}

    /** {@code excluded} is the index folder, which may lie within the corpus. */
    CorpusFolder(Path folder, Path excluded) {
        this.folder = folder.toAbsolutePath().normalize();
        this.excluded = excluded.toAbsolutePath().normalize();
    }

    Path path() {
        return folder;
    }

    Listing list() {
        if (!Files.isDirectory(folder)) {
            throw new IngestException("the corpus folder " + folder + " is "
                    + (Files.exists(folder) ? "not a folder" : "not there")
                    + "; name a folder of papers, or make this one");
        }
        Map<String, Entry> files = new TreeMap<>();
        Map<String, String> refused = new TreeMap<>();
        try {
            Path real = folder.toRealPath();
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return !directory.equals(folder) && (hidden(directory) || directory.equals(excluded))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!hidden(file)) {
                        look(real, file, attributes, files, refused);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException problem) {
                    refused.put(
                            relative(file),
                            "cannot be opened (" + problem.getClass().getSimpleName() + ")");
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new IngestException("the corpus folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
        return new Listing(files, refused);
    }

    private void look(
            Path real,
            Path file,
            BasicFileAttributes attributes,
            Map<String, Entry> files,
            Map<String, String> refused) {
        String path = relative(file);
        BasicFileAttributes target = attributes;
        if (attributes.isSymbolicLink()) {
            try {
                Path end = file.toRealPath();
                if (!end.startsWith(real)) {
                    refused.put(path, "is a link that leads out of the corpus folder");
                    return;
                }
                target = Files.readAttributes(end, BasicFileAttributes.class);
            } catch (IOException e) {
                refused.put(path, "is a link that leads nowhere");
                return;
            }
        }
        if (target.isRegularFile()) {
            files.put(
                    path,
                    new Entry(path, target.size(), target.lastModifiedTime().toMillis()));
        } else {
            refused.put(path, target.isDirectory() ? "is a link to a folder" : "is not a regular file");
        }
    }

    private String relative(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private static boolean hidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }
}
