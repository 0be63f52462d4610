package dev.apatite.annotation.evidence;

/** A line and a treatment that its outcome may belong to, with what is known of them. */
record Pair(int line, String name, float[] features) {}
