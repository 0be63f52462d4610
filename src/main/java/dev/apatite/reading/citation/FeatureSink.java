package dev.apatite.reading.citation;

/** Takes the names of features in the pieces that they are made of, so that nobody needs to put a name together. */
interface FeatureSink {
    /** The next piece: {@code text} from {@code start} to before {@code end}. */
    FeatureSink add(String text, int start, int end);

    /** The next piece. */
    default FeatureSink add(String text) {
        return add(text, 0, text.length());
    }

    /** The next piece, a number of one digit. */
    default FeatureSink add(int digit) {
        return add(DIGITS, digit, digit + 1);
    }

    /** The name is whole. */
    void end();

    /** The digits, each at its own index. */
    String DIGITS = "0123456789";
}
