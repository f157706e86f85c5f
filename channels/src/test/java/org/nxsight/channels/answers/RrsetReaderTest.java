package org.nxsight.channels.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsight.channels.answers.Responses.address;
import static org.nxsight.channels.answers.Responses.name;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The RRsets of a response as they are read. */
class RrsetReaderTest {
  private static final int A = 1;
  private static final int CNAME = 5;
  private static final int MX = 15;

  private final RrsetReader reader = new RrsetReader();

  @Test
  void groupsRecordsOfOneOwnerAndTypeWhateverTheirOrderAndCase() throws IOException {
    ResponseRrsets all =
        reader.read(
            Responses.to("www.example.test.", "A")
                .answer("www.example.test.", "A", "192.0.2.9")
                .answer("alias.example.test.", "CNAME", "WWW.Example.TEST.")
                .answer("WWW.example.test.", "A", "192.0.2.1")
                .answer("www.EXAMPLE.test.", "A", "192.0.2.200")
                .exchange());
    assertThat(all.answer())
        .containsExactly(
            new Rrset(
                name("www.example.test."),
                A,
                1,
                List.of(address("192.0.2.1"), address("192.0.2.9"), address("192.0.2.200"))),
            new Rrset(
                name("alias.example.test."), CNAME, 1, List.of(name("www.example.test.").wire())));
    assertThat(all.malformedRecord()).isFalse();
  }

  @Test
  void writesNamesInRdataOutAndInLowerCase() throws IOException {
    Rrset mx =
        reader
            .read(
                Responses.to("example.test.", "MX")
                    .answer("example.test.", "MX", "258 Mail.EXAMPLE.test.")
                    .exchange())
            .answer()
            .getFirst();
    byte[] target = name("mail.example.test.").wire().bytes();
    byte[] expected = new byte[2 + target.length];
    expected[0] = 1;
    expected[1] = 2;
    System.arraycopy(target, 0, expected, 2, target.length);
    assertThat(mx)
        .isEqualTo(new Rrset(name("example.test."), MX, 1, List.of(Octets.owning(expected))));
  }

  @Test
  void keepsWholeSectionsBeforeAMalformedRecord() throws IOException {
    Responses response =
        Responses.to("www.example.test.", "A")
            .answer("www.example.test.", "A", "192.0.2.1")
            .authority("example.test.", "NS", "ns.example.test.")
            .additional("ns.example.test.", "A", "192.0.2.2")
            .additional("ns.example.test.", "A", "192.0.2.3");
    byte[] wire = response.wire();
    ResponseRrsets all = reader.read(response.exchange(Responses.cut(wire, wire.length - 1)));
    assertThat(all.malformedRecord()).isTrue();
    assertThat(all.answer()).hasSize(1);
    assertThat(all.authority()).hasSize(1);
    assertThat(all.additional()).isEmpty();
  }

  @Test
  void refusesRdataThatLacksAField() throws IOException {
    Responses response =
        Responses.to("www.example.test.", "A").answer("www.example.test.", "A", "192.0.2.1");
    byte[] wire = Responses.cut(response.wire(), response.wire().length - 4);
    wire[wire.length - 1] = 0;
    assertThat(reader.read(response.exchange(wire)).malformedRecord()).isTrue();
  }

  @Test
  void readsAnyOctetsWithoutFailing() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Responses response =
        Responses.to("www.example.test.", "A")
            .answer("www.example.test.", "CNAME", "a.example.test.")
            .answer("a.example.test.", "A", "192.0.2.1")
            .authority("example.test.", "SOA", "ns.example.test. h.example.test. 1 2 3 4 5")
            .additional("ns.example.test.", "AAAA", "2001:db8::1");
    byte[] whole = response.wire();
    int malformed = 0;
    for (int i = 0; i < 3_000; i++) {
      byte[] mutated = whole.clone();
      for (int j = 1 + random.nextInt(4); j > 0; j--) {
        int at = 4 + random.nextInt(mutated.length - 4);
        mutated[at] = (byte) random.nextInt();
      }
      mutated[4] = 0;
      mutated[5] = 1;
      System.arraycopy(whole, 12, mutated, 12, 22);
      ResponseRrsets all = reader.read(response.exchange(mutated));
      malformed += all.malformedRecord() ? 1 : 0;
      assertThat(all.count()).as("seed " + seed).isLessThanOrEqualTo(4);
    }
    assertThat(malformed).as("seed " + seed).isPositive();
  }
}
