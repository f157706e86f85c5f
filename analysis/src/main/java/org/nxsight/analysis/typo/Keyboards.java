package org.nxsight.analysis.typo;

/** Which keys lie beside each other on a QWERTY, QWERTZ or AZERTY keyboard. */
final class Keyboards {
  private static final String[][] LAYOUTS = {
    {"1234567890-", "qwertyuiop", "asdfghjkl", "zxcvbnm"},
    {"1234567890", "qwertzuiop", "asdfghjkl", "yxcvbnm-"},
    {"1234567890", "azertyuiop", "qsdfghjklm", "wxcvbn"},
  };

  private static final int CHARACTERS = 128;

  private static final long[] LOW = new long[CHARACTERS];
  private static final long[] HIGH = new long[CHARACTERS];

  static {
    for (String[] rows : LAYOUTS) {
      for (int row = 0; row < rows.length; row++) {
        addRow(rows, row);
      }
    }
  }

  private Keyboards() {}

  /** Each row is shifted half a key: a key touches two of the row below. */
  private static void addRow(String[] rows, int row) {
    for (int i = 0; i < rows[row].length(); i++) {
      char key = rows[row].charAt(i);
      add(key, rows[row], i + 1);
      if (row + 1 < rows.length) {
        add(key, rows[row + 1], i);
        add(key, rows[row + 1], i - 1);
      }
    }
  }

  private static void add(char key, String row, int at) {
    if (at >= 0 && at < row.length()) {
      char other = row.charAt(at);
      mark(key, other);
      mark(other, key);
    }
  }

  private static void mark(char a, char b) {
    if (b < Long.SIZE) {
      LOW[a] |= 1L << b;
    } else {
      HIGH[a] |= 1L << b;
    }
  }

  /** Whether two characters are neighbours on any of the three. */
  static boolean areNeighbours(byte a, byte b) {
    if (a < 0 || b < 0) {
      return false;
    }
    long neighbours = b < Long.SIZE ? LOW[a] : HIGH[a];
    return ((neighbours >>> b) & 1) != 0;
  }
}
