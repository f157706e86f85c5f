package org.nxsight.analysis.dga.training;

import org.nxsight.analysis.dga.Calibration;

/** Fits a {@link Calibration} by Newton's method on the logistic loss. */
final class PlattScaling {
  private static final int STEPS = 30;
  private static final double RIDGE = 1e-6;

  private PlattScaling() {}

  static Calibration fit(float[] logOdds, boolean[] generated, float[] weights) {
    double slope = 1;
    double shift = 0;
    for (int step = 0; step < STEPS; step++) {
      double gSlope = 0;
      double gShift = 0;
      double hSlope = RIDGE;
      double hBoth = 0;
      double hShift = RIDGE;
      for (int i = 0; i < logOdds.length; i++) {
        double x = logOdds[i];
        double p = 1 / (1 + Math.exp(-(slope * x + shift)));
        double error = weights[i] * ((generated[i] ? 1 : 0) - p);
        double curvature = weights[i] * p * (1 - p);
        gSlope += error * x;
        gShift += error;
        hSlope += curvature * x * x;
        hBoth += curvature * x;
        hShift += curvature;
      }
      double determinant = hSlope * hShift - hBoth * hBoth;
      slope += (hShift * gSlope - hBoth * gShift) / determinant;
      shift += (hSlope * gShift - hBoth * gSlope) / determinant;
    }
    return new Calibration((float) slope, (float) shift);
  }
}
