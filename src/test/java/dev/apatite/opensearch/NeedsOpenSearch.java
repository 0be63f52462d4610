package dev.apatite.opensearch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A class of tests that are skipped, each by its name and with the reason, where OpenSearch is not there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsOpenSearch.Condition.class)
public @interface NeedsOpenSearch {
    /** Whether it needs the plugin for vectors too. */
    boolean withVectors() default false;

    /** Looks for OpenSearch, and says on the terminal what is skipped without it. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean vectors = context.getTestClass()
                    .flatMap(each -> AnnotationSupport.findAnnotation(each, NeedsOpenSearch.class))
                    .filter(NeedsOpenSearch::withVectors)
                    .isPresent();
            String missing = !OpenSearchNodes.isThere()
                    ? OpenSearchNodes.missing()
                    : vectors && !OpenSearchNodes.keepsVectors() ? OpenSearchNodes.missingPlugin() : "";
            if (!missing.isEmpty() && context.getTestMethod().isEmpty()) {
                System.out.println("skipped " + context.getDisplayName() + ": " + missing);
            }
            return missing.isEmpty()
                    ? ConditionEvaluationResult.enabled("OpenSearch is there")
                    : ConditionEvaluationResult.disabled(missing);
        }
    }
}
