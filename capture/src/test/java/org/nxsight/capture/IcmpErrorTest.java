package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ICMP errors say of queries. */
class IcmpErrorTest {
  private static final byte[] QUERY = Dns.query(0x1234, "no.example", Dns.A);

  private final Recorder recorder = new Recorder();

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tellsOfTheQueryThatIsQuoted(boolean ipv6) {
    byte[] query = Datagrams.toServer(ipv6, QUERY);
    recorder.packet(1, Datagrams.unreachable(ipv6, query));
    recorder.finish();
    assertThat(recorder.unreachable).containsExactly(Unreachable.PORT);
    assertThat(recorder.quotedQuestion).isTrue();
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.ICMP_UNREACHABLE, 1L));
  }

  @Test
  void isContentWithTheHeaderAndTheIdOfACutQuote() {
    byte[] query = Datagrams.toServer(false, QUERY);
    recorder.packet(1, Datagrams.unreachable(false, Arrays.copyOf(query, 20 + 8 + 12 + 5)));
    assertThat(recorder.unreachable).containsExactly(Unreachable.PORT);
    assertThat(recorder.quotedQuestion).isFalse();
    recorder.packet(1, Datagrams.unreachable(false, Arrays.copyOf(query, 20 + 8 + 3)));
    assertThat(recorder.unreachable).hasSize(2);
  }

  @Test
  void countsErrorsThatQuoteNoQueryApart() {
    byte[] query = Datagrams.toServer(false, QUERY);
    recorder.packet(1, Datagrams.unreachable(false, Arrays.copyOf(query, 20 + 8)));
    byte[] response = Datagrams.toClient(false, Dns.response(1, 0, "a", Dns.A, 0));
    recorder.packet(2, Datagrams.unreachable(false, response));
    byte[] other = Datagrams.udp(false, 1, 2, 4000, 4001, QUERY);
    recorder.packet(3, Datagrams.unreachable(false, other));
    byte[] segment = new Segments(false, 4000, 0, 0).toServer(0, Segments.ACK, QUERY);
    recorder.packet(4, Datagrams.unreachable(false, segment));
    recorder.packet(5, Datagrams.icmp(false, 8, 0, query));
    recorder.packet(6, Datagrams.ip(false, 1, 2, 1, new byte[3]));
    recorder.finish();
    assertThat(recorder.unreachable).isEmpty();
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.ICMP, 6L));
  }

  @Test
  void countsPartsOfIcmpAsIcmp() {
    byte[] part = Datagrams.icmp(false, 3, 3, QUERY);
    part[6] = 0x20; // more fragments
    recorder.packet(1, part);
    recorder.finish();
    assertThat(recorder.leftOut()).isEqualTo(Map.of(LeftOut.ICMP, 1L));
  }

  @ParameterizedTest
  @CsvSource({
    "false, 3, 0, NETWORK",
    "false, 3, 1, HOST",
    "false, 3, 2, PROTOCOL",
    "false, 3, 4, TOO_BIG",
    "false, 3, 13, PROHIBITED",
    "false, 11, 0, TIME_EXCEEDED",
    "true, 1, 0, NETWORK",
    "true, 1, 1, PROHIBITED",
    "true, 1, 3, HOST",
    "true, 2, 0, TOO_BIG",
    "true, 3, 0, TIME_EXCEEDED"
  })
  void namesTheReason(boolean ipv6, int type, int code, Unreachable reason) {
    recorder.packet(1, Datagrams.icmp(ipv6, type, code, Datagrams.toServer(ipv6, QUERY)));
    assertThat(recorder.unreachable).containsExactly(reason);
  }
}
