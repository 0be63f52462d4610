package dev.apatite.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases by their words. Looking a text's words up takes time by the length of the longest phrase that begins there,
 * however many phrases there are. Fill it first, then share it.
 */
public final class PhraseTrie<T> {
    /** The values of a phrase that ends before word {@code end}. */
    public record Hit<T>(int end, List<T> values) {}

    private static final class Node<T> {
        private @Nullable Map<String, Node<T>> next;
        private List<T> values = List.of();
    }

    private final Node<T> root = new Node<>();

    /** Adds a phrase; a phrase without words is ignored. */
    public void add(String phrase, T value) {
        Words words = Words.of(phrase);
        String[] forms = new String[words.size()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = words.form(i);
        }
        add(forms, value);
    }

    /** Adds a phrase by the forms of its words. */
    public void add(String[] forms, T value) {
        if (forms.length == 0) {
            return;
        }
        Node<T> node = root;
        for (String form : forms) {
            if (node.next == null) {
                node.next = new HashMap<>(2);
            }
            node = node.next.computeIfAbsent(form, each -> new Node<>());
        }
        if (!node.values.contains(value)) {
            List<T> values = new ArrayList<>(node.values);
            values.add(value);
            node.values = List.copyOf(values);
        }
    }

    /** The phrases that begin with word {@code from}, shortest first. */
    public List<Hit<T>> at(Words words, int from) {
        List<Hit<T>> hits = List.of();
        Node<T> node = root;
        int at = from;
        while (at < words.size()) {
            node = node.next == null ? null : node.next.get(words.form(at));
            if (node == null) {
                return hits;
            }
            at++;
            if (!node.values.isEmpty()) {
                if (hits.isEmpty()) {
                    hits = new ArrayList<>(2);
                }
                hits.add(new Hit<>(at, node.values));
            }
            if (!words.joined(at - 1)) {
                return hits;
            }
        }
        return hits;
    }

    /** The values of the longest phrase that begins with word {@code from}. */
    public @Nullable Hit<T> longest(Words words, int from) {
        List<Hit<T>> hits = at(words, from);
        return hits.isEmpty() ? null : hits.get(hits.size() - 1);
    }
}
