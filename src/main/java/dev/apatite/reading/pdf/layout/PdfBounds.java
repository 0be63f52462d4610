package dev.apatite.reading.pdf.layout;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FlateFilterDecoderStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** How much of a PDF is read before it is given up: pages, time, drawing operators, bytes of a decoded stream. */
public final class PdfBounds {
    private static final long MAX_OPERATORS = 30_000_000;
    private static final long MAX_STREAM_BYTES = 64L << 20;
    /** A deflated stream grows at most about a thousandfold, so a short one needs no look inside. */
    private static final long HARMLESS_BYTES = MAX_STREAM_BYTES / 1032;

    private static final long MAX_NANOS = 45_000_000_000L;
    private static final int MAX_PAGES = 600;

    private final long deadline = System.nanoTime() + MAX_NANOS;
    private long operators;

    int maxPages() {
        return MAX_PAGES;
    }

    /** Counts a drawing operator; too many, or too late, ends the page. */
    void countOperator() {
        operators++;
        if (operators > MAX_OPERATORS) {
            throw new IllegalStateException("too many drawing operators");
        }
        if ((operators & 0xFFF) == 0 && System.nanoTime() > deadline) {
            throw new IllegalStateException("out of time");
        }
    }

    /** Ends the reading where the time is up. */
    void checkTime() throws IOException {
        if (System.nanoTime() > deadline) {
            throw new IOException("reading took too long");
        }
    }

    /**
     * The page's content, unpacked; where a stream of it is damaged, what comes before the damage.
     *
     * @throws IOException where it unpacks to more than memory should hold
     */
    byte[] contentOf(PDPage page) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream(1 << 16);
        for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
            COSStream stream = streams.next().getCOSObject();
            try (InputStream in = unpacked(stream)) {
                in.transferTo(new Bounded(content));
            }
            content.write('\n');
        }
        return content.toByteArray();
    }

    /** Unlike the usual way of PDFBox, unpacks bit by bit and not all at once, so that a bound can end it. */
    private static InputStream unpacked(COSStream stream) throws IOException {
        COSBase filters = stream.getFilters();
        if (filters == null) {
            return stream.createRawInputStream();
        }
        if (COSName.FLATE_DECODE.equals(filters) && !stream.containsKey(COSName.DECODE_PARMS)) {
            return new FlateFilterDecoderStream(stream.createRawInputStream());
        }
        if (!(filters instanceof COSName) || stream.getLength() >= HARMLESS_BYTES) {
            try (InputStream raw = stream.createRawInputStream()) {
                if (unpackedLength(raw, filters) > MAX_STREAM_BYTES) {
                    throw tooLarge();
                }
            }
        }
        return stream.createInputStream();
    }

    private static IOException tooLarge() {
        return new IOException("its content is too large when unpacked");
    }

    /** Takes no more than memory should hold. */
    private static final class Bounded extends FilterOutputStream {
        private final ByteArrayOutputStream content;

        Bounded(ByteArrayOutputStream content) {
            super(content);
            this.content = content;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (content.size() + length > MAX_STREAM_BYTES) {
                throw tooLarge();
            }
            content.write(bytes, offset, length);
        }
    }

    private static long unpackedLength(InputStream raw, COSBase filters) throws IOException {
        int layers = filters instanceof org.apache.pdfbox.cos.COSArray array ? array.size() : 1;
        InputStream in = raw;
        for (int i = 0; i < layers; i++) {
            COSBase name = filters instanceof org.apache.pdfbox.cos.COSArray array ? array.getObject(i) : filters;
            if (!COSName.FLATE_DECODE.equals(name) && !COSName.FLATE_DECODE_ABBREVIATION.equals(name)) {
                return 0;
            }
            in = new java.util.zip.InflaterInputStream(in);
        }
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        try {
            for (int n = in.read(buffer); n >= 0 && total <= MAX_STREAM_BYTES; n = in.read(buffer)) {
                total += n;
            }
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            return total;
        }
        return total;
    }
}
