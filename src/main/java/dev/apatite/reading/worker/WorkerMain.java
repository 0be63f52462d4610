package dev.apatite.reading.worker;

import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.draft.ReadingException.Fault;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The child process: reads the files that its parent names, one after the other, until the parent is gone. */
public final class WorkerMain {
    private static final int LONGEST_REQUEST = 1 << 16;

    private final PaperReader reader = new PaperReader();
    private final PaperJson json = new PaperJson();
    private final int longestOutput;

    private WorkerMain(int longestOutput) {
        this.longestOutput = longestOutput;
    }

    /** Takes one argument: the longest paper to send, in bytes. */
    public static void main(String[] arguments) throws IOException {
        endWithParent();
        PrintStream answers = System.out;
        // What a parser prints must not come between the messages.
        System.setOut(System.err);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(answers))) {
            new WorkerMain(Integer.parseInt(arguments[0])).serve(in, out);
        }
    }

    /** A parser that hangs must not outlive the process that would have stopped it. */
    private static void endWithParent() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent -> parent.onExit().thenRun(() -> {
                    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
                    Runtime.getRuntime().halt(1);
                }));
    }

    private void serve(DataInputStream in, DataOutputStream out) throws IOException {
        Frames.write(out, Frames.READY, "");
        while (true) {
            String request;
            try {
                request = Frames.read(in, LONGEST_REQUEST).text();
            } catch (EOFException parentIsGone) {
                return;
            }
            answer(request, out);
        }
    }

    private void answer(String request, DataOutputStream out) throws IOException {
        int separator = request.indexOf('\0');
        try {
            List<Paper> papers = reader.readAll(
                    Path.of(URI.create(request.substring(0, separator))), request.substring(separator + 1));
            byte[] lines = papers.stream()
                    .map(json::write)
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
            if (lines.length > longestOutput) {
                throw new ReadingException(
                        "holds more text than the limit of " + (longestOutput >> 20) + " MB", Fault.BOUNDS, null);
            }
            Frames.write(out, Frames.PAPERS, lines);
        } catch (ReadingException e) {
            fail(out, Passing.isCauseOf(e) ? Fault.MOMENT : e.fault(), String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            fail(out, Fault.FILE, "is nested too deeply");
        } catch (RuntimeException e) {
            fail(out, Passing.isCauseOf(e) ? Fault.MOMENT : Fault.FILE, "what it holds breaks the parser of its kind");
        }
    }

    private static void fail(DataOutputStream out, Fault fault, String reason) throws IOException {
        Frames.write(out, Frames.FAILURE, fault.name() + "\0" + reason);
    }
}
