package org.nxsight.analysis.dga.training;

import java.util.Arrays;

/** Numbers of many names cut into at most 64 bins of equal counts, feature by feature. */
final class Bins {
  static final int MOST = 64;

  /** For each feature the borders between its bins, rising. */
  final float[][] borders;

  /** For each feature the bin of each name. */
  final byte[][] binOfName;

  Bins(float[][] values, int features) {
    borders = new float[features][];
    binOfName = new byte[features][values.length];
    float[] column = new float[values.length];
    for (int feature = 0; feature < features; feature++) {
      for (int i = 0; i < values.length; i++) {
        column[i] = values[i][feature];
      }
      float[] sorted = column.clone();
      Arrays.sort(sorted);
      borders[feature] = borders(sorted);
      for (int i = 0; i < values.length; i++) {
        binOfName[feature][i] = (byte) bin(borders[feature], column[i]);
      }
    }
  }

  private static float[] borders(float[] sorted) {
    float[] borders = new float[MOST - 1];
    int count = 0;
    for (int i = 1; i < MOST; i++) {
      float border = sorted[(int) ((long) i * sorted.length / MOST)];
      boolean parts = border < sorted[sorted.length - 1];
      if (parts && (count == 0 || border > borders[count - 1])) {
        borders[count++] = border;
      }
    }
    return Arrays.copyOf(borders, count);
  }

  /** A value in bin {@code b} is above the first {@code b} borders. */
  private static int bin(float[] borders, float value) {
    int found = Arrays.binarySearch(borders, value);
    return found >= 0 ? found : -found - 1;
  }
}
