package dev.apatite.evaluation;

import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks of each file in a folder whether its words are all there, and names the worst. */
public final class AccountEvaluation {
    /** The least share of a file's words that must have been read or counted. */
    public static final double LEAST = 0.995;

    private static final int WORST = 10;
    private static final int SAMPLE = 12;

    private final PaperReader reader = new PaperReader();

    /** Accounts for every file that has a text layer; files that hold no paper are not asked. */
    public List<ReadingAccount> accounts(Path folder) throws IOException {
        List<ReadingAccount> accounts = new ArrayList<>();
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
        for (String name : names) {
            try {
                String layer = TextLayer.of(folder.resolve(name));
                if (layer != null) {
                    accounts.add(ReadingAccount.of(name, layer, reader.account(folder, name)));
                }
            } catch (ReadingException e) {
                // No paper, no account: reading it has said why.
            }
        }
        accounts.sort(Comparator.comparing(ReadingAccount::share));
        return accounts;
    }

    /** The share over all files, how many fall below {@link #LEAST}, and the worst with some of what they lack. */
    public Report evaluate(Path folder) throws IOException {
        List<ReadingAccount> accounts = accounts(folder);
        long words = accounts.stream().mapToLong(ReadingAccount::words).sum();
        long missing =
                accounts.stream().mapToLong(each -> each.missing().size()).sum();
        long furniture = accounts.stream().mapToLong(ReadingAccount::furniture).sum();
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("files", accounts.size());
        figures.put("words of their text layers", words);
        figures.put("share read or counted", words == 0 ? 1 : 1 - (double) missing / words);
        figures.put("share counted as furniture", words == 0 ? 0 : (double) furniture / words);
        figures.put(
                "files below " + LEAST,
                accounts.stream().filter(each -> each.share() < LEAST).count());
        for (ReadingAccount account : accounts.stream().limit(WORST).toList()) {
            figures.put("worst: " + account.file(), account.share());
        }
        List<String> errors = accounts.stream()
                .filter(each -> !each.missing().isEmpty())
                .map(AccountEvaluation::line)
                .toList();
        return new Report("Words of the text layer in " + folder, List.of(), figures, errors);
    }

    private static String line(ReadingAccount account) {
        return String.format(
                Locale.ROOT,
                "%s %.4f lacks %d of %d: %s",
                account.file(),
                account.share(),
                account.missing().size(),
                account.words(),
                account.missing().stream().limit(SAMPLE).collect(Collectors.joining(" ")));
    }
}
