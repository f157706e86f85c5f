package org.nxsight.channels.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nxsight.channels.answers.Responses.TIME;
import static org.nxsight.channels.answers.Responses.address;
import static org.nxsight.channels.answers.Responses.name;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.nmsg.Dnsdedupe;
import org.nxsight.wire.protobuf.ByteRange;
import org.nxsight.wire.protobuf.Decoded;

/** The payload of a counted RRset. */
class DedupeRecordsTest {
  private final DedupeRecords records = new DedupeRecords();

  @Test
  void writesTheSetItsBailiwickItsCountAndItsTimes() {
    Rrset rrset =
        new Rrset(name("www.test."), 1, 1, List.of(address("192.0.2.1"), address("192.0.2.2")));
    Dnsdedupe read =
        read(
            new SeenRrset(
                rrset, name("test."), ZoneSource.RESOLVER, 7, TIME, TIME + 1_999_999_999L));
    assertThat(octets(read.rrname)).isEqualTo(name("www.test.").wire().bytes());
    assertThat(octets(read.bailiwick)).isEqualTo(name("test.").wire().bytes());
    assertThat(read.rrtype).isEqualTo(1);
    assertThat(read.rrclass).isEqualTo(1);
    assertThat(read.rdata.count()).isEqualTo(2);
    assertThat(read.rdata.length(1)).isEqualTo(4);
    assertThat(read.count).isEqualTo(7);
    assertThat(read.timeFirst).isEqualTo((int) (TIME / 1_000_000_000L));
    assertThat(read.timeLast).isEqualTo((int) (TIME / 1_000_000_000L) + 1);
    assertThat(read.type).isEqualTo(Dnsdedupe.EXPIRATION);
  }

  @Test
  void keepsTimesInsideThirtyTwoBits() {
    Rrset rrset = new Rrset(name("test."), 1, 1, List.of(address("192.0.2.1")));
    Dnsdedupe read =
        read(new SeenRrset(rrset, Name.ROOT, ZoneSource.RESOLVER, 1, -5, Long.MAX_VALUE));
    assertThat(read.timeFirst).isZero();
    assertThat(read.timeLast).isEqualTo(-1);
  }

  private Dnsdedupe read(SeenRrset seen) {
    Dnsdedupe written = records.dnsdedupe(seen);
    byte[] payload = new byte[written.encodedOctets()];
    written.encode(payload, 0);
    Dnsdedupe read = new Dnsdedupe();
    assertThat(read.decode(payload, 0, payload.length)).isEqualTo(Decoded.OK);
    return read;
  }

  private static byte[] octets(ByteRange range) {
    return Arrays.copyOfRange(range.bytes(), range.offset(), range.offset() + range.length());
  }
}
