package dev.apatite.reading.worker;

import dev.apatite.reading.draft.ReadingException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One child process with its streams and its own temporary folder. Used by one thread at a time. */
final class ReaderProcess implements AutoCloseable {
    private static final int OUT_OF_MEMORY = 3;
    private static final Duration START = Duration.ofSeconds(60);

    private final ReaderSettings settings;
    private final OwnedFolder owned;
    private final Path temporary;
    private final Process process;
    private final DataInputStream answers;
    private final DataOutputStream requests;
    private boolean broken;

    ReaderProcess(ReaderSettings settings) throws IOException {
        this.settings = settings;
        owned = OwnedFolder.make("reader");
        temporary = owned.path();
        ProcessBuilder builder = new ProcessBuilder(command());
        // Tesseract with several threads beside other readers is many times slower than with one.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        process = started(builder);
        answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        try {
            await(START);
        } catch (ReadingException e) {
            close();
            throw new IOException("a reading process could not be started: " + e.getMessage(), e);
        }
    }

    private Process started(ProcessBuilder builder) throws IOException {
        try {
            return builder.redirectError(ProcessBuilder.Redirect.DISCARD)
                    .directory(temporary.toFile())
                    .start();
        } catch (IOException e) {
            owned.close();
            throw e;
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heapMegabytes() + "m",
                "-Xss4m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+UseSerialGC",
                // Few runs read so much that the optimizing compiler pays for itself in each child.
                "-XX:TieredStopAtLevel=1",
                "-Xmn" + settings.heapMegabytes() / 4 + "m",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary));
        // No parser has a reason to ask the network or to follow an external entity; whatever tries, fails at once.
        command.addAll(List.of(
                "-DsocksProxyHost=127.0.0.1",
                "-DsocksProxyPort=9",
                "-DsocksNonProxyHosts=",
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet="));
        if (Runtime.version().feature() >= 24) {
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        String archive = System.getProperty("apatite.archive");
        if (archive != null) {
            command.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable"));
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                WorkerMain.class.getName(),
                String.valueOf(settings.outputMegabytes() << 20)));
        return command;
    }

    /** This process's own class path, from wherever the child stands. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(element -> new File(element).getAbsolutePath())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The papers of a file, each a line of JSON. */
    String read(Path corpus, String sourceFile) throws ReadingException {
        try {
            // The folder's address keeps the bytes of its name, whatever the locale.
            Frames.write(requests, Frames.READ, corpus.toUri() + "\0" + sourceFile);
        } catch (IOException e) {
            throw dead(e);
        }
        Frames.Frame answer = await(settings.timeout());
        if (answer.kind() == Frames.PAPERS) {
            return answer.text();
        }
        String[] failure = answer.text().split("\0", 2);
        throw new ReadingException(failure[1], ReadingException.Fault.valueOf(failure[0]), null);
    }

    /** Whether the process can no longer be used. */
    boolean broken() {
        return broken || !process.isAlive();
    }

    private Frames.Frame await(Duration longest) throws ReadingException {
        FutureTask<Frames.Frame> reading =
                new FutureTask<>(() -> Frames.read(answers, (settings.outputMegabytes() << 20) + 1024));
        Thread.ofPlatform().daemon().name("apatite-await-reader").start(reading);
        try {
            return reading.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            broken = true;
            kill();
            throw new ReadingException(
                    String.format(Locale.ROOT, "took longer than %s seconds to read", seconds(longest)),
                    ReadingException.Fault.BOUNDS,
                    e);
        } catch (ExecutionException e) {
            throw dead(e);
        } catch (InterruptedException e) {
            broken = true;
            kill();
            Thread.currentThread().interrupt();
            throw new ReadingException("reading was interrupted", ReadingException.Fault.MOMENT, e);
        }
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0
                ? String.valueOf(time.toSeconds())
                : String.valueOf(time.toMillis() / 1000.0);
    }

    private ReadingException dead(Throwable cause) {
        broken = true;
        try {
            if (process.waitFor(5, TimeUnit.SECONDS)) {
                return process.exitValue() == OUT_OF_MEMORY
                        ? new ReadingException(
                                "needs more memory than the limit of " + settings.heapMegabytes() + " MB",
                                ReadingException.Fault.BOUNDS,
                                cause)
                        : new ReadingException(
                                "crashed the process that read it (exit code " + process.exitValue() + ")",
                                ReadingException.Fault.BOUNDS,
                                cause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        return new ReadingException(
                "left the process that read it without an answer", ReadingException.Fault.BOUNDS, cause);
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
        owned.close();
    }
}
