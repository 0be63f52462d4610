package dev.apatite.languagemodel;

import dev.apatite.annotation.SecondReader;
import dev.apatite.languagemodel.LanguageModel.NoAnswer;
import dev.apatite.languagemodel.Passages.Passage;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Papers as a language model reads them: asks it, keeps its answers, and makes findings of what stands. */
public final class ModelReading implements SecondReader, AutoCloseable {
    /** The folder of the answers in the index folder. */
    public static final String FOLDER = "model-answers";

    private static final Logger LOG = LoggerFactory.getLogger(ModelReading.class);
    private static final int MOST_TRIES = 2;
    private static final int AWAY_AFTER = 3;
    private static final Duration REST = Duration.ofMinutes(2);

    private final ModelSettings settings;
    private final Instructions instructions;
    private final LanguageModel model;
    private final AnswerStore answers;
    private final String version;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private volatile int failed;
    private volatile int inARow;
    private volatile long restsUntil = System.nanoTime();
    private volatile @Nullable String problem;

    /** What became of the rows of one paper. */
    private record Account(boolean read, int kept, Map<Dropped, Integer> dropped) {}

    /** {@code index} is the folder that answers are kept in. */
    public ModelReading(ModelSettings settings, Instructions instructions, Path index) {
        this.settings = settings;
        this.instructions = instructions;
        model = new LanguageModel(settings);
        String asked = settings.name() + "\n" + instructions.instructions() + "\n" + instructions.schema();
        answers = new AnswerStore(index.resolve(FOLDER), asked);
        version = Integer.toHexString((asked + instructions.question()).hashCode());
    }

    @Override
    public String version() {
        return version;
    }

    private String question(Paper paper, Passage passage) {
        return instructions.ask(paper.title() == null ? "" : paper.title(), passage);
    }

    /** Whether everything was asked that may be asked of a paper. */
    public boolean isDone(Paper paper) {
        return Passages.of(paper).stream()
                .map(each -> question(paper, each))
                .allMatch(each -> answers.has(each) || tries.getOrDefault(each, 0) >= MOST_TRIES);
    }

    /** Whether the model failed so often in a row that it is not asked for a while. */
    public boolean rests() {
        return System.nanoTime() - restsUntil < 0;
    }

    /**
     * Asks the model what it has not been asked of a paper yet.
     *
     * @return whether it said something new
     */
    public boolean ask(Paper paper) throws InterruptedException {
        boolean something = false;
        for (Passage passage : Passages.of(paper)) {
            String question = question(paper, passage);
            if (answers.has(question) || tries.getOrDefault(question, 0) >= MOST_TRIES) {
                continue;
            }
            if (rests()) {
                return something;
            }
            try {
                answers.put(question, model.ask(instructions.instructions(), question, instructions.schema()));
                inARow = 0;
                something = true;
            } catch (NoAnswer | IOException e) {
                fail(question, paper, String.valueOf(e.getMessage()));
            }
        }
        return something;
    }

    private synchronized void fail(String question, Paper paper, String why) {
        tries.merge(question, 1, Integer::sum);
        failed++;
        inARow++;
        problem = why;
        LOG.warn("model=failed paper={} reason=\"{}\"", paper.id(), why.replace('"', '\''));
        if (inARow >= AWAY_AFTER) {
            inARow = 0;
            restsUntil = System.nanoTime() + REST.toNanos();
        }
    }

    /** The rows of the model that stand in a paper, of what it was asked so far. */
    public List<Finding> rows(Paper paper) {
        List<Finding> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<Dropped, Integer> dropped = new EnumMap<>(Dropped.class);
        Verification verification = new Verification(paper);
        boolean whole = true;
        for (Passage passage : Passages.of(paper)) {
            Optional<String> answer = answers.get(question(paper, passage));
            whole &= answer.isPresent();
            Optional<List<Claim>> claims = answer.flatMap(Claim::of);
            if (answer.isPresent() && claims.isEmpty()) {
                dropped.merge(Dropped.NOT_AS_ASKED, 1, Integer::sum);
            }
            for (Claim claim : claims.orElse(List.of())) {
                Verification.Checked checked = verification.check(claim, passage);
                Finding row = checked.row();
                if (row == null) {
                    dropped.merge(java.util.Objects.requireNonNull(checked.dropped()), 1, Integer::sum);
                } else if (ids.add(row.id())) {
                    rows.add(row);
                } else {
                    dropped.merge(Dropped.AGAIN, 1, Integer::sum);
                }
            }
        }
        accounts.put(paper.id(), new Account(whole, rows.size(), dropped));
        return rows;
    }

    @Override
    public List<Finding> beside(Paper paper, Supplier<List<Finding>> candidates) {
        List<Finding> rows = rows(paper);
        return rows.isEmpty() ? paper.findings() : Consent.of(paper.findings(), candidates.get(), rows);
    }

    /** What it has done so far. */
    public ModelReport report() {
        int read = 0;
        int kept = 0;
        Map<Dropped, Integer> dropped = new EnumMap<>(Dropped.class);
        for (Account each : accounts.values()) {
            read += each.read() ? 1 : 0;
            kept += each.kept();
            each.dropped().forEach((why, count) -> dropped.merge(why, count, Integer::sum));
        }
        return new ModelReport(settings.name(), accounts.size(), read, kept, dropped, failed, problem);
    }

    /** Forgets what became of papers that are no longer there. */
    void only(Set<String> papers) {
        accounts.keySet().retainAll(papers);
    }

    @Override
    public void close() {
        model.close();
    }
}
