package org.nxsight.channels.form;

import java.util.HexFormat;

/** The source number of a payload as text: eight hexadecimal digits. */
final class Sources {
  private Sources() {}

  /** The digits of {@code source}. */
  static String text(int source) {
    return HexFormat.of().toHexDigits(source);
  }
}
