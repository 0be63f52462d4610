package dev.apatite.reading.byline;

import dev.apatite.paper.Author;
import dev.apatite.reading.shared.TextEnds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The addresses of a title page and whose they are: by the marks that authors and addresses share. Without marks one
 * address is everybody's, and several are nobody's unless there is one author.
 */
public final class Affiliations {
    private static final int LONGEST = 500;
    private static final int LONGEST_PRINTED = 4000;
    private static final int LONGEST_PLAIN = 2000;
    private static final int SHORTEST = 5;
    private static final String LABEL =
            "\\^\\{([^}]{1,12})\\}\\s?[.:)]?|[(\\[]?(\\d{1,2}|[a-z])[)\\].:]{0,2}(?=\\s|\\p{Lu})";
    private static final Pattern AT_START = Pattern.compile("^\\s*(?:" + LABEL + ")\\s*(?=\\S)");
    private static final Pattern RAISED = Pattern.compile("\\^\\{([^}]{1,12})\\}\\s?(?=[\\p{L}\\d(#«“\"])");
    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?<=[,;.])\\s\\d{1,2}[.)]?\\s|\\s\\d{1,2}[.)]\\s|\\s[(\\[]\\d{1,2}[)\\]]\\s?)(?=\\p{Lu}|the )");

    private final Set<String> known;
    private final SequencedMap<String, String> labelled = new LinkedHashMap<>();
    private final Set<String> plain = new LinkedHashSet<>();

    /**
     * No address yet.
     *
     * @param known the marks that stand at the authors' names
     */
    public Affiliations(Set<String> known) {
        this.known = Set.copyOf(known);
    }

    /** Whether every mark at a name that can be an address's has one. */
    public boolean isComplete() {
        return !labelled.isEmpty() && labels(known).stream().allMatch(labelled::containsKey);
    }

    /** Whether there is no address yet. */
    public boolean isEmpty() {
        return labelled.isEmpty() && plain.isEmpty();
    }

    /** Whether an address has the mark of a name. */
    boolean isLinked() {
        return known.stream().anyMatch(labelled::containsKey);
    }

    /** Whether a line begins with a mark that a name bears and that has no address yet. */
    public boolean isOpen(String line) {
        List<String> labels = labels(line);
        return !labels.isEmpty() && labels.stream().noneMatch(labelled::containsKey);
    }

    /** The marks in front of a line, if names bear them. */
    public List<String> labels(String line) {
        List<String> labels = anyLabels(line);
        return known.containsAll(labels) ? labels : List.of();
    }

    private static List<String> anyLabels(String line) {
        Matcher label = AT_START.matcher(line);
        return label.find() ? RaisedMarks.tokens(label.group(1) != null ? label.group(1) : label.group(2)) : List.of();
    }

    /** Adds addresses; a line feed stands where one may begin. The first address of a mark is the one that counts. */
    public void add(String block) {
        List<String> labels = List.of();
        StringBuilder text = new StringBuilder();
        int last = 0;
        for (String line : block.split("\n", -1)) {
            List<String> own = anyLabels(line);
            boolean raised = line.startsWith("^{");
            boolean label = !own.isEmpty()
                    && (raised || known.containsAll(own) || own.getFirst().equals(String.valueOf(last + 1)));
            if (label || labels.isEmpty() && isAnother(line, text)) {
                put(labels, text);
                labels = label ? own : List.of();
            }
            String rest = label ? AT_START.matcher(line).replaceFirst("") : line;
            last = label ? number(own, last) : last;
            int from = 0;
            for (Cut cut : cuts(rest, label && !raised ? last : 0)) {
                text.append(text.isEmpty() ? "" : " ").append(rest, from, cut.from);
                put(labels, text);
                labels = cut.labels;
                last = number(labels, last);
                from = cut.to;
            }
            text.append(text.isEmpty() ? "" : " ").append(rest, from, rest.length());
        }
        put(labels, text);
    }

    /** Whether a line without mark begins one more address, and does not go on with the one before it. */
    private static boolean isAnother(String line, StringBuilder before) {
        int end = TextEnds.end(before, before.length(), "");
        boolean open = end > 0 && ",&".indexOf(before.charAt(end - 1)) >= 0;
        return !open && AddressText.beginsAddress(line);
    }

    private static int number(List<String> labels, int last) {
        return labels.getLast().matches("\\d{1,2}") ? Integer.parseInt(labels.getLast()) : last;
    }

    private record Cut(int from, int to, List<String> labels) {}

    /**
     * Where another address begins within a line: at a raised mark, or at the number that follows the last one.
     *
     * @param last the number in front of the line, 0 where there is none
     */
    private List<Cut> cuts(String line, int last) {
        List<Cut> cuts = new ArrayList<>();
        Matcher raised = RAISED.matcher(line);
        while (raised.find()) {
            List<String> tokens = RaisedMarks.tokens(raised.group(1));
            boolean sign = tokens.stream().anyMatch(token -> !Character.isLetterOrDigit(token.charAt(0)));
            if (!tokens.isEmpty() && (!sign || known.containsAll(tokens))) {
                cuts.add(new Cut(raised.start(), raised.end(), tokens));
            }
        }
        Matcher number = NUMBER.matcher(line);
        int next = last + 1;
        while (cuts.size() == next - last - 1 && last > 0 && number.find()) {
            String digits = number.group().replaceAll("\\D", "");
            if (digits.equals(String.valueOf(next))) {
                cuts.add(new Cut(number.start(), number.end(), List.of(digits)));
                next++;
            }
        }
        return cuts;
    }

    private void put(List<String> labels, StringBuilder text) {
        boolean none = text.length() > LONGEST_PRINTED || AddressText.isNotice(text.toString());
        String address = none ? "" : AddressText.cleaned(text.toString());
        text.setLength(0);
        int longest = labels.isEmpty() ? LONGEST_PLAIN : LONGEST;
        if (address.length() < SHORTEST || address.length() > longest || !address.matches("(?s).*\\p{Lu}.*")) {
            return;
        }
        if (labels.isEmpty()) {
            if (AddressText.namesInstitution(address)) {
                plain.add(address);
            }
        } else {
            labels.forEach(label -> labelled.putIfAbsent(label, address));
        }
    }

    /** Marks that only tell positions ("2 Associate Professor") share the address behind the last of them. */
    private void sharePositions() {
        List<String> positions = labelled.keySet().stream()
                .filter(each -> AddressText.isPosition(labelled.getOrDefault(each, "")))
                .toList();
        if (positions.isEmpty()) {
            return;
        }
        String mark = labelled.lastEntry().getKey();
        String address = labelled.lastEntry().getValue();
        String shared = AddressText.withoutPosition(address);
        if (plain.isEmpty() && !shared.isEmpty() && !shared.equals(address)) {
            labelled.put(mark, shared);
            positions.forEach(each -> labelled.put(each, shared));
        } else {
            positions.forEach(labelled::remove);
        }
    }

    /** The authors with their addresses. */
    List<Author> linked(List<Author> authors, List<Set<String>> marks) {
        sharePositions();
        Map<Integer, Set<String>> named =
                labelled.isEmpty() ? NamedAddresses.of(String.join("; ", plain), authors) : Map.of();
        dividePlain();
        List<Author> linked = new ArrayList<>();
        for (int i = 0; i < authors.size(); i++) {
            Set<String> own = named.isEmpty() ? own(marks.get(i)) : named.getOrDefault(i, Set.of());
            if (named.isEmpty() && own.isEmpty()) {
                own = shared(authors, marks, i);
            }
            Author author = authors.get(i);
            linked.add(
                    own.isEmpty()
                            ? author
                            : new Author(author.family(), author.given(), author.orcid(), List.copyOf(own)));
        }
        return linked;
    }

    /** Semicolons divide addresses without marks, unless they stand within one. */
    private void dividePlain() {
        for (String address : List.copyOf(plain)) {
            List<String> parts = List.of(address.split("\\s*;\\s*", -1));
            boolean several = parts.stream()
                            .filter(part -> AddressText.beginsAddress(part) && part.indexOf(',') > 0)
                            .count()
                    > 1;
            if (several) {
                plain.addAll(parts);
            }
            if (several || address.length() > LONGEST) {
                plain.remove(address);
            }
        }
    }

    private Set<String> own(Set<String> marks) {
        Set<String> own = new LinkedHashSet<>();
        for (String mark : marks) {
            if (labelled.containsKey(mark)) {
                own.add(labelled.get(mark));
            }
        }
        return own;
    }

    /** What is the address of an author without mark: all for a single author, else the one that nobody's mark claims. */
    private Set<String> shared(List<Author> authors, List<Set<String>> marks, int author) {
        Set<String> all = new LinkedHashSet<>(plain);
        all.addAll(labelled.values());
        boolean alike = marks.stream().map(Affiliations::labels).distinct().count() < 2;
        if (authors.size() == 1 || all.size() == 1 && alike && !isLinked()) {
            return all;
        }
        return plain.size() == 1 && labels(marks.get(author)).isEmpty() ? plain : Set.of();
    }

    /** The marks that are made for addresses; signs mostly say something else. */
    private static Set<String> labels(Set<String> marks) {
        return marks.stream().filter(mark -> mark.matches("[\\da-z]+")).collect(Collectors.toSet());
    }
}
