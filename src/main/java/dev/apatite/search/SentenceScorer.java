package dev.apatite.search;

import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.util.BytesRef;

/** Scores sentences as Lucene's own scorer does, without its tables, which take longer than the scoring. */
final class SentenceScorer extends PassageScorer {
    @Override
    public float score(Passage sentence, int contentLength) {
        int hits = sentence.getNumMatches();
        BytesRef[] terms = sentence.getMatchTerms();
        int[] first = new int[hits];
        int[] times = new int[hits];
        int different = 0;
        for (int i = 0; i < hits; i++) {
            int known = 0;
            while (known < different && !terms[first[known]].equals(terms[i])) {
                known++;
            }
            if (known == different) {
                first[different++] = i;
            }
            times[known]++;
        }
        double score = 0;
        for (int i = 0; i < different; i++) {
            score += tf(times[i], sentence.getLength())
                    * weight(contentLength, sentence.getMatchTermFreqsInDoc()[first[i]]);
        }
        return (float) (score * norm(sentence.getStartOffset()));
    }
}
