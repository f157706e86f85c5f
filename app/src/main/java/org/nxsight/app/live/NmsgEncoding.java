package org.nxsight.app.live;

import java.io.ByteArrayOutputStream;
import org.nxsight.channels.live.Delivery;
import org.nxsight.channels.live.LiveRecord;
import org.nxsight.channels.live.Loss;
import org.nxsight.wire.nmsg.ContainerWriter;

/**
 * A stream as NMSG containers with sequence numbers, in which each record that was lost leaves out
 * a number: receivers count it as they count what a network loses.
 */
final class NmsgEncoding implements StreamForm.Encoding {
  private static final int CONTAINER_OCTETS = 1 << 16;

  private final ContainerWriter container = new ContainerWriter(CONTAINER_OCTETS);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  NmsgEncoding(long sequenceId) {
    container.setSequence(sequenceId);
  }

  @Override
  public void add(Delivery delivery) {
    switch (delivery) {
      case Loss loss -> {
        finish();
        container.skip(loss.records());
      }
      case LiveRecord record -> add(record);
    }
  }

  private void add(LiveRecord record) {
    int octets = record.octets().length;
    int at = container.open(record.vendor(), record.type(), record.epochNanos(), 0, octets);
    if (at < 0) {
      finish();
      at = container.open(record.vendor(), record.type(), record.epochNanos(), 0, octets);
    }
    if (at < 0) {
      container.skip(1); // no container holds it
      return;
    }
    System.arraycopy(record.octets(), 0, container.buffer(), at, octets);
    container.close();
  }

  private void finish() {
    if (container.payloads() > 0) {
      writeOut();
    }
  }

  private void writeOut() {
    int length = container.finish();
    out.write(container.buffer(), container.start(), length);
    container.reset();
  }

  /** A container without payloads. */
  @Override
  public void addPulse() {
    finish();
    writeOut();
  }

  @Override
  public int gathered() {
    return out.size() + (container.payloads() > 0 ? 1 : 0);
  }

  @Override
  public byte[] take() {
    finish();
    byte[] octets = out.toByteArray();
    out.reset();
    return octets;
  }
}
