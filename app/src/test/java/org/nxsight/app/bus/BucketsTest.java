package org.nxsight.app.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nxsight.wire.nmsg.Dnsdedupe;
import org.nxsight.wire.nmsg.Dnsnx;
import org.nxsight.wire.nmsg.Dnsqr;

class BucketsTest {
  private final Buckets buckets = new Buckets();

  @ParameterizedTest
  @CsvSource({
    "www.example.com, MAIL.Example.COM",
    "a.b.c.example.co.uk, example.co.uk",
    "1.2.3.10.in-addr.arpa, 9.8.7.10.in-addr.arpa",
    "com, COM"
  })
  void bringsNamesOfOneDomainTogetherInAllChannels(String one, String other) {
    int bucket = buckets.of(dnsqr(one));

    assertThat(buckets.of(dnsqr(other))).isEqualTo(bucket);
    assertThat(buckets.of(dnsnx(one))).isEqualTo(bucket);
    assertThat(buckets.of(dnsnx(other))).isEqualTo(bucket);
    assertThat(buckets.of(dnsdedupe(other))).isEqualTo(bucket);
  }

  @Test
  void staysTheSameForEverSinceManySensorsMustAgree() {
    // computed by another CRC-32C
    assertThat(buckets.of(dnsqr("example.com"))).isEqualTo(1);
    assertThat(buckets.of(dnsqr("nxsight.org"))).isEqualTo(26);
  }

  @Test
  void spreadsDomainsEvenly() {
    int[] counts = new int[Buckets.COUNT];
    for (int i = 0; i < 64_000; i++) {
      counts[buckets.of(dnsnx("host.domain" + i + ".example"))]++;
    }

    assertThat(Arrays.stream(counts).max().getAsInt()).isLessThan(1_200);
    assertThat(Arrays.stream(counts).min().getAsInt()).isGreaterThan(800);
  }

  @Test
  void bringsWhatHasNoNameTogetherByItsServer() {
    Dnsqr one = new Dnsqr();
    one.responseIp.set(new byte[] {(byte) 192, 0, 2, 1}, 0, 4);
    Dnsqr again = new Dnsqr();
    again.responseIp.set(new byte[] {(byte) 192, 0, 2, 1}, 0, 4);
    int others = 0;
    for (int i = 2; i < 20; i++) {
      Dnsqr other = new Dnsqr();
      other.responseIp.set(new byte[] {(byte) 192, 0, 2, (byte) i}, 0, 4);
      others += buckets.of(other) == buckets.of(one) ? 0 : 1;
    }

    assertThat(buckets.of(again)).isEqualTo(buckets.of(one));
    assertThat(others).isGreaterThan(15);
  }

  private static Dnsqr dnsqr(String name) {
    Dnsqr dnsqr = new Dnsqr();
    byte[] wire = wire(name);
    dnsqr.qname.set(wire, 0, wire.length);
    return dnsqr;
  }

  private static Dnsnx dnsnx(String name) {
    Dnsnx dnsnx = new Dnsnx();
    byte[] wire = wire(name);
    dnsnx.qname.set(wire, 0, wire.length);
    return dnsnx;
  }

  private static Dnsdedupe dnsdedupe(String name) {
    Dnsdedupe dnsdedupe = new Dnsdedupe();
    byte[] wire = wire(name);
    dnsdedupe.rrname.set(wire, 0, wire.length);
    return dnsdedupe;
  }

  private static byte[] wire(String name) {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    for (String label : name.split("\\.", -1)) {
      wire.write(label.length());
      wire.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    wire.write(0);
    return wire.toByteArray();
  }
}
