package dev.apatite.reading.pdf.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;

/** A page's content is read as PDFBox's own buffer reads it. */
class PdfContentTest {
    private static final byte[] BYTES = "BT (\u00FFx) Tj ET".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void everyByteIsSeenBeforeItIsReadAndReadOnce() throws Exception {
        PdfContent content = new PdfContent(BYTES);
        RandomAccessReadBuffer other = new RandomAccessReadBuffer(BYTES);
        while (!other.isEOF()) {
            assertThat(content.isEOF()).isFalse();
            assertThat(content.getPosition()).isEqualTo(other.getPosition());
            assertThat(content.available()).isEqualTo(other.available());
            assertThat(content.peek()).isEqualTo(other.peek());
            assertThat(content.read()).isEqualTo(other.read());
        }
        assertThat(content.isEOF()).isTrue();
        assertThat(content.peek()).isEqualTo(-1);
        assertThat(content.read()).isEqualTo(-1);
        assertThat(content.read(new byte[3], 0, 3)).isEqualTo(-1);
    }

    @Test
    void aParserMayGoBackAndForth() {
        PdfContent content = new PdfContent(BYTES);
        content.skip(3);
        assertThat((char) content.read()).isEqualTo('(');
        content.rewind(2);
        assertThat((char) content.read()).isEqualTo(' ');
        content.seek(1_000);
        assertThat(content.isEOF()).isTrue();
        content.seek(0);
        byte[] all = new byte[100];
        assertThat(content.read(all, 2, 98)).isEqualTo(BYTES.length);
        assertThat(all).startsWith(0, 0, 'B', 'T');
    }

    @Test
    void aPlaceOutsideIsRefused() {
        PdfContent content = new PdfContent(BYTES);
        assertThatThrownBy(() -> content.rewind(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> content.createView(5, BYTES.length)).isInstanceOf(EOFException.class);
    }
}
