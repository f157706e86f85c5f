package org.nxsight.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Fragments, segments and ICMP errors with octets changed, cut, repeated and in any order. */
class PacketMutationTest {
  private static final long SECONDS_2 = 2_000_000_000L;
  private static final int PACKETS_A_ROUND = 60;

  private final List<byte[]> packets = new ArrayList<>();

  PacketMutationTest() {
    byte[] query = Dns.query(1, "no.example", Dns.A);
    byte[] response = Dns.response(1, Dns.NXDOMAIN, "no.example", Dns.A, 4000);
    for (boolean ipv6 : new boolean[] {false, true}) {
      packets.add(Datagrams.toServer(ipv6, query));
      packets.add(Datagrams.unreachable(ipv6, Datagrams.toServer(ipv6, query)));
      packets.addAll(List.of(Datagrams.fragments(Datagrams.toClient(ipv6, response), 1, 1000)));
      Segments segments = new Segments(ipv6, 4000, -5, 5);
      byte[] stream = Segments.stream(query, response, query);
      packets.add(segments.toServer(-1, Segments.SYN));
      for (int at = 0; at < stream.length; at += 700) {
        int end = Math.min(stream.length, at + 700);
        packets.add(segments.toServer(at, Segments.ACK, Segments.part(stream, at, end)));
      }
      packets.add(segments.toServer(stream.length, Segments.ACK | Segments.FIN));
      packets.add(segments.toClient(0, stream.length, Segments.ACK));
      packets.add(segments.toClient(0, stream.length, Segments.RST));
    }
  }

  @Test
  void survivesTwoSecondsOfMutations() {
    long seed = System.nanoTime();
    System.out.println("PacketMutationTest seed " + seed);
    Random random = new Random(seed);
    long start = System.nanoTime();
    while (System.nanoTime() - start < SECONDS_2) {
      HostilePackets hostile = new HostilePackets();
      long nanos = 0;
      for (int i = 0; i < PACKETS_A_ROUND; i++) {
        nanos += random.nextInt(20) == 0 ? 31_000_000_000L : random.nextInt(50_000_000);
        hostile.read(Mutations.of(packets.get(random.nextInt(packets.size())), random), nanos);
      }
      hostile.finish();
    }
  }
}
