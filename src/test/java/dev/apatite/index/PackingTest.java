package dev.apatite.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {
    private final Packing packing = Packing.load();

    private byte[] written(byte[]... pieces) throws IOException {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        for (byte[] each : pieces) {
            packing.write(out, each);
        }
        return out.toArrayCopy();
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 300, 70_000, 1_000_000})
    void whatIsPackedIsReadBack(int length) throws IOException {
        byte[] noise = noise(length);
        byte[] text = "The patient was treated with diltiazem. "
                .repeat(length / 40 + 1)
                .substring(0, length)
                .getBytes(StandardCharsets.UTF_8);
        byte[] out = written(noise, text, noise);
        ByteArrayDataInput in = new ByteArrayDataInput(out);
        assertThat(packing.read(in)).isEqualTo(noise);
        packing.skip(in);
        assertThat(packing.read(in)).isEqualTo(noise);
        assertThat(in.getPosition()).isEqualTo(out.length);
    }

    @Test
    void ofAnUsualSentenceLittleIsLeft() throws IOException {
        byte[] sentence = "However, the patients in the study were treated with oral prednisone."
                .getBytes(StandardCharsets.UTF_8);
        assertThat(written(sentence).length).isLessThan(sentence.length * 2 / 3);
    }

    @Test
    void whatIsNotAsItWasWrittenIsSaidToBeDamaged() throws IOException {
        byte[] out = written(
                "The patient was treated with diltiazem and warfarin.".repeat(9).getBytes(StandardCharsets.UTF_8));
        byte[] shorter = java.util.Arrays.copyOf(out, out.length - 4);
        assertThatThrownBy(() -> packing.read(new ByteArrayDataInput(shorter)))
                .isInstanceOf(CorruptIndexException.class);
        out[3] ^= (byte) 0xFF;
        out[4] ^= (byte) 0xFF;
        assertThatThrownBy(() -> packing.read(new ByteArrayDataInput(out))).isInstanceOf(CorruptIndexException.class);
    }
}
