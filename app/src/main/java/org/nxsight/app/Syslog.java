package org.nxsight.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.Sighting;

/**
 * Sends findings as syslog messages over UDP (RFC 5424, RFC 5426): facility local0, MSGID the kind,
 * structured data with id, subject, state and count, and the sentence as text.
 */
final class Syslog implements Notifier {
  private static final int LOCAL0 = 16;

  /** What every receiver should take (RFC 5426, section 3.2). */
  private static final int MAX_OCTETS = 2_048;

  /** A number that the examples of RFC 5612 have: private data must have some. */
  private static final String DATA_ID = "finding@32473";

  private final InetSocketAddress address;
  private final NotableFindings notable;
  private final DatagramChannel channel;
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();

  Syslog(InetSocketAddress address, NotableFindings notable) throws IOException {
    this.address = address;
    this.notable = notable;
    channel = DatagramChannel.open();
    channel.configureBlocking(false);
  }

  @Override
  public void onFinding(Finding finding) {
    if (!notable.contains(finding)) {
      return;
    }
    byte[] octets = message(finding).getBytes(StandardCharsets.US_ASCII);
    try {
      int length = Math.min(octets.length, MAX_OCTETS);
      boolean taken = channel.send(ByteBuffer.wrap(octets, 0, length), address) > 0;
      (taken ? sent : lost).incrementAndGet();
    } catch (IOException e) {
      lost.incrementAndGet();
    }
  }

  /** The message, of printable ASCII. */
  static String message(Finding finding) {
    Sighting sighting = finding.sighting();
    return "<"
        + (8 * LOCAL0 + number(sighting.severity()))
        + ">1 "
        + Instant.ofEpochSecond(0, finding.updatedNanos() / 1_000 * 1_000)
        + " - nxsight "
        + ProcessHandle.current().pid()
        + " "
        + sighting.kind().name()
        + " ["
        + DATA_ID
        + parameter("id", finding.id())
        + parameter("subject", sighting.subject())
        + parameter("severity", sighting.severity().text())
        + parameter("state", finding.state())
        + parameter("count", Long.toString(sighting.count()))
        + "] "
        + Printable.of(sighting.sentence());
  }

  private static String parameter(String name, String value) {
    String escaped =
        Printable.of(value).replace("\\", "\\\\").replace("\"", "\\\"").replace("]", "\\]");
    return " " + name + "=\"" + escaped + "\"";
  }

  /** RFC 5424, section 6.2.1. */
  private static int number(Severity severity) {
    return switch (severity) {
      case CRITICAL -> 2;
      case HIGH -> 3;
      case MEDIUM -> 4;
      case LOW -> 5;
      case INFO -> 6;
    };
  }

  @Override
  public String summary() {
    return "sent "
        + sent
        + " findings by syslog"
        + (lost.get() == 0 ? "" : ", and could not send " + lost);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // What was sent is sent.
    }
  }
}
