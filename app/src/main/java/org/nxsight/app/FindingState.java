package org.nxsight.app;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.nxsight.analysis.condensing.Condensing;
import org.nxsight.store.manifest.Whole;

/**
 * What is known about findings between two runs, in a file of the output directory: a seed of
 * hashes, and the state of the operators that hash with it.
 */
final class FindingState {
  private static final int BUFFER_OCTETS = 1 << 16;

  private final Path file;
  private final long seed;

  private FindingState(Path file, long seed) {
    this.file = file;
    this.seed = seed;
  }

  /**
   * The state in a file, if it is there and can be read.
   *
   * @param newSeed for a new one
   */
  static FindingState in(Path file, long newSeed) {
    try (DataInputStream in = open(file)) {
      return new FindingState(file, in.readLong());
    } catch (IOException e) { // told when it is restored
      return new FindingState(file, newSeed);
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_OCTETS);
    return new DataInputStream(new BufferedInputStream(new GZIPInputStream(in), BUFFER_OCTETS));
  }

  /** The seed of all hashes in it. */
  long seed() {
    return seed;
  }

  /** Gives it to those who go on with it; says so when it cannot be read, and they begin anew. */
  void restore(Condensing condensing) {
    if (!Files.exists(file)) {
      return;
    }
    try (DataInputStream in = open(file)) {
      in.readLong();
      condensing.restore(in);
    } catch (IOException e) {
      Notices.say(
          Faults.describe(e, file.toString()) + ": findings begin anew, without what was known");
    }
  }

  /** What is known now, as the file holds it: some megabytes at most, packed. */
  byte[] snapshot(Condensing condensing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER_OCTETS);
    GZIPOutputStream packed = new FastGzip(bytes);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(packed, BUFFER_OCTETS));
    out.writeLong(seed);
    condensing.snapshot(out);
    out.flush();
    packed.finish();
    return bytes.toByteArray();
  }

  /** Writes it, whole or not at all. */
  void save(byte[] snapshot) throws IOException {
    Files.write(Whole.part(file), snapshot);
    Whole.finish(file);
  }

  /** Packs fast rather than well. */
  private static final class FastGzip extends GZIPOutputStream {
    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER_OCTETS);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
