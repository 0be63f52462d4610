package dev.apatite.annotation;

import org.jspecify.annotations.Nullable;

/** How much of a treatment, by which way, how often and for how long; each as printed, null where nothing is. */
record Dosage(
        @Nullable String amount,
        @Nullable String route,
        @Nullable String frequency,
        @Nullable String duration) {
    static final Dosage NONE = new Dosage(null, null, null, null);

    boolean isEmpty() {
        return amount == null && route == null && frequency == null && duration == null;
    }

    /** This dosage, with {@code other}'s parts where this one has none. */
    Dosage or(Dosage other) {
        return new Dosage(
                amount == null ? other.amount : amount,
                route == null ? other.route : route,
                frequency == null ? other.frequency : frequency,
                duration == null ? other.duration : duration);
    }

    Dosage with(DosagePart part) {
        return switch (part.kind()) {
            case AMOUNT -> new Dosage(part.text(), route, frequency, duration);
            case ROUTE -> new Dosage(amount, part.text(), frequency, duration);
            case FREQUENCY -> new Dosage(amount, route, part.text(), duration);
            case DURATION -> new Dosage(amount, route, frequency, part.text());
        };
    }

    boolean has(DosagePart.Kind kind) {
        return switch (kind) {
            case AMOUNT -> amount != null;
            case ROUTE -> route != null;
            case FREQUENCY -> frequency != null;
            case DURATION -> duration != null;
        };
    }
}
