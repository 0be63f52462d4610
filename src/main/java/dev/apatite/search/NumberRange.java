package dev.apatite.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers from and to, both included, as a filter writes them: {@code 20..40}, {@code 20..}, {@code ..40}, {@code 20}. */
record NumberRange(int from, int to) {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{0,4})(\\.\\.)?([0-9]{0,4})");

    static NumberRange read(String parameter, String value) {
        Matcher shape = SHAPE.matcher(value);
        if (!shape.matches() || (shape.group(1).isEmpty() && shape.group(3).isEmpty())) {
            throw new BadRequest(
                    parameter,
                    parameter + " is a number or a range like " + (parameter.equals("year") ? "2010..2020" : "20..40")
                            + ", open at one end or at none, not " + value);
        }
        int from = shape.group(1).isEmpty() ? 0 : Integer.parseInt(shape.group(1));
        if (shape.group(2) == null) {
            return new NumberRange(from, from);
        }
        int to = shape.group(3).isEmpty() ? Short.MAX_VALUE : Integer.parseInt(shape.group(3));
        if (from > to) {
            throw new BadRequest(parameter, "the range " + value + " begins after its end");
        }
        return new NumberRange(from, to);
    }
}
