package dev.apatite.annotation.evidence;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Models as a file: linear weights in 16 bits each, trees as they are, the whole compressed. */
final class WeightsFile {
    private static final int VERSION = 3;
    private static final float SMALL = 1e-4f;
    private static final int BUFFER = 1 << 16;

    private WeightsFile() {}

    static void write(Models models, OutputStream to) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(to)))) {
            out.writeInt(VERSION);
            write(models.tagger(), out);
            write(models.sentence(), out);
            write(models.text(), out);
            write(models.link(), out);
            write(models.classes(), out);
            write(models.paper(), out);
            write(models.shortText(), out);
            Models.Thresholds levels = models.thresholds();
            out.writeDouble(levels.likely());
            out.writeDouble(levels.possible());
            out.writeDouble(levels.likelyShort());
            out.writeDouble(levels.possibleShort());
        }
    }

    static Models read(InputStream from) throws IOException {
        try (InputStream in = new GZIPInputStream(from, BUFFER)) {
            // Numbers are read off an array, a million of them in a few hundredths of a second.
            return read(ByteBuffer.wrap(in.readAllBytes()));
        } catch (BufferUnderflowException e) {
            throw new IOException("the weights break off", e);
        }
    }

    private static Models read(ByteBuffer in) throws IOException {
        int version = in.getInt();
        if (version != VERSION) {
            throw new IOException("the weights are of version " + version + ", not " + VERSION);
        }
        return new Models(
                linear(in),
                linear(in),
                linear(in),
                trees(in),
                trees(in),
                calibration(in),
                calibration(in),
                new Models.Thresholds(in.getDouble(), in.getDouble(), in.getDouble(), in.getDouble()));
    }

    private static void write(LinearModel model, DataOutputStream out) throws IOException {
        int outputs = model.outputs();
        int[] keys = model.slots().inOrder();
        float[] scale = new float[outputs];
        for (int i = 0; i < keys.length; i++) {
            for (int o = 0; o < outputs; o++) {
                scale[o] = Math.max(scale[o], Math.abs(model.weights()[i * outputs + o]) / Short.MAX_VALUE);
            }
        }
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < keys.length; i++) {
            float most = 0;
            for (int o = 0; o < outputs; o++) {
                most = Math.max(most, Math.abs(model.weights()[i * outputs + o]));
            }
            // a feature of text counts in the norm even where it weighs nothing
            if (most > SMALL || model.rarity()[i] != 1) {
                kept.add(i);
            }
        }
        out.writeInt(outputs);
        out.writeInt(kept.size());
        for (int o = 0; o < outputs; o++) {
            out.writeFloat(scale[o]);
            out.writeFloat(model.bias()[o]);
        }
        for (int i : kept) {
            out.writeInt(keys[i]);
        }
        for (int i : kept) {
            out.writeFloat(model.rarity()[i]);
        }
        for (int o = 0; o < outputs; o++) {
            for (int i : kept) {
                float weight = model.weights()[i * outputs + o];
                out.writeShort(scale[o] == 0 ? 0 : Math.round(weight / scale[o]));
            }
        }
    }

    private static LinearModel linear(ByteBuffer in) {
        int outputs = in.getInt();
        int size = in.getInt();
        float[] scale = new float[outputs];
        float[] bias = new float[outputs];
        for (int o = 0; o < outputs; o++) {
            scale[o] = in.getFloat();
            bias[o] = in.getFloat();
        }
        SlotTable slots = new SlotTable(size);
        for (int i = 0; i < size; i++) {
            slots.add(in.getInt());
        }
        float[] rarity = new float[size];
        for (int i = 0; i < size; i++) {
            rarity[i] = in.getFloat();
        }
        float[] weights = new float[size * outputs];
        for (int o = 0; o < outputs; o++) {
            for (int i = 0; i < size; i++) {
                weights[i * outputs + o] = in.getShort() * scale[o];
            }
        }
        return new LinearModel(slots, rarity, weights, bias);
    }

    private static void write(List<Trees> all, DataOutputStream out) throws IOException {
        out.writeInt(all.size());
        for (Trees trees : all) {
            out.writeFloat(trees.bias());
            out.writeInt(trees.roots().length);
            for (int root : trees.roots()) {
                out.writeInt(root);
            }
            out.writeInt(trees.feature().length);
            for (int i = 0; i < trees.feature().length; i++) {
                out.writeShort(trees.feature()[i]);
                out.writeFloat(trees.value()[i]);
                out.writeInt(trees.left()[i]);
            }
        }
    }

    private static List<Trees> trees(ByteBuffer in) {
        List<Trees> all = new ArrayList<>();
        int count = in.getInt();
        for (int t = 0; t < count; t++) {
            float bias = in.getFloat();
            int[] roots = new int[in.getInt()];
            for (int i = 0; i < roots.length; i++) {
                roots[i] = in.getInt();
            }
            int nodes = in.getInt();
            short[] feature = new short[nodes];
            float[] value = new float[nodes];
            int[] left = new int[nodes];
            for (int i = 0; i < nodes; i++) {
                feature[i] = in.getShort();
                value[i] = in.getFloat();
                left[i] = in.getInt();
            }
            all.add(new Trees(bias, roots, feature, value, left));
        }
        return List.copyOf(all);
    }

    private static void write(Calibration calibration, DataOutputStream out) throws IOException {
        out.writeInt(calibration.scores().length);
        for (int i = 0; i < calibration.scores().length; i++) {
            out.writeFloat(calibration.scores()[i]);
            out.writeFloat(calibration.shares()[i]);
        }
    }

    private static Calibration calibration(ByteBuffer in) {
        float[] scores = new float[in.getInt()];
        float[] shares = new float[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = in.getFloat();
            shares[i] = in.getFloat();
        }
        return new Calibration(scores, shares);
    }
}
