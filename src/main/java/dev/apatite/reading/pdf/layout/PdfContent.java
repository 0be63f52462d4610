package dev.apatite.reading.pdf.layout;

import java.io.EOFException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** The bytes of a page's content as PDFBox's parser asks for them: one at a time, with many looks ahead. */
final class PdfContent implements RandomAccessRead {
    private final byte[] bytes;
    private int position;

    PdfContent(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() {
        return position < bytes.length ? bytes[position++] & 0xFF : -1;
    }

    @Override
    public int peek() {
        return position < bytes.length ? bytes[position] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
        if (position >= bytes.length) {
            return -1;
        }
        int read = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, to, offset, read);
        position += read;
        return read;
    }

    @Override
    public void rewind(int count) {
        seek(position - (long) count);
    }

    @Override
    public void skip(int count) {
        seek(position + (long) count);
    }

    @Override
    public void seek(long target) {
        if (target < 0) {
            throw new IllegalArgumentException("a place before the content: " + target);
        }
        position = (int) Math.min(target, bytes.length);
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public int available() {
        return bytes.length - position;
    }

    @Override
    public boolean isEOF() {
        return position >= bytes.length;
    }

    @Override
    public RandomAccessReadView createView(long start, long length) throws EOFException {
        if (start < 0 || length < 0 || start + length > bytes.length) {
            throw new EOFException("not within the content: " + start + ", " + length);
        }
        return new RandomAccessReadView(this, start, length);
    }

    @Override
    public boolean isClosed() {
        return false;
    }

    @Override
    public void close() {
        // nothing is held open
    }
}
