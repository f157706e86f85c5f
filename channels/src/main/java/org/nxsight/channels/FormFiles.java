package org.nxsight.channels;

import java.io.IOException;
import org.nxsight.channels.form.RecordForm;
import org.nxsight.wire.nmsg.NmsgPayload;
import org.nxsight.wire.nmsg.PayloadView;

/** A channel as files of text or JSON lines, exactly as nmsgtool would print its NMSG. */
final class FormFiles implements Destination {
  private final LineFiles lines;
  private final RecordForm form;
  private final PayloadView view = new PayloadView();
  private byte[] payloadBytes = new byte[4096];

  FormFiles(RotatingFile file, RecordForm form) {
    lines = new LineFiles(file);
    this.form = form;
  }

  @Override
  public void put(long epochNanos, NmsgPayload payload) throws IOException {
    StringBuilder record = lines.begin(epochNanos);
    int octets = payload.encodedOctets();
    if (octets > payloadBytes.length) {
      payloadBytes = new byte[2 * octets];
    }
    payload.encode(payloadBytes, 0);
    view.set(payload.vendor(), payload.messageType(), epochNanos, 0, payloadBytes, 0, octets);
    form.append(record, view);
    lines.end();
  }

  @Override
  public void onTime(long reachedNanos) throws IOException {
    lines.onTime(reachedNanos);
  }

  @Override
  public void cut() throws IOException {
    lines.cut();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  @Override
  public void abort() {
    lines.abort();
  }
}
