package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.ip.DatagramView;

/** Streams cut, mixed up, repeated and damaged at random. */
class StreamedMessagesRandomTest {
  private static final long MILLISECONDS = 1_000_000L;

  /** About two seconds. */
  private static final int ROUNDS = 3000;

  @Test
  void yieldsExactlyTheMessagesOfAStreamHoweverItIsCutMixedUpAndRepeated() {
    long seed = System.nanoTime();
    System.out.println("StreamedMessagesRandomTest seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      List<byte[]> messages = messages(random);
      Recorder recorder = new Recorder();
      Segments segments = new Segments(random.nextBoolean(), 4000, random.nextInt(), 0);
      recorder.packet(0, segments.toServer(-1, Segments.SYN));
      byte[] stream = Segments.stream(messages.toArray(byte[][]::new));
      for (byte[] segment : mixedUp(cut(stream, segments, random), random)) {
        recorder.packet(recorder.counts.packets() * MILLISECONDS / 10, segment);
      }
      recorder.finish();
      assertThat(recorder.dns())
          .as("seed %s round %s", seed, round)
          .usingElementComparator(Arrays::compare)
          .containsExactlyElementsOf(messages);
    }
  }

  @Test
  void countsEveryPacketOfDamagedStreamsAndBoundsItsMemory() {
    long seed = System.nanoTime();
    System.out.println("StreamedMessagesRandomTest seed " + seed);
    Random random = new Random(seed);
    Recorder recorder = new Recorder();
    long nanos = 0;
    for (int round = 0; round < ROUNDS; round++) {
      Segments segments =
          new Segments(random.nextBoolean(), 4000 + random.nextInt(50), random.nextInt(), 0);
      byte[] stream = Segments.stream(messages(random).toArray(byte[][]::new));
      for (byte[] segment : mixedUp(cut(stream, segments, random), random)) {
        nanos += random.nextInt(1000) * MILLISECONDS;
        if (random.nextInt(10) > 0) {
          recorder.packet(nanos, damaged(segment, random));
        }
      }
      recorder.messages.clear();
    }
    recorder.packets.finish();
    long leftOut = recorder.leftOut().values().stream().mapToLong(Long::longValue).sum();
    assertThat(recorder.counts.dnsPackets() + leftOut)
        .as("seed %s", seed)
        .isEqualTo(recorder.counts.packets());
  }

  private static List<byte[]> messages(Random random) {
    List<byte[]> messages = new ArrayList<>();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      int padding = random.nextInt(4) == 0 ? 12 + random.nextInt(9000) : 0;
      messages.add(Dns.response(i, 0, "a" + i + ".example", Dns.A, padding));
    }
    return messages;
  }

  /** Segments of random lengths, few enough to be kept, of which some overlap. */
  private static List<byte[]> cut(byte[] stream, Segments segments, Random random) {
    List<byte[]> cut = new ArrayList<>();
    int least = 1 + stream.length / 50;
    int most = least + random.nextInt(1460);
    for (int at = 0; at < stream.length; ) {
      int end = Math.min(stream.length, at + least + random.nextInt(Math.max(1, most - least)));
      int from = Math.max(0, at - (random.nextInt(5) == 0 ? random.nextInt(100) : 0));
      cut.add(segments.toServer(from, Segments.ACK, Segments.part(stream, from, end)));
      at = end;
    }
    return cut;
  }

  private static List<byte[]> mixedUp(List<byte[]> segments, Random random) {
    List<byte[]> mixed = new ArrayList<>(segments);
    for (int i = random.nextInt(5); i > 0; i--) {
      mixed.add(random.nextInt(mixed.size()), segments.get(random.nextInt(segments.size())));
    }
    if (random.nextBoolean()) {
      Collections.shuffle(mixed, random);
    }
    return mixed;
  }

  private static byte[] damaged(byte[] segment, Random random) {
    byte[] damaged = segment.clone();
    int tcp = Datagrams.headerOctets(segment);
    int payload = tcp + DatagramView.TCP_HEADER_OCTETS;
    switch (random.nextInt(4)) {
      case 0 -> damaged[tcp + 13] = (byte) random.nextInt(64);
      case 1 -> damaged[tcp + 4 + random.nextInt(4)] = (byte) random.nextInt();
      case 2 ->
          damaged[payload + random.nextInt(segment.length - payload)] = (byte) random.nextInt();
      default -> damaged[random.nextInt(segment.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return damaged;
  }
}
