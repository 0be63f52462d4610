package dev.apatite.ingest;

import dev.apatite.paper.SourcePath;
import dev.apatite.reading.record.ZoteroLibrary;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a corpus folder. Names that begin with a dot are no part of it, nor is what a Zotero data folder holds beside
 * the papers of its library: the program's own files, parts of saved web pages, the trash. A link that leads out of the folder is
 * a failure, for what stands behind it is not the corpus.
 */
final class CorpusFolder {
    private final Path folder;
    private final Path excluded;
    private final Map<Path, Library> libraries = new ConcurrentHashMap<>();

    /** A library as it was when its file had this size and time. */
    private record Library(FileTime modified, long size, Optional<ZoteroLibrary.Holdings> holdings) {}

    /**
     * A file as it stands in the folder.
     *
     * @param path relative, with forward slashes
     */
    record Entry(String path, long size, long modified) {}

    /**
     * What was seen.
     *
     * @param files by path
     * @param refused what is there but cannot be a paper, by path, with the reason
     * @param closed paths of files and folders that could not be looked at, so that nothing is known of what stands there
     */
    record Listing(Map<String, Entry> files, Map<String, String> refused, Set<String> closed) {
        /** The path of the file that holds the paper of this name: the name itself unless it is one of several. */
        String holding(String path) {
            return files.containsKey(path) ? path : SourcePath.withoutPart(path);
        }

        /** Whether nothing is known of what stands at a path. */
        boolean hides(String path) {
            return !closed.isEmpty()
                    && closed.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
        }
    }

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
        Set<String> closed = new TreeSet<>();
        try {
            Path real = folder.toRealPath();
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    return !directory.equals(folder)
                                    && (hidden(directory) || directory.equals(excluded) || isForeign(directory))
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!hidden(file) && !isForeign(file)) {
                        look(real, file, attributes, new Listing(files, refused, closed));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
                    if (file.equals(folder)) {
                        throw problem;
                    }
                    // What was deleted while this looked is not there, and needs no word.
                    if (!hidden(file) && !(problem instanceof NoSuchFileException)) {
                        close(file, "cannot be opened", problem);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
                        throws IOException {
                    if (problem != null && directory.equals(folder)) {
                        throw problem;
                    }
                    if (problem != null) {
                        close(directory, "cannot be listed to its end", problem);
                    }
                    return FileVisitResult.CONTINUE;
                }

                private void close(Path path, String what, IOException problem) {
                    refused.put(relative(path), what + " (" + reason(problem) + ")");
                    closed.add(relative(path));
                }
            });
        } catch (IOException e) {
            throw new IngestException("the corpus folder " + folder + " cannot be read: " + reason(e), e);
        }
        return new Listing(files, refused, closed);
    }

    /** Whether a file or folder in a Zotero data folder is the program's own, or in its trash. */
    private boolean isForeign(Path path) {
        for (Path above = path.getParent(); above != null && above.startsWith(folder); above = above.getParent()) {
            Optional<ZoteroLibrary.Holdings> holdings = library(above);
            if (holdings.isPresent() && !holdings.get().has(SourcePath.of(above, path))) {
                return true;
            }
        }
        return false;
    }

    private Optional<ZoteroLibrary.Holdings> library(Path directory) {
        try {
            Path file = directory.resolve(ZoteroLibrary.FILE);
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            Library known = libraries.get(directory);
            if (known == null || known.size() != now.size() || !known.modified().equals(now.lastModifiedTime())) {
                known = new Library(now.lastModifiedTime(), now.size(), ZoteroLibrary.holdings(directory));
                libraries.put(directory, known);
            }
            return known.holdings();
        } catch (IOException e) {
            libraries.remove(directory);
            return Optional.empty();
        }
    }

    private static String reason(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "no permission";
        }
        String given = problem instanceof FileSystemException known ? known.getReason() : null;
        return given == null ? String.valueOf(problem.getMessage()) : given;
    }

    private void look(Path real, Path file, BasicFileAttributes attributes, Listing seen) {
        String path = relative(file);
        BasicFileAttributes target = attributes;
        if (attributes.isSymbolicLink()) {
            try {
                Path end = file.toRealPath();
                if (!end.startsWith(real)) {
                    seen.refused().put(path, "is a link that leads out of the corpus folder");
                    return;
                }
                target = Files.readAttributes(end, BasicFileAttributes.class);
            } catch (IOException e) {
                seen.refused().put(path, "is a link that leads nowhere");
                seen.closed().add(path);
                return;
            }
        }
        if (seen.files().containsKey(path)) {
            seen.refused().put(path + " ", "has the name of another file in another encoding");
        } else if (target.isRegularFile()) {
            seen.files()
                    .put(
                            path,
                            new Entry(
                                    path,
                                    target.size(),
                                    target.lastModifiedTime().toMillis()));
        } else {
            seen.refused().put(path, target.isDirectory() ? "is a link to a folder" : "is not a regular file");
        }
    }

    /**
     * The file that has this name or holds the paper of this name; empty where there is none, or where it is not of the
     * corpus: hidden, in the index folder, or beyond a link that leads out of the folder.
     */
    Optional<Original> original(String name) {
        try {
            Path named = SourcePath.in(folder, name).normalize();
            if (!named.startsWith(folder) || named.equals(folder) || named.startsWith(excluded)) {
                return Optional.empty();
            }
            for (Path each : folder.relativize(named)) {
                if (hidden(each)) {
                    return Optional.empty();
                }
            }
            Path real = named.toRealPath();
            return real.startsWith(folder.toRealPath()) && Files.isRegularFile(real)
                    ? Optional.of(new Original(real, String.valueOf(named.getFileName())))
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private String relative(Path file) {
        return SourcePath.of(folder, file);
    }

    private static boolean hidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }
}
