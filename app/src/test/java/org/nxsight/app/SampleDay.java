package org.nxsight.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A day of traffic that is made of pieces of the sample, more of them by day than by night. */
final class SampleDay {
  private static final int HEADER_OCTETS = 24;
  private static final int RECORD_HEADER_OCTETS = 16;
  private static final int PIECES = 60;
  private static final int MINUTES = 24 * 60;
  private static final int STEP_MINUTES = 5;

  /** Midnight before the sample, in UTC. */
  private static final int START_SECONDS = 1_795_478_400;

  private final Random random;

  /**
   * @param seed chooses the pieces; the same seed makes the same day
   */
  SampleDay(long seed) {
    random = new Random(seed);
  }

  /** Writes the day as a capture. */
  void write(Path sample, Path capture) throws IOException {
    List<byte[]> pieces = CaptureWriting.pieces(Files.readAllBytes(sample), PIECES);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(pieces.getFirst(), 0, HEADER_OCTETS);
    for (int minute = 0; minute < MINUTES; minute += STEP_MINUTES) {
      double daylight = 1 - Math.cos(2 * Math.PI * minute / MINUTES);
      int count = 1 + (int) Math.round(daylight + random.nextDouble());
      for (int i = 0; i < count; i++) {
        byte[] piece = pieces.get(random.nextInt(PIECES));
        add(out, piece, START_SECONDS + 60 * minute + 60 * STEP_MINUTES * i / count);
      }
    }
    Files.write(capture, out.toByteArray());
  }

  private static void add(ByteArrayOutputStream out, byte[] piece, int seconds) {
    ByteBuffer records = ByteBuffer.wrap(piece.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int shift = seconds - records.getInt(HEADER_OCTETS);
    for (int at = HEADER_OCTETS; at < piece.length; ) {
      records.putInt(at, records.getInt(at) + shift);
      at += RECORD_HEADER_OCTETS + records.getInt(at + 8);
    }
    out.write(records.array(), HEADER_OCTETS, piece.length - HEADER_OCTETS);
  }
}
