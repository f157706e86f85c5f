package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.dnstap.DnstapRole;
import org.nxsight.wire.ip.DatagramBuilder;
import org.nxsight.wire.protobuf.ProtobufWriter;

/** What becomes of dnstap frames. */
class DnstapMessagesTest {
  private static final byte[] NOTHING = {};

  private final PacketCounts counts = new PacketCounts();
  private final List<String> seen = new ArrayList<>();
  private final DnstapMessages messages =
      new DnstapMessages(Set.of(DnstapRole.RESOLVER), counts, this::see);

  private void see(CapturedMessage captured) {
    assertThat(captured.isTrusted()).isTrue();
    seen.add(
        (captured.message().isResponse() ? "response " : "query ")
            + HexFormat.of()
                .formatHex(
                    captured.datagram().bytes(),
                    captured.datagram().sourceOffset(),
                    captured.datagram().transportOffset() + 4)
            + " "
            + captured.epochNanos()
            + " "
            + captured.zoneOctets());
  }

  @Test
  void makesADatagramFromClientToServerForAQueryAndBackForAResponse() {
    feed(DnstapSamples.query());
    feed(DnstapSamples.response());
    assertThat(seen)
        .containsExactly(
            "query c0000201" + "c6336407" + "10000035 " + DnstapSamples.QUERY_NANOS + " 6",
            "response c6336407" + "c0000201" + "00351000 " + DnstapSamples.RESPONSE_NANOS + " 6");
    assertThat(counts.packets()).isEqualTo(2);
    assertThat(counts.dnsPackets()).isEqualTo(2);
    assertThat(counts.dnsMessages()).isEqualTo(2);
    assertThat(counts.firstNanos()).isEqualTo(DnstapSamples.QUERY_NANOS);
    assertThat(counts.lastNanos()).isEqualTo(DnstapSamples.RESPONSE_NANOS);
  }

  @Test
  void takesTheQueryThatComesAlongWithAResponseWhenItHadNoFrame() {
    feed(frame(DnstapSamples.QUERY, DnstapSamples.RESPONSE));
    assertThat(seen).hasSize(2);
    assertThat(seen.getFirst()).startsWith("query");
    assertThat(counts.packets()).isEqualTo(1);
    assertThat(counts.dnsPackets()).isEqualTo(1);
    assertThat(counts.dnsMessages()).isEqualTo(2);
  }

  @Test
  void takesItOnceWhenItHadItsOwnFrame() {
    feed(DnstapSamples.query());
    feed(frame(DnstapSamples.QUERY, DnstapSamples.RESPONSE));
    assertThat(seen).hasSize(2);
    assertThat(counts.dnsMessages()).isEqualTo(2);
  }

  @Test
  void leavesOutLegsThatWereNotAskedFor() {
    feed(DnstapSamples.frame(DnstapSamples.CLIENT_RESPONSE, NOTHING, DnstapSamples.RESPONSE));
    feed(DnstapSamples.frame(DnstapSamples.AUTH_QUERY, DnstapSamples.QUERY, NOTHING));
    feed(DnstapSamples.frame(99, DnstapSamples.QUERY, NOTHING));
    assertThat(seen).isEmpty();
    assertLeftOut(LeftOut.DNSTAP_CLIENT, LeftOut.DNSTAP_AUTH, LeftOut.DNSTAP_UNKNOWN_TYPE);
  }

  @Test
  void tellsWhyAFrameHasNoMessage() {
    feed(new byte[] {0x72, 5});
    feed(new byte[] {0x78, 1});
    feed(frame(NOTHING, NOTHING));
    feed(frame(NOTHING, new byte[11]));
    feed(frame(NOTHING, DnstapSamples.hex("1234 8003 0001 0000 0000 0000 026e78")));
    feed(frame(NOTHING, new byte[DatagramBuilder.MAX_MESSAGE_OCTETS + 1]));
    messages.onLeftOut(LeftOut.FRAME_TOO_LONG, 1L << 32);
    assertThat(seen).isEmpty();
    assertLeftOut(
        LeftOut.MALFORMED_DNSTAP,
        LeftOut.DNSTAP_WITHOUT_MESSAGE,
        LeftOut.DNSTAP_WITHOUT_MESSAGE,
        LeftOut.NOT_DNS,
        LeftOut.MALFORMED_QUESTION,
        LeftOut.MESSAGE_TOO_LONG,
        LeftOut.FRAME_TOO_LONG);
  }

  @Test
  void takesZeroForAnAddressAnd53ForAPortThatIsMissing() {
    byte[] message = new byte[64];
    int at = ProtobufWriter.putU32(message, 0, 1, DnstapSamples.RESOLVER_QUERY);
    at =
        ProtobufWriter.putBytes(
            message, at, 10, DnstapSamples.QUERY, 0, DnstapSamples.QUERY.length);
    feed(DnstapSamples.envelope(Arrays.copyOf(message, at)));
    assertThat(seen).containsExactly("query 00000000" + "00000000" + "00000035 0 0");
  }

  private void feed(byte[] frame) {
    messages.onFrame(frame, 0, frame.length);
  }

  private static byte[] frame(byte[] query, byte[] response) {
    return DnstapSamples.frame(DnstapSamples.RESOLVER_RESPONSE, query, response);
  }

  private void assertLeftOut(LeftOut... reasons) {
    assertThat(counts.packets()).isEqualTo(reasons.length);
    assertThat(counts.dnsPackets()).isZero();
    for (LeftOut reason : reasons) {
      long expected = Arrays.stream(reasons).filter(reason::equals).count();
      assertThat(counts.leftOut(reason)).as(reason.key()).isEqualTo(expected);
    }
  }
}
