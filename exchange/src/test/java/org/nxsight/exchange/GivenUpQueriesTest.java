package org.nxsight.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.capture.DnsPackets;
import org.nxsight.capture.LeftOut;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Ports;
import org.nxsight.wire.Bytes;

/** Why queries are given up, and what becomes of the longest datagrams there are. */
class GivenUpQueriesTest {
  private static final int RAW = 101;
  private static final long SECOND = 1_000_000_000L;

  /** Id 0x1234; the question is a.example A. */
  private static final byte[] DNS =
      HexFormat.of().parseHex("1234000000010000000000000161076578616d706c650000010001");

  private final PacketCounts counts = new PacketCounts();
  private final List<UnansweredReason> unanswered = new ArrayList<>();
  private final List<Integer> duplicates = new ArrayList<>();
  private int answered;
  private int rcode;
  private int unsolicited;
  private final Pairing pairing =
      new Pairing(
          PairingLimits.DEFAULT,
          1,
          new ExchangeHandler() {
            @Override
            public void onAnswered(QueryView query, CapturedMessage response) {
              answered++;
              rcode = response.message().headerRcode();
            }

            @Override
            public void onUnanswered(QueryView query, UnansweredReason reason) {
              unanswered.add(reason);
            }

            @Override
            public void onUnsolicited(CapturedMessage response) {
              unsolicited++;
            }

            @Override
            public void onDuplicateResponse(CapturedMessage response) {
              duplicates.add(response.message().headerRcode());
            }

            @Override
            public void onRepeatedQuery(CapturedMessage query) {
              throw new AssertionError("a repetition");
            }
          });
  private final DnsPackets packets = new DnsPackets(Ports.of(53), counts, pairing);

  private void packet(long epochNanos, byte[] datagram) {
    packets.onPacket(datagram, 0, datagram.length, datagram.length, epochNanos, RAW);
  }

  private static byte[] udp(boolean ipv6, boolean response, byte[] dns) {
    byte[] udp = new byte[8 + dns.length];
    Bytes.put16(udp, response ? 2 : 0, 4000);
    Bytes.put16(udp, response ? 0 : 2, 53);
    Bytes.put16(udp, 4, udp.length);
    System.arraycopy(dns, 0, udp, 8, dns.length);
    if (response) {
      udp[10] |= (byte) 0x80;
    }
    return ip(ipv6, response, 17, udp);
  }

  private static byte[] ip(boolean ipv6, boolean fromServer, int protocol, byte[] data) {
    int header = ipv6 ? 40 : 20;
    byte[] datagram = new byte[header + data.length];
    System.arraycopy(data, 0, datagram, header, data.length);
    datagram[0] = (byte) (ipv6 ? 0x60 : 0x45);
    Bytes.put16(datagram, ipv6 ? 4 : 2, ipv6 ? data.length : datagram.length);
    datagram[ipv6 ? 6 : 9] = (byte) protocol;
    datagram[ipv6 ? 23 : 15] = (byte) (fromServer ? 2 : 1);
    datagram[ipv6 ? 39 : 19] = (byte) (fromServer ? 1 : 2);
    return datagram;
  }

  private static byte[] portUnreachable(byte[] quote) {
    byte[] icmp = new byte[8 + quote.length];
    icmp[0] = 3;
    icmp[1] = 3;
    System.arraycopy(quote, 0, icmp, 8, quote.length);
    return ip(false, true, 1, icmp);
  }

  @Test
  void icmpEndsTheQueryItQuotes() {
    byte[] query = udp(false, false, DNS);
    packet(0, query);
    packet(1, portUnreachable(query));
    packet(2, portUnreachable(query));
    assertThat(unanswered).containsExactly(UnansweredReason.PORT_UNREACHABLE);
    assertThat(pairing.openQueries()).isZero();
    assertThat(counts.leftOut(LeftOut.ICMP_UNREACHABLE)).isEqualTo(1);
    assertThat(counts.leftOut(LeftOut.ICMP)).isEqualTo(1);
  }

  @Test
  void icmpEndsAQueryThatItQuotesWithoutItsQuestion() {
    byte[] query = udp(false, false, DNS);
    packet(0, query);
    packet(1, portUnreachable(Arrays.copyOf(query, 20 + 8 + 4)));
    assertThat(unanswered).containsExactly(UnansweredReason.PORT_UNREACHABLE);
  }

  @Test
  void icmpThatQuotesAnotherQuestionEndsNothing() {
    packet(0, udp(false, false, DNS));
    byte[] other = DNS.clone();
    other[13] = 'b';
    packet(1, portUnreachable(udp(false, false, other)));
    assertThat(unanswered).isEmpty();
    assertThat(counts.leftOut(LeftOut.ICMP)).isEqualTo(1);
  }

  @Test
  void tellsATimeoutFromTheEndOfTheTraffic() {
    packet(0, udp(false, false, DNS));
    packet(11 * SECOND, udp(true, false, DNS));
    pairing.finish();
    assertThat(unanswered).containsExactly(UnansweredReason.TIMEOUT, UnansweredReason.ENDED);
  }

  @Test
  void pairsTheLongestDatagramsThereAre() {
    byte[] longest = Arrays.copyOf(DNS, 65_535 - 8);
    packet(0, udp(true, false, longest));
    packet(1, udp(true, true, longest));
    pairing.finish();
    assertThat(answered).isEqualTo(1);
    assertThat(unsolicited).isZero();
  }

  @Test
  void takesTheFirstOfTheResponsesThatCameBeforeTheirQuery() {
    byte[] servfail = udp(false, true, DNS);
    servfail[20 + 8 + 3] = 2;
    packet(0, servfail);
    packet(1, udp(false, true, DNS));
    packet(2, udp(false, false, DNS));
    pairing.finish();
    assertThat(answered).isEqualTo(1);
    assertThat(rcode).isEqualTo(2);
    assertThat(duplicates).containsExactly(0);
    assertThat(unsolicited).isZero();
  }
}
