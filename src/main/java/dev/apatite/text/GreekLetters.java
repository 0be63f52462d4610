package dev.apatite.text;

import org.jspecify.annotations.Nullable;

/** Greek letters by their English names, as papers write one for the other: "TNF-α", "TNF-alpha". */
public final class GreekLetters {
    private static final char FIRST = '\u03B1';

    /** From alpha on in the order of Unicode, which has the final sigma as a letter of its own. */
    private static final String[] NAMES = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };

    private GreekLetters() {}

    /** The name of a letter, large or small, in small letters; null for whatever is no Greek letter without accents. */
    public static @Nullable String name(char letter) {
        int at = Character.toLowerCase(letter) - FIRST;
        return at >= 0 && at < NAMES.length ? NAMES[at] : null;
    }
}
