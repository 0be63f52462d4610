package dev.apatite.ingest;

import dev.apatite.paper.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What recognises things in a paper.
 *
 * @param rules may throw for a text that breaks them
 * @param version of the rules and of the vocabulary
 */
record Annotation(UnaryOperator<Paper> rules, String version) {
    /** A paper whose text breaks the rules. */
    static final class BrokenRules extends Exception {
        /** What the reason begins with. */
        static final String REASON = "can be read, but what it says cannot be recognised: ";

        private static final long serialVersionUID = 1;

        BrokenRules(Throwable cause) {
            super(
                    REASON
                            + (cause instanceof StackOverflowError
                                    ? "it is nested too deeply"
                                    : "a rule of annotation breaks at it"),
                    cause);
        }
    }

    /** The paper with what is recognised in it; one whose text breaks the rules with a warning that says so. */
    Paper orWarned(Paper paper) {
        List<String> warnings = new ArrayList<>(paper.warnings());
        warnings.removeIf(each -> each.startsWith(BrokenRules.REASON));
        try {
            return of(paper.withWarnings(warnings));
        } catch (BrokenRules e) {
            warnings.add(String.valueOf(e.getMessage()));
            return paper.annotated(List.of(), List.of(), List.of()).withWarnings(warnings);
        }
    }

    /**
     * The paper with what is recognised in it.
     *
     * @throws BrokenRules where its text breaks the rules, so that one paper does not stop the others
     */
    Paper of(Paper paper) throws BrokenRules {
        try {
            return rules.apply(paper);
        } catch (RuntimeException | StackOverflowError e) {
            throw new BrokenRules(e);
        }
    }
}
