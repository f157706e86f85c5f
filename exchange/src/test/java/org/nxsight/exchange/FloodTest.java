package org.nxsight.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.capture.DnsPackets;
import org.nxsight.capture.PacketCounts;
import org.nxsight.capture.Ports;
import org.nxsight.wire.Bytes;

/**
 * Ten queries of a flood come with each normal one, and nobody answers them. The table holds what
 * comes in 0.75 s, and servers take up to 1.5 s to answer.
 */
class FloodTest {
  /** What the flood is made of. */
  enum Flood {
    /** Every query from another source. */
    MADE_UP_SOURCES,
    /** Random names under one domain, asked by the resolver that asks everything else. */
    RANDOM_NAMES,
    /** One source that asks everybody for anything. */
    ONE_SOURCE,
    /** The names of ever so many domains on one dead server, asked by the resolver. */
    DEAD_SERVER
  }

  private static final int RAW = 101;
  private static final int OPEN_QUERIES = 4096;
  private static final int NORMAL_PER_SECOND = 500;
  private static final int SECONDS = 60;
  private static final long SECOND = 1_000_000_000L;
  private static final int RESOLVER = 0x0a00_0001;
  private static final int DEAD = 0x0a63_6363;

  @SuppressWarnings("ArrayRecordComponent") // compared by its time alone
  private record Packet(long nanos, byte[] datagram) {}

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final PriorityQueue<Packet> packets =
      new PriorityQueue<>(Comparator.comparingLong(Packet::nanos));
  private final Counting counting = new Counting();
  private final Pairing pairing =
      new Pairing(
          new PairingLimits(10 * SECOND, 100_000_000L, OPEN_QUERIES), random.nextLong(), counting);

  @ParameterizedTest
  @EnumSource
  void doesNotPushOutTheQueriesOfOthers(Flood flood) {
    System.out.println("FloodTest seed " + seed);
    int normal = SECONDS * NORMAL_PER_SECOND;
    for (int i = 0; i < normal; i++) {
      long nanos = i * (SECOND / NORMAL_PER_SECOND);
      addNormal(flood, nanos);
      for (int j = 0; j < 10; j++) {
        packets.add(new Packet(nanos + random.nextLong(SECOND / NORMAL_PER_SECOND), flood(flood)));
      }
    }
    read();

    assertThat(counting.answered).isGreaterThanOrEqualTo(normal * 99 / 100);
    assertThat(counting.answered + counting.unanswered).isEqualTo(11 * normal);
    assertThat(counting.mostOpen).isLessThanOrEqualTo(OPEN_QUERIES);
    assertThat(pairing.openQueriesOctets()).isLessThan(4L << 20);
  }

  @Test
  void keepsFewQueriesThatDifferInTheirQuestionOnly() {
    for (int i = 0; i < 10_000; i++) {
      packets.add(new Packet(i, query(RESOLVER, DEAD, 4000, 7, "n" + i + ".example")));
    }
    DnsPackets reader = new DnsPackets(Ports.of(53), new PacketCounts(), pairing);
    read(reader);
    assertThat(pairing.openQueries()).isEqualTo(OpenQueries.MOST_ALIKE);
    assertThat(pairing.evicted()).isEqualTo(10_000 - OpenQueries.MOST_ALIKE);
  }

  private void addNormal(Flood flood, long nanos) {
    boolean resolversAreMany = flood == Flood.MADE_UP_SOURCES || flood == Flood.ONE_SOURCE;
    int source = resolversAreMany ? RESOLVER + random.nextInt(100) : RESOLVER;
    int number = (int) Math.abs(random.nextGaussian() * 1000);
    String name = "www" + number % 7 + ".site" + number + ".example";
    byte[] query =
        query(
            source,
            0xc000_0200 + number % 50,
            1024 + random.nextInt(60_000),
            random.nextInt(),
            name);
    packets.add(new Packet(nanos, query));
    long delay = 1_000_000L + random.nextLong(1_500_000_000L);
    packets.add(new Packet(nanos + delay, response(query)));
  }

  private byte[] flood(Flood flood) {
    int port = 1024 + random.nextInt(60_000);
    int id = random.nextInt();
    String word = Long.toString(random.nextLong() >>> 1, 36);
    return switch (flood) {
      case MADE_UP_SOURCES ->
          query(random.nextInt(), 0xc000_0200 + random.nextInt(50), port, id, "www0.site0.example");
      case RANDOM_NAMES -> query(RESOLVER, 0xc000_0207, port, id, word + ".victim.example");
      case ONE_SOURCE ->
          query(0xcb00_7107, random.nextInt(), port, id, word + "." + word + ".example");
      case DEAD_SERVER -> query(RESOLVER, DEAD, port, id, "www." + word + ".example");
    };
  }

  private void read() {
    read(new DnsPackets(Ports.of(53), new PacketCounts(), pairing));
    pairing.finish();
  }

  private void read(DnsPackets reader) {
    for (Packet packet = packets.poll(); packet != null; packet = packets.poll()) {
      byte[] bytes = packet.datagram();
      reader.onPacket(bytes, 0, bytes.length, bytes.length, packet.nanos(), RAW);
      counting.mostOpen = Math.max(counting.mostOpen, pairing.openQueries());
    }
  }

  private static byte[] query(int source, int server, int port, int id, String name) {
    byte[] datagram = new byte[20 + 8 + 12 + name.length() + 2 + 4];
    datagram[0] = 0x45;
    Bytes.put16(datagram, 2, datagram.length);
    datagram[9] = 17;
    Bytes.put32(datagram, 12, source);
    Bytes.put32(datagram, 16, server);
    Bytes.put16(datagram, 20, port);
    Bytes.put16(datagram, 22, 53);
    Bytes.put16(datagram, 24, datagram.length - 20);
    Bytes.put16(datagram, 28, id & 0xffff);
    datagram[33] = 1;
    int at = 40;
    for (String label : name.split("\\.", -1)) {
      datagram[at++] = (byte) label.length();
      byte[] octets = label.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(octets, 0, datagram, at, octets.length);
      at += octets.length;
    }
    Bytes.put16(datagram, at + 1, 1);
    Bytes.put16(datagram, at + 3, 1);
    return datagram;
  }

  private static byte[] response(byte[] query) {
    byte[] datagram = query.clone();
    System.arraycopy(query, 12, datagram, 16, 4);
    System.arraycopy(query, 16, datagram, 12, 4);
    System.arraycopy(query, 20, datagram, 22, 2);
    System.arraycopy(query, 22, datagram, 20, 2);
    datagram[30] = (byte) 0x80;
    return datagram;
  }

  private static final class Counting implements ExchangeHandler {
    private int answered;
    private int unanswered;
    private int mostOpen;

    @Override
    public void onAnswered(QueryView query, CapturedMessage response) {
      answered++;
    }

    @Override
    public void onUnanswered(QueryView query, UnansweredReason reason) {
      unanswered++;
    }

    @Override
    public void onUnsolicited(CapturedMessage response) {}

    @Override
    public void onDuplicateResponse(CapturedMessage response) {}

    @Override
    public void onRepeatedQuery(CapturedMessage query) {}
  }
}
