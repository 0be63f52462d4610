package dev.apatite.paper;

import java.io.File;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Names of files in a corpus folder: relative, with forward slashes, the same in any locale. Java decodes the bytes of a
 * name by the locale and loses what that does not know; only a path's URI keeps them. A byte that is no UTF-8 stands in a
 * name as {@code %E9}.
 */
public final class SourcePath {
    private static final char PART = '#';
    private static final int ASCII = 0x80;
    private static final String HEX = "0123456789ABCDEF";

    private SourcePath() {}

    /** The name of a file or folder below {@code folder}. */
    public static String of(Path folder, Path file) {
        String plain = folder.relativize(file).toString().replace(File.separatorChar, '/');
        if (isAscii(plain)) {
            return plain;
        }
        String raw = file.toUri().getRawPath().substring(rawFolder(folder).length());
        return decoded(raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw);
    }

    /** The name of the {@code number}-th paper of a file, 1 for the first: the file's own, then {@code name.xml#2}. */
    public static String ofPart(String name, int number) {
        return number == 1 ? name : name + PART + number;
    }

    /** The name of the file that a paper of this name stands in, if no file has the name itself. */
    public static String withoutPart(String name) {
        int mark = name.lastIndexOf(PART);
        return part(name) == 1 ? name : name.substring(0, mark);
    }

    /** Which paper of its file a name means, 1 for the first. */
    public static int part(String name) {
        int mark = name.lastIndexOf(PART);
        String number = name.substring(mark + 1);
        boolean names = mark > 0 && number.matches("[1-9]\\d{0,5}") && !number.equals("1");
        return names ? Integer.parseInt(number) : 1;
    }

    /**
     * The file below {@code folder} that has this name, or holds the paper of this name beside others; it need not exist.
     */
    public static Path in(Path folder, String name) {
        if (part(name) > 1 && !Files.exists(exactly(folder, name), LinkOption.NOFOLLOW_LINKS)) {
            return exactly(folder, withoutPart(name));
        }
        return exactly(folder, name);
    }

    private static Path exactly(Path folder, String name) {
        if (isAscii(name) && name.indexOf('%') < 0) {
            return folder.resolve(name);
        }
        Path literal = path(folder, name, false);
        return name.indexOf('%') < 0 || Files.exists(literal, LinkOption.NOFOLLOW_LINKS)
                ? literal
                : path(folder, name, true);
    }

    private static Path path(Path folder, String name, boolean withBytes) {
        StringBuilder raw = new StringBuilder(rawFolder(folder));
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            int each = bytes[i] & 0xff;
            if (withBytes && each == '%' && escaped(bytes, i) >= ASCII) {
                raw.append('%');
            } else if (each == '/' || Character.isLetterOrDigit(each) && each < ASCII) {
                raw.append((char) each);
            } else {
                raw.append('%').append(HEX.charAt(each >> 4)).append(HEX.charAt(each & 15));
            }
        }
        return Path.of(URI.create("file://" + raw));
    }

    private static String rawFolder(Path folder) {
        String raw = folder.toUri().getRawPath();
        return raw.endsWith("/") ? raw : raw + "/";
    }

    /** The value of the two hexadecimal digits behind a percent sign; -1 where there are none. */
    private static int escaped(byte[] bytes, int percent) {
        if (percent + 2 >= bytes.length) {
            return -1;
        }
        int high = HEX.indexOf(bytes[percent + 1]);
        int low = HEX.indexOf(bytes[percent + 2]);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static String decoded(String raw) {
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        byte[] from = raw.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < from.length; i++) {
            int value = from[i] == '%' ? escaped(from, i) : -1;
            bytes[length++] = value < 0 ? from[i] : (byte) value;
            i += value < 0 ? 0 : 2;
        }
        StringBuilder name = new StringBuilder();
        int start = 0;
        while (start < length) {
            int end = start + sequence(bytes, start, length);
            if (end > start) {
                name.append(new String(bytes, start, end - start, StandardCharsets.UTF_8));
                start = end;
            } else {
                int each = bytes[start++] & 0xff;
                name.append('%').append(HEX.charAt(each >> 4)).append(HEX.charAt(each & 15));
            }
        }
        return name.toString();
    }

    /** How many bytes from here are one character of UTF-8; 0 where they are none. */
    private static int sequence(byte[] bytes, int start, int length) {
        int first = bytes[start] & 0xff;
        int size = first < ASCII ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        if (start + size > length) {
            return 0;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, size));
            return size;
        } catch (CharacterCodingException e) {
            return 0;
        }
    }

    private static boolean isAscii(String name) {
        return name.chars().allMatch(each -> each < ASCII);
    }
}
