package org.nxsight.wire.nmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers written, read again, compressed and cut into fragments. */
class ContainerTest {
  private static final long TIME = 1_714_566_896_123_456_789L;

  private final FragmentAssembler fragments = new FragmentAssembler();
  private final ContainerReader reader = new ContainerReader(fragments);

  @Test
  void laysAContainerOutAsTheReferenceDoes() {
    ContainerWriter writer = new ContainerWriter(8192);
    add(writer, HexFormat.of().parseHex(PayloadsTest.DNSNX), 0xa1ba02cf);
    assertThat(HexFormat.of().formatHex(finish(writer)))
        .isEqualTo(
            "4e4d534700020000"
                + "0052" // NMSG, no flags, version 2, 82 octets
                + "0a4a"
                + "0802"
                + "1006"
                + "18f0edc8b106"
                + "2515cd5b07" // envelope
                + "2a33"
                + PayloadsTest.DNSNX // payload
                + "38cf85e88d0a" // source
                + "10da9ed3b80c"); // crc
  }

  @Test
  void readsWhatItWrote() {
    ContainerWriter writer = new ContainerWriter(8192);
    for (int i = 0; i < 100; i++) {
      add(writer, new byte[] {(byte) i, 1, 2}, i);
    }
    byte[] container = finish(writer);
    assertThat(reader.open(container, 0, container.length)).isEqualTo(ContainerState.READABLE);
    assertThat(reader.hasSequence()).isFalse();
    for (int i = 0; i < 100; i++) {
      assertThat(reader.next()).isTrue();
      assertThat(reader.crc()).isEqualTo(PayloadCrc.CORRECT);
      assertThat(reader.payload().epochNanos()).isEqualTo(TIME);
      assertThat(reader.payload().source()).isEqualTo(i);
      assertThat(reader.payload().bytes()[reader.payload().offset()]).isEqualTo((byte) i);
    }
    assertThat(reader.next()).isFalse();
  }

  @Test
  void refusesAPayloadThatDoesNotFitBesideOthers() {
    ContainerWriter writer = new ContainerWriter(512);
    writer.setSequence(-1);
    byte[] payload = new byte[100];
    while (writer.open(2, 6, TIME, -1, payload.length) >= 0) {
      writer.close();
    }
    assertThat(writer.payloads()).isEqualTo(3);
    assertThat(writer.finish()).isBetween(512 - 140, 512);
  }

  @Test
  void growsForOneLargePayloadButNotWithoutEnd() {
    ContainerWriter writer = new ContainerWriter(512);
    assertThat(writer.open(1, 9, TIME, 0, ContainerWriter.MAX_PAYLOAD_OCTETS + 1)).isEqualTo(-1);
    assertThat(writer.open(1, 9, TIME, 0, ContainerWriter.MAX_PAYLOAD_OCTETS)).isPositive();
    writer.close();
    assertThat(writer.open(1, 9, TIME, 0, 1)).isEqualTo(-1);
    byte[] container = finish(writer);
    assertThat(reader.open(container, 0, container.length)).isEqualTo(ContainerState.READABLE);
    assertThat(reader.next()).isTrue();
    assertThat(reader.payload().length()).isEqualTo(ContainerWriter.MAX_PAYLOAD_OCTETS);
  }

