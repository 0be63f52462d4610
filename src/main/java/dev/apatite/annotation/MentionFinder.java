package dev.apatite.annotation;

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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the vocabulary's concepts in a paper, with how the text asserts them. Safe to share between threads. */
final class MentionFinder {
    private final Vocabulary vocabulary;
    private final NameMatcher matcher;
    private final AbbreviationFinder abbreviations = new AbbreviationFinder();
    private final AssertionTriggers triggers = new AssertionTriggers();
    private final TreatmentContext context = new TreatmentContext();
    private final UnlistedTreatments unlisted = new UnlistedTreatments(context);
    private final NameChoice choice;

    MentionFinder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        matcher = new NameMatcher(vocabulary);
        choice = new NameChoice(vocabulary, context);
    }

    /** Mentions in the order of the text; longest first, none within another. */
    List<Mention> find(Paper paper, List<Sentence> sentences) {
        List<SectionText> texts = texts(paper, sentences);
        LocalAbbreviations local = new LocalAbbreviations(matcher);
        for (SectionText text : texts) {
            abbreviations.find(text.words().text()).forEach(local::learn);
        }
        local.ready();
        List<List<Candidate>> candidates = new ArrayList<>();
        Set<String> supported = new HashSet<>();
        for (SectionText text : texts) {
            List<Candidate> found = candidates(text, local);
            found.stream().filter(each -> !each.needsSupport()).forEach(each -> supported.add(each.concept()));
            candidates.add(found);
        }
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<Candidate> counted = candidates.get(i).stream()
                    .filter(each -> !each.needsSupport() || supported.contains(each.concept()))
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

    private List<Candidate> candidates(SectionText text, LocalAbbreviations local) {
        Words words = text.words();
        List<Candidate> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Candidate candidate = candidate(text, at, local);
            if (candidate != null) {
                found.add(candidate);
                at = candidate.end();
            } else {
                LocalAbbreviations.Place place = local.at(words, at);
                at = place == null ? at + 1 : place.end();
            }
        }
        return found;
    }

    private @Nullable Candidate candidate(SectionText text, int at, LocalAbbreviations local) {
        Words words = text.words();
        LocalAbbreviations.Place place = local.at(words, at);
        List<NameMatcher.Match> matches = matcher.at(words, at);
        for (int i = matches.size() - 1; i >= 0; i--) {
            NameMatcher.Match match = matches.get(i);
            if (place != null && place.end() >= match.end()) {
                break;
            }
            Candidate chosen = choice.choose(words, match);
            if (chosen != null) {
                return chosen;
            }
        }
        if (place != null) {
            Concept concept = place.concept();
            return concept == null || choice.isExcluded(words, at, place.end(), concept)
                    ? null
                    : Candidate.of(at, place.end(), concept, false);
        }
        return matches.isEmpty() ? unlisted.at(text, at) : null;
    }

    private void addMentions(SectionText text, List<Candidate> candidates, List<Mention> mentions) {
        int sentence = 0;
        int testedFrom = Integer.MAX_VALUE;
        SentenceAssertions assertions = null;
        int read = -1;
        for (Candidate candidate : candidates) {
            while (sentence < text.sentences() && text.ends()[sentence] <= candidate.first()) {
                sentence++;
            }
            if (sentence < text.sentences() && sentence != read) {
                assertions =
                        new SentenceAssertions(triggers, text.words(), text.firsts()[sentence], text.ends()[sentence]);
                testedFrom = Susceptibility.from(text.words(), text.firsts()[sentence], text.ends()[sentence]);
                read = sentence;
            }
            if (candidate.type() == MentionType.TREATMENT && candidate.first() > testedFrom) {
                continue;
            }
            Assertion assertion = assertions == null
                    ? Assertion.AFFIRMED
                    : assertions.of(candidate.type(), candidate.first(), candidate.end());
            mentions.add(mention(text, candidate, assertion));
        }
    }

    private static Mention mention(SectionText text, Candidate candidate, Assertion assertion) {
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
