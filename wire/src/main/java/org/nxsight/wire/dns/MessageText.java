package org.nxsight.wire.dns;

/** Whole DNS messages as text and as JSON, as nmsgtool prints them. */
public final class MessageText {
  private MessageText() {}

  /**
   * Appends the message in {@code bytes[offset, offset + length)} as lines of text.
   *
   * @return false when the message is malformed; nothing is appended then
   */
  public static boolean appendText(StringBuilder out, byte[] bytes, int offset, int length) {
    return false;
  }

  /**
   * Appends the message in {@code bytes[offset, offset + length)} as a JSON object.
   *
   * @return false when the message is malformed; nothing is appended then
   */
  public static boolean appendJson(StringBuilder out, byte[] bytes, int offset, int length) {
    return false;
  }
}
