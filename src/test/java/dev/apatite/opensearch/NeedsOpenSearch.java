package dev.apatite.opensearch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A class of tests that are skipped, each by its name and with the reason, where OpenSearch is not there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsOpenSearch.Condition.class)
public @interface NeedsOpenSearch {
    /** Looks for OpenSearch, and says on the terminal what is skipped without it. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean there = OpenSearchNodes.isThere();
            if (!there && context.getTestMethod().isEmpty()) {
                System.out.println("skipped " + context.getDisplayName() + ": " + OpenSearchNodes.missing());
            }
            return there
                    ? ConditionEvaluationResult.enabled("OpenSearch is there")
                    : ConditionEvaluationResult.disabled(OpenSearchNodes.missing());
        }
    }
}
