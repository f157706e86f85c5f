package org.nxsight.channels;

import java.io.IOException;
import org.nxsight.wire.nmsg.ContainerWriter;
import org.nxsight.wire.nmsg.NmsgPayload;

/** A channel as NMSG files: containers of up to 1 MiB back to back, as nmsgtool writes them. */
final class NmsgFiles implements Destination {
  private static final int CONTAINER_OCTETS = 1 << 20;

  private final RotatingFile file;
  private final ContainerWriter container = new ContainerWriter(CONTAINER_OCTETS);

  NmsgFiles(RotatingFile file) {
    this.file = file;
  }

  @Override
  public void put(long epochNanos, NmsgPayload payload) throws IOException {
    if (file.isBeyond(epochNanos)) {
      cut();
      file.isBeyond(epochNanos);
    }
    int octets = payload.encodedOctets();
    int at = container.open(payload.vendor(), payload.messageType(), epochNanos, 0, octets);
    if (at < 0) {
      flush();
      at = container.open(payload.vendor(), payload.messageType(), epochNanos, 0, octets);
    }
    payload.encode(container.buffer(), at);
    container.close();
  }

  @Override
  public void onTime(long reachedNanos) throws IOException {
    if (file.isWriteDue(reachedNanos)) {
      flush();
    }
    if (file.isOver(reachedNanos)) {
      cut();
    }
  }

  private void flush() throws IOException {
    if (container.payloads() > 0) {
      int length = container.finish();
      file.write(container.buffer(), container.start(), length);
      container.reset();
    }
  }

  @Override
  public void cut() throws IOException {
    flush();
    file.finish();
  }

  @Override
  public void close() throws IOException {
    cut();
  }

  @Override
  public void abort() {
    file.abort();
  }
}
