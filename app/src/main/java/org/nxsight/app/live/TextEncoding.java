package org.nxsight.app.live;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.nxsight.channels.form.RecordJson;
import org.nxsight.channels.live.Delivery;
import org.nxsight.channels.live.LiveRecord;
import org.nxsight.channels.live.Loss;
import org.nxsight.wire.nmsg.PayloadView;

/**
 * A stream as JSON: each record as {@code nxsight show --format json} prints it, and losses between
 * them.
 *
 * <pre>
 *   event: record                          {"time":...}
 *   data: {"time":...}                     {"lost":7,"since":"2026-11-24T04:22:51.1Z"}
 *   (empty line)
 * </pre>
 */
final class TextEncoding implements StreamForm.Encoding {
  private final boolean events;
  private final RecordJson json = new RecordJson();
  private final PayloadView view = new PayloadView();
  private final StringBuilder out = new StringBuilder();

  /**
   * @param events whether they are Server-Sent Events; else they are lines
   */
  TextEncoding(boolean events) {
    this.events = events;
  }

  @Override
  public void add(Delivery delivery) {
    switch (delivery) {
      case Loss loss -> addLoss(loss);
      case LiveRecord record when record.isLine() -> {
        begin("finding");
        out.append(new String(record.octets(), StandardCharsets.UTF_8)).append('\n');
      }
      case LiveRecord record -> {
        begin("record");
        byte[] octets = record.octets();
        view.set(record.vendor(), record.type(), record.epochNanos(), 0, octets, 0, octets.length);
        json.append(out, view);
      }
    }
    end();
  }

  private void addLoss(Loss loss) {
    begin("loss");
    out.append("{\"lost\":").append(loss.records()).append(",\"since\":\"");
    out.append(Instant.ofEpochSecond(0, loss.sinceNanos())).append('"');
    if (loss.overRate() > 0) {
      out.append(",\"over_rate\":").append(loss.overRate());
    }
    out.append("}\n");
  }

  private void begin(String event) {
    if (events) {
      out.append("event: ").append(event).append("\ndata: ");
    }
  }

  private void end() {
    if (events) {
      out.append('\n');
    }
  }

  /** A comment, or an empty line, which readers of JSON lines pass over. */
  @Override
  public void addPulse() {
    out.append(events ? ":\n\n" : "\n");
  }

  @Override
  public int gathered() {
    return out.length();
  }

  @Override
  public byte[] take() {
    byte[] octets = out.toString().getBytes(StandardCharsets.UTF_8);
    out.setLength(0);
    return octets;
  }
}
