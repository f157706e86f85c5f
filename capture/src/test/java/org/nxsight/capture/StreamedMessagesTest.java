package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsight.capture.Segments.ACK;
import static org.nxsight.capture.Segments.FIN;
import static org.nxsight.capture.Segments.RST;
import static org.nxsight.capture.Segments.SYN;
import static org.nxsight.capture.Segments.part;
import static org.nxsight.capture.Segments.stream;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.wire.ip.DatagramView;
import org.nxsight.wire.ip.InternetChecksum;

/** What becomes of DNS messages in TCP streams. */
class StreamedMessagesTest {
  private static final long SECOND = 1_000_000_000L;
  private static final byte[] QUERY = Dns.query(1, "no.example", Dns.A);
  private static final byte[] OTHER_QUERY = Dns.query(2, "other.example", Dns.A);
  private static final byte[] RESPONSE = Dns.response(1, Dns.NXDOMAIN, "no.example", Dns.A, 3000);
  private static final byte[] OTHER_RESPONSE =
      Dns.response(2, Dns.NOERROR, "other.example", Dns.A, 500);

  private final Recorder recorder = new Recorder();
  private final Segments connection = new Segments(false, 4000, -10, Integer.MAX_VALUE - 100);

  @Test
  void countsEachSegmentOfAWholeConnectionOnce() {
    byte[] query = stream(QUERY);
    byte[] response = stream(RESPONSE);
    recorder.packet(1, connection.toServer(-1, SYN));
    recorder.packet(2, connection.toClient(-1, SYN | ACK));
    recorder.packet(3, connection.toServer(0, ACK));
    recorder.packet(4, connection.toServer(0, ACK, query));
    recorder.packet(5, connection.toClient(0, ACK, part(response, 0, 1400)));
    recorder.packet(6, connection.toClient(1400, ACK, part(response, 1400, 2800)));
    recorder.packet(7, connection.toClient(2800, ACK, part(response, 2800, response.length)));
    recorder.packet(8, connection.toServer(query.length, ACK | FIN));
    recorder.packet(9, connection.toClient(response.length, ACK | FIN));
    recorder.finish();

    assertThat(recorder.dns()).containsExactly(QUERY, RESPONSE);
    assertThat(recorder.messages.get(1).epochNanos()).isEqualTo(7);
    assertThat(recorder.counts.dnsPackets()).isEqualTo(4);
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.TCP_CONTROL, 5L));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rebuildsOneDatagramAroundEachMessage(boolean ipv6) {
    Segments segments = new Segments(ipv6, 4000, 0, 0);
    recorder.packet(1, segments.toClient(0, ACK, stream(RESPONSE)));
    byte[] datagram = recorder.messages.getFirst().datagram();
    DatagramView view = new DatagramView();
    assertThat(view.wrap(datagram, 0, datagram.length)).isEqualTo(DatagramView.Shape.TCP);
    assertThat(part(datagram, view.payloadOffset(), datagram.length)).isEqualTo(RESPONSE);
    assertThat(view.sourcePort()).isEqualTo(53);
    assertThat(view.destinationPort()).isEqualTo(4000);
    byte[] original = segments.toClient(0, ACK);
    int addresses = ipv6 ? 8 : 12;
    assertThat(part(datagram, addresses, ipv6 ? 40 : 20))
        .isEqualTo(part(original, addresses, ipv6 ? 40 : 20));
    int tcpOctets = datagram.length - view.transportOffset();
    long sum =
        InternetChecksum.sum(datagram, addresses, 2 * view.addressOctets())
            + InternetChecksum.sum(datagram, view.transportOffset(), tcpOctets)
            + DatagramView.TCP
            + tcpOctets;
    assertThat(InternetChecksum.fold(sum)).isEqualTo(0xffff);
    if (!ipv6) {
      assertThat(InternetChecksum.fold(InternetChecksum.sum(datagram, 0, 20))).isEqualTo(0xffff);
    }
  }

  @Test
  void findsSeveralMessagesInOneSegmentAndPartsOfThemInTheNext() {
    byte[] all = stream(QUERY, OTHER_QUERY, QUERY);
    recorder.packet(1, connection.toServer(-1, SYN));
    recorder.packet(2, connection.toServer(0, ACK, part(all, 0, 71)));
    assertThat(recorder.dns()).containsExactly(QUERY, OTHER_QUERY);
    recorder.packet(3, connection.toServer(71, ACK, part(all, 71, all.length)));
    recorder.finish();
    assertThat(recorder.dns()).containsExactly(QUERY, OTHER_QUERY, QUERY);
    assertThat(recorder.counts.dnsPackets()).isEqualTo(2);
  }

  @Test
  void takesALengthThatComesAloneOrOctetByOctet() {
    byte[] query = stream(QUERY);
    recorder.packet(0, connection.toServer(-1, SYN));
    for (int i = 0; i < query.length; i++) {
      recorder.packet(i, connection.toServer(i, ACK, query[i]));
    }
    recorder.finish();
    assertThat(recorder.dns()).containsExactly(QUERY);
    assertThat(recorder.counts.dnsPackets()).isEqualTo(query.length);
  }

  @Test
  void takesDataInTheSyn() {
    recorder.packet(1, connection.toServer(-1, SYN, stream(QUERY)));
    recorder.packet(2, connection.toServer(-1, SYN, stream(QUERY)));
    recorder.packet(3, connection.toServer(0, ACK, stream(QUERY)));
    recorder.finish();
    assertThat(recorder.dns()).containsExactly(QUERY);
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.TCP_RETRANSMISSION, 2L));
  }

  @Test
  void startsInTheMiddleAtThePlaceOfAMessage() {
    byte[] all = stream(RESPONSE, OTHER_RESPONSE);
    recorder.packet(1, connection.toClient(1500, ACK, part(all, 1500, all.length)));
    recorder.finish();
    assertThat(recorder.dns()).containsExactly(OTHER_RESPONSE);
    assertThat(recorder.packets.streamCounts().lostOctets()).isEqualTo(2 + RESPONSE.length - 1500);
  }

  @Test
  void takesAMessageWhoseLengthWentByBefore() {
    recorder.packet(1, connection.toServer(2, ACK, QUERY));
    recorder.packet(2, connection.toServer(2 + QUERY.length, ACK, stream(OTHER_QUERY)));
    recorder.finish();
    assertThat(recorder.dns()).containsExactly(QUERY, OTHER_QUERY);
  }

  @Test
  void putsSegmentsInOrderAcrossTheEndOfTheSequenceNumbers() {
    byte[] response = stream(RESPONSE, OTHER_RESPONSE);
    recorder.packet(0, connection.toClient(-1, SYN | ACK));
    recorder.packet(4, connection.toClient(2000, ACK, part(response, 2000, response.length)));
    recorder.packet(5, connection.toClient(1000, ACK, part(response, 1000, 2000)));
    recorder.packet(6, connection.toClient(0, ACK, part(response, 0, 1000)));
    recorder.finish();
    assertThat(recorder.dns()).containsExactly(RESPONSE, OTHER_RESPONSE);
    assertThat(recorder.messages).extracting(Recorder.Message::epochNanos).containsExactly(6L, 4L);
  }

  @Test
  void keepsTheFirstOfOctetsThatComeTwice() {
    byte[] response = stream(RESPONSE);
    byte[] garbage = new byte[response.length];
    recorder.packet(0, connection.toClient(-1, SYN | ACK));
    recorder.packet(1, connection.toClient(1000, ACK, part(response, 1000, 2000)));
    recorder.packet(2, connection.toClient(1000, ACK, part(garbage, 1000, 2000)));
    byte[] overlapping = response.clone();
    Arrays.fill(overlapping, 1000, 2000, (byte) 0);
    recorder.packet(3, connection.toClient(500, ACK, part(overlapping, 500, 2500)));
    recorder.packet(4, connection.toClient(0, ACK, part(response, 0, 700)));
    recorder.packet(5, connection.toClient(2400, ACK, part(response, 2400, response.length)));
    recorder.finish();
    assertThat(recorder.dns()).containsExactly(RESPONSE);
    assertThat(recorder.leftOut())
        .isEqualTo(Map.of(LeftOut.TCP_CONTROL, 1L, LeftOut.TCP_RETRANSMISSION, 1L));
    assertThat(recorder.packets.streamCounts().repeatedOctets()).isEqualTo(1000 + 1000 + 200 + 100);
  }

  @Test
  void goesOnBehindAHoleOnceTheOtherSideHasAcknowledgedIt() {
    byte[] all = stream(RESPONSE, OTHER_RESPONSE, RESPONSE);
    recorder.packet(0, connection.toClient(-1, SYN | ACK));
    recorder.packet(1, connection.toClient(0, ACK, part(all, 0, 1000)));
    recorder.packet(2, connection.toClient(2000, ACK, part(all, 2000, all.length)));
    recorder.packet(3, connection.toServer(0, all.length, ACK));
    assertThat(recorder.messages).isEmpty();
    recorder.packet(SECOND / 5, connection.toServer(0, all.length, ACK));
    assertThat(recorder.dns()).containsExactly(OTHER_RESPONSE, RESPONSE);
    recorder.finish();
    assertThat(recorder.leftOut())
        .isEqualTo(Map.of(LeftOut.TCP_CONTROL, 3L, LeftOut.TCP_INCOMPLETE, 1L));
    assertThat(recorder.packets.streamCounts().lostOctets()).isEqualTo(2 + RESPONSE.length);
  }

  @Test
  void goesOnBehindAHoleThatIsNotFilledInThreeSeconds() {
    byte[] all = stream(RESPONSE, OTHER_RESPONSE);
    recorder.packet(0, connection.toClient(-1, SYN | ACK));
    recorder.packet(1, connection.toClient(2000, ACK, part(all, 2000, all.length)));
    Segments another = new Segments(false, 4001, 0, 0);
    recorder.packet(4 * SECOND, another.toServer(-1, SYN));
    assertThat(recorder.dns()).containsExactly(OTHER_RESPONSE);
    assertThat(recorder.messages.getFirst().epochNanos()).isEqualTo(1);
    recorder.finish();
  }

  @Test
  void givesUpWhatAResetLeavesUnfinished() {
    recorder.packet(0, connection.toServer(-1, SYN));
    recorder.packet(1, connection.toServer(0, ACK, part(stream(QUERY), 0, 10)));
    recorder.packet(2, connection.toClient(0, RST | ACK));
    assertThat(recorder.leftOut())
        .isEqualTo(Map.of(LeftOut.TCP_CONTROL, 2L, LeftOut.TCP_INCOMPLETE, 1L));
    recorder.finish();
  }

  @Test
  void tellsALateCopyFromANewConnectionOnTheSamePorts() {
    byte[] query = stream(QUERY);
    recorder.packet(0, connection.toServer(-1, SYN));
    recorder.packet(1, connection.toServer(0, ACK | FIN, query));
    recorder.packet(2, connection.toServer(0, ACK | FIN, query));
    Segments next = new Segments(false, 4000, 123_456_789, 0);
    recorder.packet(3, next.toServer(-1, SYN));
    recorder.packet(4, next.toServer(0, ACK, stream(OTHER_QUERY)));
    recorder.finish();
    assertThat(recorder.dns()).containsExactly(QUERY, OTHER_QUERY);
    assertThat(recorder.leftOut())
        .isEqualTo(Map.of(LeftOut.TCP_CONTROL, 2L, LeftOut.TCP_RETRANSMISSION, 1L));
  }

  @Test
  void takesAKeepaliveForARetransmission() {
    recorder.packet(0, connection.toServer(-1, SYN));
    recorder.packet(1, connection.toServer(0, ACK, stream(QUERY)));
    recorder.packet(2, connection.toServer(1 + QUERY.length, ACK, (byte) 0));
    recorder.finish();
    assertThat(recorder.leftOut())
        .isEqualTo(Map.of(LeftOut.TCP_CONTROL, 1L, LeftOut.TCP_RETRANSMISSION, 1L));
  }

  @Test
  void keepsOnlyTheFirstMessageOfAZoneTransfer() {
    byte[] first = Dns.response(9, Dns.NOERROR, "example", Dns.AXFR, 900);
    byte[] later = Dns.continuation(9);
    byte[] query = Dns.query(9, "example", Dns.AXFR);
    recorder.packet(0, connection.toServer(-1, SYN));
    recorder.packet(0, connection.toClient(-1, SYN | ACK));
    recorder.packet(1, connection.toServer(0, ACK, stream(query)));
    byte[] transfer = stream(first, later, later, later, OTHER_RESPONSE);
    int begin = stream(first, later).length;
    int end = stream(first, later, later, later).length;
    recorder.packet(2, connection.toClient(0, ACK, part(transfer, 0, begin)));
    recorder.packet(3, connection.toClient(begin, ACK, part(transfer, begin, end)));
    recorder.packet(4, connection.toClient(end, ACK, part(transfer, end, transfer.length)));
    recorder.packet(5, connection.toServer(stream(query).length, ACK, stream(query)));
    recorder.packet(6, connection.toClient(transfer.length, ACK, stream(first)));
    recorder.finish();
    assertThat(recorder.dns()).containsExactly(query, first, OTHER_RESPONSE, query, first);
    assertThat(recorder.leftOut())
        .isEqualTo(Map.of(LeftOut.TCP_CONTROL, 2L, LeftOut.ZONE_TRANSFER, 1L));
    assertThat(recorder.packets.streamCounts().transferMessages()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void cutsAMessageThatIsTooLongForADatagram(boolean ipv6) {
    byte[] longest = Arrays.copyOf(RESPONSE, 0xffff);
    byte[] all = stream(longest, QUERY);
    Segments segments = new Segments(ipv6, 4000, 0, 0);
    recorder.packet(0, segments.toClient(-1, SYN | ACK));
    for (int at = 0; at < all.length; at += 1400) {
      byte[] data = part(all, at, Math.min(at + 1400, all.length));
      recorder.packet(at, segments.toClient(at, ACK, data));
    }
    recorder.finish();
    assertThat(recorder.dns())
        .containsExactly(Arrays.copyOf(longest, ipv6 ? 65_515 : 65_495), QUERY);
    assertThat(recorder.packets.streamCounts().cutMessages()).isEqualTo(1);
  }

  @Test
  void takesSegmentsThatCameInFragments() {
    byte[] segment = new Segments(true, 4000, 0, 0).toClient(0, ACK, stream(RESPONSE));
    for (byte[] fragment : Datagrams.fragments(segment, 7, 1200)) {
      recorder.packet(1, fragment);
    }
    recorder.finish();
    assertThat(recorder.dns()).containsExactly(RESPONSE);
    assertThat(recorder.counts.dnsPackets()).isEqualTo(3);
  }

  @Test
  void countsMessagesWithAMalformedQuestion() {
    byte[] bad = QUERY.clone();
    bad[12] = (byte) 0xc0;
    recorder.packet(0, connection.toServer(-1, SYN));
    recorder.packet(1, connection.toServer(0, ACK, stream(bad)));
    recorder.packet(2, connection.toServer(stream(bad).length, ACK, stream(QUERY)));
    recorder.finish();
    assertThat(recorder.dns()).containsExactly(QUERY);
    assertThat(recorder.leftOut())
        .isEqualTo(Map.of(LeftOut.TCP_CONTROL, 1L, LeftOut.MALFORMED_QUESTION, 1L));
  }

  @Test
  void finishesWhatStillWaits() {
    byte[] all = stream(RESPONSE, OTHER_RESPONSE);
    recorder.packet(0, connection.toClient(-1, SYN | ACK));
    recorder.packet(1, connection.toClient(3000, ACK, part(all, 3000, all.length)));
    recorder.finish();
    assertThat(recorder.dns()).containsExactly(OTHER_RESPONSE);
  }
}
