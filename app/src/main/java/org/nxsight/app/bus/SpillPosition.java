package org.nxsight.app.bus;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The file that says how far records have been acknowledged: segment and offset, 8 octets each. */
final class SpillPosition implements Closeable {
  private static final int OCTETS = 16;

  private final Path file;
  private @Nullable FileChannel channel;

  SpillPosition(Path file) {
    this.file = file;
  }

  /** What it says; null when it says nothing. */
  Spill.@Nullable Position read() throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    byte[] told = Files.readAllBytes(file);
    if (told.length != OCTETS) {
      return null;
    }
    ByteBuffer numbers = ByteBuffer.wrap(told);
    return new Spill.Position(numbers.getLong(), numbers.getLong());
  }

  void write(Spill.Position position) throws IOException {
    FileChannel out = channel;
    if (out == null) {
      out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel = out;
    }
    ByteBuffer numbers = ByteBuffer.allocate(OCTETS);
    numbers.putLong(position.segment()).putLong(position.offset()).flip();
    out.write(numbers, 0); // one write of 16 octets: whole after the end of the process
  }

  /** Makes it say nothing. */
  void clear() throws IOException {
    close();
    Files.deleteIfExists(file);
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}
