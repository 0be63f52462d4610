package dev.apatite.harvest;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** Full texts of Europe PMC's open-access papers ({@code /{id}/fullTextXML}). */
final class EuropePmcTexts implements ArticleSource {
    static final int LARGEST = 60_000_000;

    private final Web web;
    private final String base;

    EuropePmcTexts(Web web, String base) {
        this.web = web;
        this.base = base;
    }

    @Override
    public boolean mayHave(HarvestCandidate paper) {
        return paper.openAccess() && paper.fullTextId() != null;
    }

    @Override
    public Optional<FullText> fetch(HarvestCandidate paper) throws IOException, InterruptedException {
        String id = Objects.requireNonNull(paper.fullTextId());
        Optional<byte[]> sent = web.get(URI.create(base + "/" + EuropePmcSearch.encoded(id) + "/fullTextXML"), LARGEST);
        return sent.map(jats -> new FullText(jats, paper.license()));
    }
}
