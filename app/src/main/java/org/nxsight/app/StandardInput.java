package org.nxsight.app;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;

/** The standard input, which ends when the run is to end, even while nothing comes. */
final class StandardInput extends InputStream {
  private final StopSignal stop;
  private final InputStream in =
      Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel());

  StandardInput(StopSignal stop) {
    this.stop = stop;
  }

  @Override
  public int read() throws IOException {
    byte[] octet = new byte[1];
    return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (!stop.beginReading()) {
      return -1;
    }
    try {
      return in.read(bytes, offset, length);
    } catch (ClosedByInterruptException e) {
      return -1;
    } finally {
      stop.endReading();
    }
  }
}
