package dev.apatite.annotation;

import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Span;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.NameMatcher;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the vocabulary's concepts in a paper, with how the text asserts them. Safe to share between threads. */
final class MentionFinder {
    private final NameMatcher matcher;
    private final AbbreviationFinder abbreviations = new AbbreviationFinder();
    private final AssertionTriggers triggers = new AssertionTriggers();
    private final TreatmentContext context = new TreatmentContext();
    private final UnlistedTreatments unlisted;
    private final AntibodyStatuses statuses = new AntibodyStatuses();
    private final ElidedAntibodies elided;
    private final NameChoice choice;

    MentionFinder(Vocabulary vocabulary) {
        matcher = new NameMatcher(vocabulary);
        unlisted = new UnlistedTreatments(vocabulary, context);
        elided = new ElidedAntibodies(vocabulary);
        choice = new NameChoice(vocabulary, context);
    }

    /** What the paper's own abbreviations mean, title first, section by section. */
    List<AbbreviationDefinition> defined(Paper paper) {
        List<AbbreviationDefinition> defined = new ArrayList<>();
        for (int section = Span.TITLE; section < paper.sections().size(); section++) {
            defined.addAll(abbreviations.find(paper.textOf(section)));
        }
        return defined;
    }

    /** Mentions in the order of the text; longest first, none within another. */
    List<Mention> find(Paper paper, List<Sentence> sentences) {
        return find(paper, sentences, defined(paper));
    }

    /** The same where it is known already what the paper {@link #defined defines}. */
    List<Mention> find(Paper paper, List<Sentence> sentences, List<AbbreviationDefinition> defined) {
        List<SectionText> texts = texts(paper, sentences);
        LocalAbbreviations local = new LocalAbbreviations(matcher);
        defined.forEach(local::learn);
        local.ready();
        List<List<MentionCandidate>> candidates = new ArrayList<>();
        Set<String> supported = new HashSet<>();
        for (SectionText text : texts) {
            List<MentionCandidate> found = elided.complete(text.words(), candidates(text, local));
            found.stream().filter(each -> !each.needsSupport()).forEach(each -> supported.add(each.concept()));
            candidates.add(found);
        }
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<MentionCandidate> counted = candidates.get(i).stream()
                    .flatMap(each -> Stream.ofNullable(each.counted(supported)))
                    .toList();
            addMentions(texts.get(i), counted, mentions);
        }
        return mentions;
    }

    private static List<SectionText> texts(Paper paper, List<Sentence> sentences) {
        List<SectionText> texts = new ArrayList<>();
        int at = 0;
        for (int section = Span.TITLE; section < paper.sections().size(); section++) {
            int from = at;
            while (at < sentences.size() && sentences.get(at).section() == section) {
                at++;
            }
            texts.add(SectionText.of(section, paper.textOf(section), sentences.subList(from, at)));
        }
        return texts;
    }

    private List<MentionCandidate> candidates(SectionText text, LocalAbbreviations local) {
        Words words = text.words();
        List<MentionCandidate> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            LocalAbbreviations.Place place = local.at(words, at);
            MentionCandidate candidate = candidate(text, at, place);
            if (candidate != null) {
                found.add(candidate);
                at = candidate.end();
            } else {
                at = place == null ? at + 1 : place.end();
            }
        }
        return found;
    }

    private @Nullable MentionCandidate candidate(SectionText text, int at, LocalAbbreviations.@Nullable Place place) {
        Words words = text.words();
        List<NameMatcher.Match> matches = matcher.at(words, at);
        for (int i = matches.size() - 1; i >= 0; i--) {
            NameMatcher.Match match = matches.get(i);
            if (place != null && place.end() >= match.end()) {
                break;
            }
            MentionCandidate chosen = choice.choose(words, match);
            if (chosen != null) {
                return chosen;
            }
        }
        if (place != null) {
            Concept concept = place.concept();
            return concept == null || choice.isExcluded(words, at, place.end(), concept)
                    ? null
                    : MentionCandidate.of(at, place.end(), concept, false);
        }
        return matches.isEmpty() ? unlisted.at(text, at) : null;
    }

    private void addMentions(SectionText text, List<MentionCandidate> candidates, List<Mention> mentions) {
        int at = 0;
        for (int sentence = 0; sentence < text.sentences() && at < candidates.size(); sentence++) {
            int from = at;
            while (at < candidates.size() && candidates.get(at).first() < text.ends()[sentence]) {
                at++;
            }
            if (at > from) {
                addMentions(text, sentence, candidates.subList(from, at), mentions);
            }
        }
    }

    private void addMentions(
            SectionText text, int sentence, List<MentionCandidate> candidates, List<Mention> mentions) {
        Words words = text.words();
        int from = text.firsts()[sentence];
        int to = text.ends()[sentence];
        SentenceAssertions assertions = new SentenceAssertions(triggers, words, from, to);
        Map<MentionCandidate, AntibodyStatus> found = statuses.read(words, from, to, candidates);
        int testedFrom = Susceptibility.from(words, from, to);
        for (MentionCandidate candidate : candidates) {
            if (candidate.type() == MentionType.TREATMENT && candidate.first() > testedFrom) {
                continue;
            }
            Assertion stated = assertions.of(candidate.type(), candidate.first(), candidate.end());
            if (candidate.type() == MentionType.ANTIBODY) {
                stated = ofAntibody(found.get(candidate), stated);
            }
            mentions.add(mention(text, candidate, stated));
        }
    }

    /** A result that is printed counts more than what the sentence seems to say; no antibody is of the past only. */
    private static Assertion ofAntibody(@Nullable AntibodyStatus status, Assertion stated) {
        if (stated == Assertion.OTHER_PERSON) {
            return stated;
        }
        if (status == null) {
            return stated == Assertion.HISTORICAL ? Assertion.AFFIRMED : stated;
        }
        return status == AntibodyStatus.NEGATIVE ? Assertion.NEGATED : Assertion.AFFIRMED;
    }

    private static Mention mention(SectionText text, MentionCandidate candidate, Assertion assertion) {
        Words words = text.words();
        int start = words.start(candidate.first());
        int end = words.end(candidate.end() - 1);
        return new Mention(
                candidate.concept(),
                candidate.name(),
                candidate.type(),
                words.text().substring(start, end),
                text.section(),
                start,
                end,
                assertion);
    }
}
