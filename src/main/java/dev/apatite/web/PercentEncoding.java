package dev.apatite.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands encoded in addresses and forms must be that, in UTF-8; guessing what was meant would answer something else. */
final class PercentEncoding {
    private PercentEncoding() {}

    /**
     * Checks the parameters of an address or a form.
     *
     * @throws ParameterException naming the first parameter that cannot be decoded
     */
    static void check(@Nullable String parameters) {
        if (parameters == null || parameters.indexOf('%') < 0) {
            return;
        }
        for (String each : parameters.split("&")) {
            if (!isSound(each)) {
                String name = each.substring(0, each.indexOf('=') < 0 ? each.length() : each.indexOf('='));
                String shown = isSound(name) ? name : "parameter";
                throw new ParameterException(
                        shown,
                        shown + " is not encoded as it should be: % and two hexadecimal digits for each byte of UTF-8");
            }
        }
    }

    /** Whether every percent sign begins a byte, and the bytes are UTF-8. */
    static boolean isSound(String encoded) {
        byte[] bytes = encoded.getBytes(StandardCharsets.UTF_8);
        ByteBuffer decoded = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.put(bytes[i]);
                continue;
            }
            int value = i + 2 < bytes.length ? hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]) : -1;
            if (value < 0) {
                return false;
            }
            decoded.put((byte) value);
            i += 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(decoded.flip());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int hex(byte digit) {
        int value = "0123456789abcdef".indexOf(String.valueOf((char) digit).toLowerCase(Locale.ROOT));
        return value < 0 ? -1000 : value;
    }
}
