package org.nxsight.channels;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.nxsight.channels.form.RecordForm;
import org.nxsight.wire.nmsg.NmsgPayload;
import org.nxsight.wire.nmsg.PayloadView;

/** A channel as files of text or JSON lines, exactly as nmsgtool would print its NMSG. */
final class FormFiles implements Destination {
  private static final int FLUSH_CHARS = 1 << 16;

  private final RotatingFile file;
  private final RecordForm form;
  private final PayloadView view = new PayloadView();
  private final StringBuilder gathered = new StringBuilder();
  private byte[] payloadBytes = new byte[4096];

  FormFiles(RotatingFile file, RecordForm form) {
    this.file = file;
    this.form = form;
  }

  @Override
  public void put(long epochNanos, NmsgPayload payload) throws IOException {
    if (file.isBeyond(epochNanos)) {
      cut();
      file.isBeyond(epochNanos);
    }
    int octets = payload.encodedOctets();
    if (octets > payloadBytes.length) {
      payloadBytes = new byte[2 * octets];
    }
    payload.encode(payloadBytes, 0);
    view.set(payload.vendor(), payload.messageType(), epochNanos, 0, payloadBytes, 0, octets);
    form.append(gathered, view);
    if (gathered.length() >= FLUSH_CHARS) {
      flush();
    }
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
    if (!gathered.isEmpty()) {
      byte[] bytes = gathered.toString().getBytes(StandardCharsets.UTF_8);
      file.write(bytes, 0, bytes.length);
      gathered.setLength(0);
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