  @Test
  void numbersItsContainers() {
    ContainerWriter writer = new ContainerWriter(512);
    writer.setSequence(0xfedc_ba98_7654_3210L);
    for (int i = 0; i < 3; i++) {
      add(writer, new byte[1], 0);
      byte[] container = finish(writer);
      assertThat(reader.open(container, 0, container.length)).isEqualTo(ContainerState.READABLE);
      assertThat(reader.hasSequence()).isTrue();
      assertThat(reader.sequence()).isEqualTo(i);
      assertThat(reader.sequenceId()).isEqualTo(0xfedc_ba98_7654_3210L);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readsCompressedContainers(boolean compressible) {
    byte[] payload = new byte[200_000];
    if (!compressible) {
      new Random(1).nextBytes(payload);
    }
    ContainerWriter writer = new ContainerWriter(8192);
    writer.setZlib(true);
    for (int i = 0; i < 2; i++) {
      add(writer, payload, 7);
      byte[] container = finish(writer);
      assertThat(container.length < payload.length).isEqualTo(compressible);
      assertThat(container[4]).isEqualTo((byte) 1);
      assertThat(reader.open(container, 0, container.length)).isEqualTo(ContainerState.READABLE);
      assertThat(reader.next()).isTrue();
      assertThat(reader.crc()).isEqualTo(PayloadCrc.CORRECT);
      assertThat(reader.payload().length()).isEqualTo(payload.length);
    }
  }

  @Test
  void refusesCompressedDataOfAnotherLengthThanTold() {
    ContainerWriter writer = new ContainerWriter(8192);
    writer.setZlib(true);
    add(writer, new byte[1000], 7);
    byte[] container = finish(writer);
    for (int wrong : new int[] {-1, 1}) {
      byte[] lying = container.clone();
      lying[13] += (byte) wrong;
      assertThat(reader.open(lying, 0, lying.length)).isEqualTo(ContainerState.BAD_ZLIB);
    }
    byte[] bomb = container.clone();
    bomb[10] = 1; // 16 MiB and more
    assertThat(reader.open(bomb, 0, bomb.length)).isEqualTo(ContainerState.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void joinsFragmentsInAnyOrder(boolean zlib) {
    Random random = new Random(2);
    byte[] payload = new byte[100_000];
    random.nextBytes(payload);
    ContainerWriter writer = new ContainerWriter(8192);
    writer.setZlib(zlib);
    add(writer, payload, 7);
    List<byte[]> datagrams = cut(finish(writer), 1280, 99);
    assertThat(datagrams).hasSizeGreaterThan(70).allMatch(d -> d.length <= 1280);
    for (int i = 0; i < datagrams.size(); i++) {
      Collections.swap(datagrams, i, random.nextInt(datagrams.size()));
    }
    byte[] lastOne = datagrams.removeLast();
    for (byte[] datagram : datagrams) {
      for (int twice = 0; twice < 2; twice++) {
        assertThat(reader.open(datagram, 0, datagram.length))
            .isEqualTo(ContainerState.FRAGMENT_HELD);
      }
    }
    assertThat(reader.open(lastOne, 0, lastOne.length)).isEqualTo(ContainerState.READABLE);
    assertThat(reader.next()).isTrue();
    assertThat(reader.crc()).isEqualTo(PayloadCrc.CORRECT);
    assertThat(fragments.heldOctets()).isZero();
  }

  @Test
  void cutsAContainerThatFillsItsFragmentsExactly() {
    ContainerWriter writer = new ContainerWriter(512);
    add(writer, new byte[1000], 0);
    byte[] container = finish(writer);
    int body = container.length - ContainerReader.HEADER_OCTETS;
    for (int parts = 1; parts <= 4; parts++) {
      int overhead = 39;
      List<byte[]> datagrams = cut(container, overhead + (body + parts - 1) / parts, parts);
      assertThat(datagrams).hasSize(parts);
      ContainerState state = ContainerState.FRAGMENT_HELD;
      for (byte[] datagram : datagrams) {
        assertThat(state).isEqualTo(ContainerState.FRAGMENT_HELD);
        state = reader.open(datagram, 0, datagram.length);
      }
      assertThat(state).isEqualTo(ContainerState.READABLE);
    }
  }

  @Test
  void dropsTheOldestIncompleteContainerWhenThereAreTooMany() {
    ContainerWriter writer = new ContainerWriter(512);
    add(writer, new byte[1_000_000], 0);
    byte[] container = finish(writer);
    for (int id = 0; id < 50; id++) {
      List<byte[]> datagrams = cut(container, 60_000, id);
      for (byte[] datagram : datagrams.subList(1, datagrams.size())) {
        assertThat(reader.open(datagram, 0, datagram.length))
            .isEqualTo(ContainerState.FRAGMENT_HELD);
        assertThat(fragments.heldOctets()).isLessThanOrEqualTo(FragmentAssembler.MAX_HELD_OCTETS);
      }
    }
    assertThat(fragments.evicted()).isBetween(10L, 20L);
    byte[] first = cut(container, 60_000, 49).getFirst();
    assertThat(reader.open(first, 0, first.length)).isEqualTo(ContainerState.READABLE);
  }

  @Test
  void tellsHowManyOctetsAContainerNeeds() {
    ContainerWriter writer = new ContainerWriter(512);
    add(writer, new byte[10], 0);
    byte[] container = finish(writer);
    assertThat(ContainerReader.octetsNeeded(container, 0, 9)).isEqualTo(10);
    assertThat(ContainerReader.octetsNeeded(container, 0, 10)).isEqualTo(container.length);
    assertThat(ContainerReader.octetsNeeded(new byte[20], 0, 20))
        .isEqualTo(ContainerReader.MALFORMED);
  }

  @Test
  void tellsWhyAContainerIsMalformed() {
    ContainerWriter writer = new ContainerWriter(512);
    add(writer, new byte[10], 0);
    byte[] container = finish(writer);
    assertThat(opened(container, 0, 'n')).isEqualTo(ContainerState.NOT_NMSG);
    assertThat(opened(container, 5, 1)).isEqualTo(ContainerState.UNKNOWN_VERSION);
    assertThat(opened(container, 4, 4)).isEqualTo(ContainerState.UNKNOWN_FLAGS);
    assertThat(opened(container, 6, 0x7f)).isEqualTo(ContainerState.TOO_LONG);
    assertThat(opened(container, 6, 0xff)).isEqualTo(ContainerState.TOO_LONG);
    assertThat(opened(container, 8, 0x10)).isEqualTo(ContainerState.TRUNCATED);
    assertThat(opened(container, 4, 1)).isEqualTo(ContainerState.TOO_LONG);
    assertThat(opened(container, 10, 0x08)).isEqualTo(ContainerState.BAD_PROTOBUF);
    assertThat(opened(container, 4, 2)).isEqualTo(ContainerState.BAD_PROTOBUF);
    assertThat(reader.open(container, 0, 9)).isEqualTo(ContainerState.TRUNCATED);
    assertThat(reader.next()).isFalse();
  }

  @Test
  void refusesAFragmentBehindTheLast() {
    byte[] datagram =
        HexFormat.of()
            .parseHex("4e4d534702020000000a" + "0801" + "1802" + "2200" + "1003" + "2801");
    assertThat(reader.open(datagram, 0, datagram.length)).isEqualTo(ContainerState.BAD_FRAGMENT);
  }

  private ContainerState opened(byte[] container, int at, int octet) {
    byte[] changed = container.clone();
    changed[at] = (byte) octet;
    return reader.open(changed, 0, changed.length);
  }

  static void add(ContainerWriter writer, byte[] payload, int source) {
    int at = writer.open(2, 6, TIME, source, payload.length);
    System.arraycopy(payload, 0, writer.buffer(), at, payload.length);
    writer.close();
  }

  static byte[] finish(ContainerWriter writer) {
    int length = writer.finish();
    byte[] container = Arrays.copyOfRange(writer.buffer(), writer.start(), writer.start() + length);
    writer.reset();
    return container;
  }

  static List<byte[]> cut(byte[] container, int maxOctets, int id) {
    ContainerFragments cutter = new ContainerFragments(maxOctets);
    cutter.wrap(container, 0, container.length, id);
    List<byte[]> datagrams = new ArrayList<>();
    for (int i = 0; i < cutter.count(); i++) {
      byte[] out = new byte[maxOctets];
      int octets = cutter.write(i, out, 0);
      datagrams.add(Arrays.copyOf(out, octets));
    }
    return datagrams;
  }
}
