package org.nxsight.wire.nmsg;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.Bytes;

/** Containers and payloads with octets changed, inserted, deleted and cut at random. */
class NmsgMutationTest {
  private static final long SECONDS_2 = 2_000_000_000L;

  private final List<byte[]> containers = new ArrayList<>();
  private final List<byte[]> payloads =
      List.of(
          Payloads.encoded(Payloads.fullDnsqr()),
          Payloads.encoded(Payloads.fullDnsdedupe()),
          HexFormat.of().parseHex(PayloadsTest.DNSNX));

  NmsgMutationTest() {
    ContainerWriter writer = new ContainerWriter(1 << 16);
    writer.setSequence(123);
    for (boolean zlib : new boolean[] {false, true}) {
      writer.setZlib(zlib);
      payloads.forEach(payload -> ContainerTest.add(writer, payload, payload.length));
      byte[] container = ContainerTest.finish(writer);
      containers.add(container);
      containers.addAll(ContainerTest.cut(container, 100, 1));
    }
  }

  @Test
  void survivesTwoSecondsOfMutations() {
    long seed = System.nanoTime();
    System.out.println("NmsgMutationTest seed " + seed);
    Random random = new Random(seed);
    HostileOctets hostile = new HostileOctets();
    long start = System.nanoTime();
    while (System.nanoTime() - start < SECONDS_2) {
      for (byte[] container : containers) {
        byte[] mutated = mutate(container, random);
        hostile.readContainers(mutated);
        fitLength(mutated);
        hostile.readContainers(mutated);
      }
      for (byte[] payload : payloads) {
        byte[] mutated = mutate(payload, random);
        hostile.decode(mutated, 0, mutated.length);
      }
    }
  }

  private static byte[] mutate(byte[] octets, Random random) {
    byte[] mutated = octets.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(mutated.length);
      switch (random.nextInt(4)) {
        case 0 -> mutated[at] = (byte) random.nextInt();
        case 1 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> mutated = splice(mutated, at, 1 + random.nextInt(5), 0, random);
        default -> mutated = splice(mutated, at, 0, Math.min(3, mutated.length - at - 1), random);
      }
    }
    return mutated;
  }

  private static byte[] splice(byte[] octets, int at, int insert, int delete, Random random) {
    byte[] spliced = new byte[octets.length + insert - delete];
    random.nextBytes(spliced);
    System.arraycopy(octets, 0, spliced, 0, at);
    System.arraycopy(octets, at + delete, spliced, at + insert, octets.length - at - delete);
    return spliced;
  }

  private static void fitLength(byte[] container) {
    if (container.length >= ContainerReader.HEADER_OCTETS) {
      Bytes.put32(container, 6, container.length - ContainerReader.HEADER_OCTETS);
    }
  }
}
