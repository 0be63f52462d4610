package dev.apatite.opensearch;

import dev.apatite.index.IndexException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Where a cluster is, and how one gets in.
 *
 * @param nodes at least one, each http or https with no path
 * @param name of the index there: small letters, digits, hyphens
 * @param signIn user, colon, password; null where everybody may
 * @param authority a file of certificates (PEM) that sign the nodes' own; null for the usual ones
 * @param shards in how many parts a new index stands, at least one
 * @param replicas on how many other nodes each part of a new index stands too
 */
public record ClusterSettings(
        List<URI> nodes,
        String name,
        @Nullable String signIn,
        @Nullable Path authority,
        int shards,
        int replicas) {
    /**
     * @throws IllegalArgumentException where something is not as said above
     */
    public ClusterSettings {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("no node was named");
        }
        for (URI node : nodes) {
            boolean known = "http".equals(node.getScheme()) || "https".equals(node.getScheme());
            if (!known || node.getHost() == null || node.getUserInfo() != null) {
                throw new IllegalArgumentException("a node is an address such as https://search-1:9200, not " + node);
            }
        }
        if (!name.matches("[a-z0-9][a-z0-9-]{0,99}")) {
            throw new IllegalArgumentException(
                    "the name of the index has small letters, digits and hyphens, not \"" + name + "\"");
        }
        if (shards < 1 || replicas < 0) {
            throw new IllegalArgumentException("an index has at least one shard, and no fewer replicas than 0");
        }
    }

    /** The nodes of a list that is parted by commas. */
    public static List<URI> nodes(String typed) {
        return Arrays.stream(typed.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(URI::create)
                .toList();
    }

    Optional<String> authorization() {
        return Optional.ofNullable(signIn)
                .map(each -> "Basic " + Base64.getEncoder().encodeToString(each.getBytes(StandardCharsets.UTF_8)));
    }

    /** What the nodes' certificates are checked by, where that is not the usual. */
    Optional<SSLContext> trusted() {
        if (authority == null) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(authority)) {
            KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                known.setCertificateEntry("authority-" + number++, each);
            }
            if (number == 0) {
                throw new IndexException("there is no certificate in " + authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return Optional.of(context);
        } catch (IOException | GeneralSecurityException e) {
            throw new IndexException("the certificates in " + authority + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "index " + name + " at " + nodes;
    }
}
