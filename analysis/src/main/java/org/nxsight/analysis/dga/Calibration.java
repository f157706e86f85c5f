package org.nxsight.analysis.dga;

/**
 * From a model's log-odds to a probability (Platt, 1999): {@code 1 / (1 + exp(-(slope * x +
 * shift)))}, for a world in which every second name was generated.
 */
public record Calibration(float slope, float shift) {
  /** The probability that belongs to log-odds. */
  public float probability(float logOdds) {
    return (float) (1 / (1 + Math.exp(-(slope * logOdds + shift))));
  }
}
