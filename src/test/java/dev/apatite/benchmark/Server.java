package dev.apatite.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, which prints its address at the end of a line when it listens. */
final class Server implements AutoCloseable {
    private final Process process;
    private final Cpu cpu;
    private final String address;
    private final double cpuToListen;
    private final double cpuToBeReady;

    /** Starts it and waits until it is ready. */
    Server(List<String> command, String health) throws IOException, InterruptedException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        cpu = new Cpu(process);
        BufferedReader lines = process.inputReader();
        String line = lines.readLine();
        while (line != null && !line.contains("http://")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("no server came of " + command);
        }
        address = line.substring(line.indexOf("http://"));
        cpuToListen = cpu.seconds();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (client.send(
                                    HttpRequest.newBuilder(URI.create(address + health))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    != 200) {
                Thread.sleep(20);
            }
        }
        cpuToBeReady = cpu.seconds();
    }

    String address() {
        return address;
    }

    Cpu cpu() {
        return cpu;
    }

    double cpuToListen() {
        return cpuToListen;
    }

    double cpuToBeReady() {
        return cpuToBeReady;
    }

    /** Megabytes of memory that it holds; -1 where the system does not say. */
    long megabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(each -> each.startsWith("VmRSS:"))
                    .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
