package org.nxsight.wire.nmsg;

import static org.assertj.core.api.Assertions.assertThat;

import org.nxsight.wire.protobuf.Decoded;

/** What must hold for any octets at all: no exception, bounded memory, stable encoding. */
final class HostileOctets {
  private final FragmentAssembler fragments = new FragmentAssembler();
  private final ContainerReader reader = new ContainerReader(fragments);
  private final Dnsqr dnsqr = new Dnsqr();
  private final Dnsnx dnsnx = new Dnsnx();
  private final Dnsdedupe dedupe = new Dnsdedupe();

  /** Reads containers back to back until one is malformed. */
  void readContainers(byte[] octets) {
    for (int at = 0; at < octets.length; ) {
      int available = octets.length - at;
      int needed = ContainerReader.octetsNeeded(octets, at, available);
      if (needed == ContainerReader.MALFORMED || needed > available) {
        assertThat(reader.open(octets, at, available).isMalformed()).isTrue();
        return;
      }
      if (reader.open(octets, at, needed) == ContainerState.READABLE) {
        int seen = 0;
        while (reader.next()) {
          seen++;
          PayloadView payload = reader.payload();
          reader.crc();
          decode(payload.bytes(), payload.offset(), payload.length());
        }
        assertThat(seen).isEqualTo(reader.payloads());
      }
      assertThat(fragments.heldOctets()).isBetween(0L, (long) FragmentAssembler.MAX_HELD_OCTETS);
      at += needed;
    }
  }

  /** Decodes octets as each of the three types. */
  void decode(byte[] octets, int offset, int length) {
    if (dnsqr.decode(octets, offset, length) == Decoded.OK) {
      byte[] once = Payloads.encoded(dnsqr);
      assertThat(dnsqr.decode(once, 0, once.length)).isEqualTo(Decoded.OK);
      assertThat(Payloads.encoded(dnsqr)).isEqualTo(once);
    }
    if (dnsnx.decode(octets, offset, length) == Decoded.OK) {
      byte[] once = Payloads.encoded(dnsnx);
      assertThat(dnsnx.decode(once, 0, once.length)).isEqualTo(Decoded.OK);
      assertThat(Payloads.encoded(dnsnx)).isEqualTo(once);
    }
    if (dedupe.decode(octets, offset, length) == Decoded.OK) {
      byte[] once = Payloads.encoded(dedupe);
      assertThat(dedupe.decode(once, 0, once.length)).isEqualTo(Decoded.OK);
      assertThat(Payloads.encoded(dedupe)).isEqualTo(once);
    }
  }
}
