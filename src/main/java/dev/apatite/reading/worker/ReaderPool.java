package dev.apatite.reading.worker;

import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A few child processes that read files; started when they are needed, reused, replaced when a file broke one. */
public final class ReaderPool implements AutoCloseable {
    private final ReaderSettings settings;
    private final Semaphore places;
    private final Deque<ReaderProcess> idle = new ArrayDeque<>();
    private final PaperJson json = new PaperJson();
    private boolean closed;

    public ReaderPool(ReaderSettings settings) {
        this.settings = settings;
        places = new Semaphore(settings.processes(), true);
    }

    /**
     * Reads the first or only paper of a file; waits while all children are busy.
     *
     * @param corpus the folder that {@code sourceFile} is relative to
     * @throws ReadingException where there is no paper in the file, or none within the bounds; says why
     * @throws UncheckedIOException where no child process can be started at all
     */
    public Paper read(Path corpus, String sourceFile) throws ReadingException {
        return json.read(readJson(corpus, sourceFile).getFirst());
    }

    /**
     * Reads all papers of a file, for one who keeps them as they came.
     *
     * @return what {@link PaperJson} reads, paper by paper in the order of the file
     * @throws ReadingException where there is no paper in the file, or none within the bounds; says why
     */
    public List<String> readJson(Path corpus, String sourceFile) throws ReadingException {
        places.acquireUninterruptibly();
        ReaderProcess process = null;
        try {
            process = take();
            return process.read(corpus, sourceFile).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (process != null) {
                giveBack(process);
            }
            places.release();
        }
    }

    private ReaderProcess take() throws IOException {
        synchronized (idle) {
            if (closed) {
                throw new IOException("the pool of reading processes is closed");
            }
            for (ReaderProcess waiting = idle.poll(); waiting != null; waiting = idle.poll()) {
                if (!waiting.broken()) {
                    return waiting;
                }
                waiting.close();
            }
        }
        return new ReaderProcess(settings);
    }

    private void giveBack(ReaderProcess process) {
        synchronized (idle) {
            if (!closed && !process.broken()) {
                idle.push(process);
                return;
            }
        }
        process.close();
    }

    /** Ends the idle children at once and the busy ones as soon as they are given back. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(ReaderProcess::close);
            idle.clear();
        }
    }
}
