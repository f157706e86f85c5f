package org.nxsight.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What stands in a journal, read once from the first octet to the last. What follows the last whole
 * record counts as not written: the run was killed over it. But when a whole record follows what is
 * none, or other text stands where no whole record is, nothing there can be relied on.
 */
final class JournalReading {
  /** Whether records can be relied on. */
  enum Condition {
    SOUND,
    DAMAGED,
    FOREIGN
  }

  private static final int READ_OCTETS = 64 << 10;

  private final List<TakenFile> files = new ArrayList<>();
  private List<String> lastMade = List.of();
  private Condition condition = Condition.SOUND;
  private long wholeOctets;
  private int lines;

  private final List<TakenFile> took = new ArrayList<>();
  private final List<String> made = new ArrayList<>();
  private final CRC32C crc = new CRC32C();
  private final byte[] line = new byte[TakenRecord.MOST_LINE_OCTETS];
  private int lineOctets;
  private boolean isOverlong;
  private boolean isBroken;
  private long octets;

  private JournalReading() {}

  /** Reads all, or as far as it takes to know that it cannot be relied on. */
  static JournalReading of(InputStream in) throws IOException {
    JournalReading reading = new JournalReading();
    byte[] chunk = new byte[READ_OCTETS];
    for (int n = 0; n >= 0 && reading.condition == Condition.SOUND; n = in.read(chunk)) {
      for (int i = 0; i < n; i++) {
        reading.read(chunk[i]);
      }
    }
    reading.end();
    return reading;
  }

  private void read(byte octet) {
    octets++;
    if (octet == '\n') {
      onLine(lineText());
      lineOctets = 0;
      isOverlong = false;
    } else if (lineOctets < line.length) {
      line[lineOctets++] = octet;
    } else if (!isOverlong) {
      isOverlong = true;
      onForeign();
    }
  }

  private String lineText() {
    return new String(line, 0, lineOctets, StandardCharsets.ISO_8859_1);
  }

  private void onLine(String text) {
    if (isOverlong || !TakenRecord.isLine(text)) {
      onForeign();
    } else if (text.startsWith(TakenRecord.DONE)) {
      onDone(text.equals(TakenRecord.done(crc)));
    } else {
      crc.update(line, 0, lineOctets);
      crc.update('\n');
      onPart(text);
    }
  }

  private void onPart(String text) {
    if (text.startsWith(TakenRecord.MADE)) {
      made.add(text.substring(TakenRecord.MADE.length()));
      return;
    }
    try {
      took.add(TakenRecord.file(text));
    } catch (IllegalArgumentException e) {
      onForeign();
    }
  }

  private void onForeign() {
    if (wholeOctets == 0) {
      condition = Condition.FOREIGN;
    }
    isBroken = true;
    beginRecord();
  }

  private void onDone(boolean isWhole) {
    if (!isWhole) {
      isBroken = true;
    } else if (isBroken) {
      condition = Condition.DAMAGED;
    } else {
      files.addAll(took);
      lastMade = List.copyOf(made);
      lines += took.size() + made.size() + 1;
      wholeOctets = octets;
    }
    beginRecord();
  }

  private void beginRecord() {
    took.clear();
    made.clear();
    crc.reset();
  }

  private void end() {
    if (lineOctets > 0 && !TakenRecord.isBeginningOfLine(lineText())) {
      onForeign();
    }
  }

  /** Whether the rest can be relied on. */
  Condition condition() {
    return condition;
  }

  /** The files of whole records as they were noted, some more than once. */
  List<TakenFile> files() {
    return files;
  }

  /** The channel files of the last whole record. */
  List<String> lastMade() {
    return lastMade;
  }

  /** How far the whole records reach. */
  long wholeOctets() {
    return wholeOctets;
  }

  /** The lines of the whole records. */
  int lines() {
    return lines;
  }
}
