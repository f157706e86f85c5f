package org.nxsight.analysis.findings.groups;

/**
 * Scores in bins of log-odds, how often names of people and of generators fall into each, and the
 * test that tells the latter among the former.
 *
 * <p>The test is a sequential probability ratio test (Wald, 1945) of counts: the evidence that a
 * share {@code f} of the names is of a generator is the product over all names of {@code 1 + f (g /
 * h - 1)}, with {@code g} and {@code h} the shares of the name's bin among generated and usual
 * names. What the generator is like and what {@code f} is, nobody knows; the evidence is the mean
 * over some of both. While all names are usual and independent, it is a martingale of mean 1, so
 * that it ever exceeds {@code 1 / a} with a probability of {@code a} at most (Ville, 1939), however
 * often one looks.
 */
final class ScoreBins {
  /** How many bins there are. */
  static final int COUNT = 10;

  /** The first bin of names that are more likely generated than not. */
  static final int SUSPECT = 4;

  private static final float[] EDGES = {-5, -3, -1.5f, 0, 1.5f, 3, 4.5f, 6, 8};

  /**
   * The shares of missing names that people and software made. Measured on the benign names of the
   * model's training that belong to its test; the upper half is twice what was found there, since a
   * resolver's users may prefer a kind of names that the model does not know well.
   */
  private static final double[] USUAL = {.42, .26, .12, .09, .06, .032, .012, .005, .0015, .0005};

  /** Shares of generators: of random letters, and of syllables and words. */
  private static final double[][] GENERATED = {
    {.002, .006, .01, .03, .05, .08, .13, .18, .26, .252},
    {.005, .02, .05, .12, .23, .29, .2, .06, .02, .005}
  };

  private static final double[] FRACTIONS = {1, 1 / 3.0, 1 / 10.0, 1 / 30.0, 1 / 100.0};

  /** How many names the shares above count as, beside those that were seen. */
  private static final double WEIGHT_OF_USUAL = 300;

  private ScoreBins() {}

  static int of(float logOdds) {
    int bin = 0;
    while (bin < EDGES.length && logOdds >= EDGES[bin]) {
      bin++;
    }
    return bin;
  }

  /** The names of suspect bins. */
  static int suspects(int[] counts) {
    int suspects = 0;
    for (int bin = SUSPECT; bin < COUNT; bin++) {
      suspects += counts[bin];
    }
    return suspects;
  }

  /**
   * The natural logarithm of the evidence.
   *
   * @param counts of names in each bin
   * @param seen names that were seen here before; they make a bin more usual, never less
   */
  static double evidence(int[] counts, int[] seen) {
    double total = WEIGHT_OF_USUAL;
    for (int each : seen) {
      total += each;
    }
    double sum = 0;
    for (double[] generated : GENERATED) {
      for (double fraction : FRACTIONS) {
        double log = 0;
        for (int bin = 0; bin < COUNT; bin++) {
          if (counts[bin] > 0) {
            double here = (WEIGHT_OF_USUAL * USUAL[bin] + seen[bin]) / total;
            double usual = bin < SUSPECT ? here : Math.max(here, USUAL[bin]);
            log += counts[bin] * Math.log(1 + fraction * (generated[bin] / usual - 1));
          }
        }
        sum += Math.exp(Math.min(log, MOST));
      }
    }
    return Math.log(sum / (GENERATED.length * FRACTIONS.length));
  }

  /** Beyond it nothing becomes clearer; e^500 is still a number. */
  private static final double MOST = 500;
}
