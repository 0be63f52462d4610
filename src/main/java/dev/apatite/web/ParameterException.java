package dev.apatite.web;

/** A parameter of a request that cannot be honoured. */
final class ParameterException extends RuntimeException {
    private final String parameter;

    ParameterException(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    String parameter() {
        return parameter;
    }
}
