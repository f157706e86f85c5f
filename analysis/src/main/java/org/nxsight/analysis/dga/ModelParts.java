package org.nxsight.analysis.dga;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;

/**
 * The parts of a model in their order in the file: the linear model's weights, step and bias; the
 * languages; the words; the trees; both calibrations; the grey zone. Arrays stand behind their
 * length (u32).
 */
final class ModelParts {
  /** No part has so many elements. */
  private static final int MAX_ELEMENTS = 1 << 20;

  private ModelParts() {}

  static void write(DgaModel model, DataOutputStream out) throws IOException {
    writeOctets(out, model.linear().weights());
    out.writeFloat(model.linear().step());
    out.writeFloat(model.linear().bias());
    writeLanguages(out, model.languages());
    out.writeInt(model.words().bits().length);
    for (long bits : model.words().bits()) {
      out.writeLong(bits);
    }
    writeTrees(out, model.trees());
    writeScale(out, model.linearScale());
    writeScale(out, model.treesScale());
    out.writeFloat(model.greyZone().above());
    out.writeFloat(model.greyZone().below());
  }

  static DgaModel read(DataInputStream in, String about) throws IOException {
    byte[] weights = readOctets(in);
    if (weights.length != NgramHash.SIZE) {
      throw new StreamCorruptedException("A model has " + NgramHash.SIZE + " weights.");
    }
    LinearModel linear = new LinearModel(weights, in.readFloat(), in.readFloat());
    LanguageModels languages = readLanguages(in);
    long[] bits = new long[length(in)];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = in.readLong();
    }
    WordFilter words = new WordFilter(bits);
    BoostedTrees trees = readTrees(in);
    Calibration linearScale = new Calibration(in.readFloat(), in.readFloat());
    Calibration treesScale = new Calibration(in.readFloat(), in.readFloat());
    DgaModel.GreyZone greyZone = new DgaModel.GreyZone(in.readFloat(), in.readFloat());
    return new DgaModel(linear, linearScale, languages, words, trees, treesScale, greyZone, about);
  }

  private static void writeLanguages(DataOutputStream out, LanguageModels languages)
      throws IOException {
    out.writeInt(languages.groups().length);
    for (int group = 0; group < languages.groups().length; group++) {
      out.writeUTF(languages.groups()[group]);
      writeOctets(out, languages.surprises()[group]);
    }
  }

  private static LanguageModels readLanguages(DataInputStream in) throws IOException {
    String[] groups = new String[length(in)];
    byte[][] surprises = new byte[groups.length][];
    for (int group = 0; group < groups.length; group++) {
      groups[group] = in.readUTF();
      surprises[group] = readOctets(in);
    }
    return new LanguageModels(groups, surprises);
  }

  private static void writeTrees(DataOutputStream out, BoostedTrees trees) throws IOException {
    out.writeInt(trees.depth());
    writeOctets(out, trees.features());
    writeFloats(out, trees.thresholds());
    writeFloats(out, trees.leaves());
    out.writeFloat(trees.bias());
  }

  private static BoostedTrees readTrees(DataInputStream in) throws IOException {
    int depth = length(in);
    byte[] features = readOctets(in);
    float[] thresholds = readFloats(in);
    float[] leaves = readFloats(in);
    return new BoostedTrees(depth, features, thresholds, leaves, in.readFloat());
  }

  private static void writeScale(DataOutputStream out, Calibration scale) throws IOException {
    out.writeFloat(scale.slope());
    out.writeFloat(scale.shift());
  }

  private static void writeOctets(DataOutputStream out, byte[] octets) throws IOException {
    out.writeInt(octets.length);
    out.write(octets);
  }

  private static byte[] readOctets(DataInputStream in) throws IOException {
    byte[] octets = new byte[length(in)];
    in.readFully(octets);
    return octets;
  }

  private static void writeFloats(DataOutputStream out, float[] numbers) throws IOException {
    out.writeInt(numbers.length);
    for (float number : numbers) {
      out.writeFloat(number);
    }
  }

  private static float[] readFloats(DataInputStream in) throws IOException {
    float[] numbers = new float[length(in)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = in.readFloat();
    }
    return numbers;
  }

  private static int length(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MAX_ELEMENTS) {
      throw new StreamCorruptedException("A model has no part of " + length + " elements.");
    }
    return length;
  }
}
