package dev.apatite.web;

import dev.apatite.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Who may change something, and what they prove it with: a name and a password (RFC 7617), or a token (RFC 6750). Only
 * hashes are known, one a line: {@code NAME:pbkdf2-sha256:ITERATIONS:SALT:HASH} for a password, {@code NAME:sha256:HASH} for
 * a token, in hexadecimal; empty lines and those that begin with {@code #} are passed over.
 */
public final class SignIn {
    /** As OWASP advises for PBKDF2 with SHA-256. */
    private static final int ITERATIONS = 600_000;

    private static final int SALT_BYTES = 16;
    private static final int TOKEN_BYTES = 32;
    private static final int MOST_REMEMBERED = 1000;
    private static final Pattern PASSWORD =
            Pattern.compile("([^:\\s]+):pbkdf2-sha256:([1-9][0-9]{0,7}):([0-9a-f]{2,128}):([0-9a-f]{64})");
    private static final Pattern TOKEN = Pattern.compile("([^:\\s]+):sha256:([0-9a-f]{64})");

    private record Known(String name, int iterations, byte[] salt, byte[] hash) {}

    private final List<Known> passwords = new ArrayList<>();
    private final List<Known> tokens = new ArrayList<>();

    /** What was proved already, by a hash of it that only this process can make, for a password takes long to check. */
    private final Map<String, String> proved = new ConcurrentHashMap<>();

    private final byte[] secret = random(SALT_BYTES);

    /** Guesses wait for each other, so that they cost one processor at most. */
    private final Semaphore checking = new Semaphore(1, true);

    private SignIn() {}

    /**
     * Reads the lines of a file or of the environment.
     *
     * @param source for messages
     * @throws WebException where a line is none, or there is none at all
     */
    public static SignIn of(String source, String lines) {
        SignIn signIn = new SignIn();
        int number = 0;
        for (String line : lines.split("[\\r\\n]+")) {
            number++;
            String text = line.strip();
            Matcher password = PASSWORD.matcher(text);
            Matcher token = TOKEN.matcher(text);
            if (password.matches()) {
                signIn.passwords.add(new Known(
                        password.group(1),
                        Integer.parseInt(password.group(2)),
                        HexFormat.of().parseHex(password.group(3)),
                        HexFormat.of().parseHex(password.group(4))));
            } else if (token.matches()) {
                signIn.tokens.add(
                        new Known(token.group(1), 0, new byte[0], HexFormat.of().parseHex(token.group(2))));
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                throw new WebException(
                        source + ", line " + number + " names no one who may sign in; \"apatite password NAME\" prints"
                                + " such a line",
                        null);
            }
        }
        if (signIn.passwords.isEmpty() && signIn.tokens.isEmpty()) {
            throw new WebException(
                    source + " names no one who may sign in; \"apatite password NAME\" prints a line for it", null);
        }
        return signIn;
    }

    /** The line that lets someone sign in with a password. */
    public static String passwordLine(String name, char[] password) {
        byte[] salt = random(SALT_BYTES);
        HexFormat hex = HexFormat.of();
        return name + ":pbkdf2-sha256:" + ITERATIONS + ":" + hex.formatHex(salt) + ":"
                + hex.formatHex(stretched(password, salt, ITERATIONS));
    }

    /** A token that nobody can guess. */
    public static String newToken() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(TOKEN_BYTES));
    }

    /** The line that lets someone sign in with a token. */
    public static String tokenLine(String name, String token) {
        return name + ":sha256:" + HexFormat.of().formatHex(Sha256.of(token.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whose the header {@code Authorization} is; empty where it proves nothing. */
    Optional<String> who(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        int space = header.indexOf(' ');
        String scheme = space < 0 ? "" : header.substring(0, space).toLowerCase(Locale.ROOT);
        String rest = header.substring(space + 1).strip();
        return switch (scheme) {
            case "bearer" -> ofToken(rest);
            case "basic" -> ofPassword(rest);
            default -> Optional.empty();
        };
    }

    private Optional<String> ofToken(String token) {
        byte[] hash = Sha256.of(token.getBytes(StandardCharsets.UTF_8));
        return tokens.stream()
                .filter(each -> MessageDigest.isEqual(each.hash(), hash))
                .map(Known::name)
                .findFirst();
    }

    private Optional<String> ofPassword(String encoded) {
        String[] pair;
        try {
            pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (pair.length < 2) {
            return Optional.empty();
        }
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        String proof = HexFormat.of().formatHex(Sha256.of(secret, bytes));
        String known = proved.get(proof);
        if (known != null) {
            return Optional.of(known);
        }
        // A script that sends its token as a password signs in too.
        Optional<String> token = ofToken(pair[1]).filter(pair[0]::equals);
        if (token.isPresent()) {
            return token;
        }
        Optional<String> who = checked(pair[0], pair[1].toCharArray());
        if (who.isPresent() && proved.size() < MOST_REMEMBERED) {
            proved.put(proof, who.get());
        }
        return who;
    }

    private Optional<String> checked(String name, char[] password) {
        checking.acquireUninterruptibly();
        try {
            boolean right = false;
            // As much is computed for a name that nobody has, so that the time does not tell which names there are.
            List<Known> candidates =
                    passwords.stream().filter(each -> each.name().equals(name)).toList();
            for (Known each : candidates.isEmpty() ? passwords.stream().limit(1).toList() : candidates) {
                right |= MessageDigest.isEqual(each.hash(), stretched(password, each.salt(), each.iterations()))
                        && !candidates.isEmpty();
            }
            return right ? Optional.of(name) : Optional.empty();
        } finally {
            checking.release();
        }
    }

    private static byte[] stretched(char[] password, byte[] salt, int iterations) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password, salt, iterations, 256))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
