package dev.apatite.web.page;

import dev.apatite.text.Html;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Text under layers of tags that may overlap, as HTML whose elements are always nested. */
final class Layered {
    /** The order in which layers must be given: by where they begin, the longer one outside. */
    static final Comparator<Layer> ORDER = Comparator.comparingInt(Layer::start)
            .thenComparing(Comparator.comparingInt(Layer::end).reversed())
            .thenComparingInt(Layer::rank);

    /**
     * A stretch of text within a tag.
     *
     * @param rank the lower one is outside of two that cover the same text
     * @param first opens it for the first time, with its id
     * @param again opens it again after an interruption
     */
    record Layer(int start, int end, int rank, String first, String again, String close) {}

    private final String text;
    private final StringBuilder html = new StringBuilder();
    private final Deque<Layer> open = new ArrayDeque<>();
    private int position;

    private Layered(String text, int start) {
        this.text = text;
        position = start;
    }

    /** The text from {@code start} to before {@code end}, under those parts of the layers that cover it. */
    static String html(String text, int start, int end, List<Layer> layers) {
        Layered layered = new Layered(text, start);
        for (Layer layer : layers) {
            if (layer.start() < end && layer.end() > start) {
                layered.closeUntil(Math.max(layer.start(), start));
                layered.write(Math.max(layer.start(), start));
                layered.push(layer, layer.start() >= start);
            }
        }
        layered.closeUntil(end);
        layered.write(end);
        while (!layered.open.isEmpty()) {
            layered.html.append(layered.open.pop().close());
        }
        return layered.html.toString();
    }

    private void push(Layer layer, boolean first) {
        html.append(first ? layer.first() : layer.again());
        open.push(layer);
    }

    /** Ends the layers that end before or at {@code limit}, the earliest first. */
    private void closeUntil(int limit) {
        while (true) {
            int next = open.stream().mapToInt(Layer::end).min().orElse(Integer.MAX_VALUE);
            if (next > limit) {
                return;
            }
            write(next);
            close(next);
        }
    }

    /** Closes what ends here; what lies inside of it and goes on is opened again. */
    private void close(int end) {
        List<Layer> interrupted = new ArrayList<>();
        while (open.stream().anyMatch(each -> each.end() <= end)) {
            Layer layer = open.pop();
            html.append(layer.close());
            if (layer.end() > end) {
                interrupted.addFirst(layer);
            }
        }
        interrupted.forEach(each -> push(each, false));
    }

    private void write(int to) {
        if (to > position) {
            html.append(Html.escaped(text.substring(position, Math.min(to, text.length()))));
            position = to;
        }
    }
}
