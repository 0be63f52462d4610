package dev.apatite.web.europepmc;

/** A request that is not answered; the message is a sentence for whoever asked. */
final class Refused extends RuntimeException {
    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
