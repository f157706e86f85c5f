package org.nxsight.analysis.dga;

import java.nio.charset.StandardCharsets;

/**
 * How likely it is that a program made up a run of labels: a probability for a world in which every
 * second name is generated.
 *
 * <p>Score only what is missing: the registrable label, without its public suffix, of an
 * unregistered domain; the labels left of the cut of a missing host. Any octets have a score; case
 * does not matter. Nothing is allocated for a name. A scorer is for one thread; the model is
 * shared.
 */
public final class DgaScorer {
  private final DgaModel model;
  private final SymbolRun run = new SymbolRun();
  private final int[] ngrams = new int[NgramHash.MAX_FEATURES];
  private final NameFeatures features;
  private final float[] values;
  private DecidedBy decidedBy = DecidedBy.LINEAR;

  /** A scorer of its own for a thread. */
  public DgaScorer(DgaModel model) {
    this.model = model;
    this.features = new NameFeatures(model.languages(), model.words());
    this.values = new float[features.count()];
  }

  /**
   * The probability that the labels between two offsets were generated.
   *
   * @param octets holds whole labels, each behind its length octet
   * @return 0..1
   */
  public float score(byte[] octets, int from, int to) {
    run.read(octets, from, to);
    float linearLogOdds = model.linear().logOdds(run, ngrams);
    float probability = model.linearScale().probability(linearLogOdds);
    if (!model.greyZone().contains(probability)) {
      decidedBy = DecidedBy.LINEAR;
      return probability;
    }
    decidedBy = DecidedBy.SECOND_OPINION;
    features.fill(run, linearLogOdds, values);
    return model.treesScale().probability(model.trees().logOdds(values));
  }

  /** The probability of the labels of a text, such as {@code "xkqjzvw"} or {@code "a.b"}. */
  public float score(String labels) {
    byte[] wire = wire(labels);
    return score(wire, 0, wire.length);
  }

  /** What the linear model alone says; the second opinion is not asked. */
  public float linearScore(byte[] octets, int from, int to) {
    run.read(octets, from, to);
    return model.linearScale().probability(model.linear().logOdds(run, ngrams));
  }

  /** Which part the last score comes from. */
  public DecidedBy decidedBy() {
    return decidedBy;
  }

  /** The labels of a text in wire form, one octet a character; the dots part them. */
  public static byte[] wire(String labels) {
    byte[] text = ('.' + labels).getBytes(StandardCharsets.ISO_8859_1);
    int label = 0;
    for (int i = 1; i <= text.length; i++) {
      if (i == text.length || text[i] == '.') {
        text[label] = (byte) (i - label - 1);
        label = i;
      }
    }
    return text;
  }
}
