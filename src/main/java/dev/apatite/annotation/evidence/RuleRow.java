package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;

/** What the rules make of a sentence: {@code line} counts the script's lines. */
public record RuleRow(int line, String treatment, Response response, boolean own) {}
