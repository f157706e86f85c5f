package org.nxsight.analysis.cut;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {
  private final Cut cut = new Cut();

  @ParameterizedTest
  @CsvSource({
    // qname, SOA, scope, cut, missing octets
    "mail.gdsrr.com., com., UNREGISTERED_DOMAIN, gdsrr.com., 11",
    "gdsrr.com., com., UNREGISTERED_DOMAIN, gdsrr.com., 6",
    "a.b.gdsrr.co.uk., co.uk., UNREGISTERED_DOMAIN, gdsrr.co.uk., 10",
    "a.gdsrr.co.jp., jp., UNREGISTERED_DOMAIN, gdsrr.co.jp., 11",
    "host.lan., ., MISSING_TLD, lan., 9",
    "abcdefghij., ., MISSING_TLD, abcdefghij., 11",
    "www.example.com., example.com., MISSING_HOST, example.com., 4",
    "a.b.example.com., b.example.com., MISSING_HOST, b.example.com., 2",
    "a.github.io., github.io., MISSING_HOST, github.io., 2",
    "a.gone.github.io., io., UNREGISTERED_DOMAIN, github.io., 14",
    "a.name.uk.com., uk.com., UNREGISTERED_DOMAIN, name.uk.com., 7",
    "a.name.uk.com., com., UNREGISTERED_DOMAIN, uk.com., 10",
    "printer.corp., corp., MISSING_HOST, corp., 8",
    "printer.home.arpa., home.arpa., MISSING_HOST, home.arpa., 8",
    "a.newlydelegated., newlydelegated., UNREGISTERED_DOMAIN, a.newlydelegated., 2",
    "1.2.0.192.in-addr.arpa., 192.in-addr.arpa., REVERSE, 192.in-addr.arpa., 6",
    "8.b.d.0.1.0.0.2.ip6.arpa., ip6.arpa., REVERSE, ip6.arpa., 16",
    "com., com., UNREGISTERED_DOMAIN, com., 0",
    "., ., MISSING_TLD, ., 0"
  })
  void saysHowMuchIsMissing(String qname, String soa, Scope scope, String name, int missing) {
    byte[] wire = Wire.of(qname);
    cut.set(wire, 0, Wire.of(soa), 0);
    assertThat(cut.scope()).isEqualTo(scope);
    assertThat(Wire.text(wire, cut.cutOffset())).isEqualTo(name);
    assertThat(cut.missingTo() - cut.missingFrom()).isEqualTo(missing);
  }

  @ParameterizedTest
  @CsvSource({
    "www.example.com., example.net.",
    "example.com., www.example.com.",
    "wwwexample.com., example.com.",
    "www.example.com., .", // the root would not deny a name of com
    "a.com.b.net., com."
  })
  void trustsNoSoaThatIsNotAboveTheName(String qname, String soa) {
    byte[] wire = Wire.of(qname);
    cut.set(wire, 0, Wire.of(soa), 0);
    assertThat(cut.scope()).isEqualTo(Scope.UNTRUSTED);
    assertThat(cut.cutOffset()).isEqualTo(Cut.NONE);
    assertThat(cut.soaOffset()).isEqualTo(Cut.NONE);
  }

  @Test
  void stillKnowsTheRegistrableDomainWithoutASoa() {
    byte[] wire = Wire.of("www.example.co.uk.");
    cut.set(wire, 0, wire, -1);
    assertThat(cut.scope()).isEqualTo(Scope.UNKNOWN);
    assertThat(cut.cutOffset()).isEqualTo(Cut.NONE);
    assertThat(Wire.text(wire, cut.registrableOffset())).isEqualTo("example.co.uk.");
    assertThat(Wire.text(wire, cut.missingTo())).isEqualTo("co.uk.");
  }

  @Test
  void doesNotTakeALabelsOctetsForLabels() {
    byte[] wire = {8, 'x', 'x', 'x', 'x', 3, 'c', 'o', 'm', 0};
    cut.set(wire, 0, new byte[] {3, 'c', 'o', 'm', 0}, 0);
    assertThat(cut.scope()).isEqualTo(Scope.UNTRUSTED);
  }

  @Test
  void alwaysCutsAtALabelOfAnyName() {
    long seed = 5;
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      byte[] octets = new byte[300];
      int offset = random.nextInt(20);
      int end = offset;
      while (end - offset < 190 && random.nextInt(6) != 0) {
        octets[end] = (byte) (1 + random.nextInt(63));
        for (int at = 1; at <= octets[end]; at++) {
          octets[end + at] = (byte) random.nextInt(256);
        }
        end += 1 + octets[end];
      }
      octets[end] = 0;
      int soa = offset;
      for (int skip = random.nextInt(4); skip > 0 && octets[soa] != 0; skip--) {
        soa += 1 + octets[soa];
      }
      cut.set(octets, offset, octets, soa);
      assertThat(cut.soaOffset()).as("seed %d, name %d", seed, i).isEqualTo(soa);
      assertThat(cut.cutOffset()).isBetween(offset, soa);
      assertThat(cut.missingTo()).isEqualTo(soa);
    }
  }
}
