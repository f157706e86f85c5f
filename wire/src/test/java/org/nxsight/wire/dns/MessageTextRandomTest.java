package org.nxsight.wire.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random and mutated octets. The seed is printed; {@code -Dnxsight.seed=N} repeats a run. */
class MessageTextRandomTest {
  private static final int MESSAGES = 200_000;
  private static final int RDATAS = 300_000;

  private final long seed = Long.getLong("nxsight.seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void takesMutatedMessagesWholeOrNotAtAll() {
    System.out.println("MessageTextRandomTest seed " + seed);
    byte[] whole = message();
    int taken = 0;
    for (int i = 0; i < MESSAGES; i++) {
      byte[] mutated = mutate(whole);
      StringBuilder out = new StringBuilder();
      boolean text = MessageText.appendText(out, mutated, 0, mutated.length);
      assertThat(out.isEmpty()).isEqualTo(!text);
      out.setLength(0);
      boolean json = MessageText.appendJson(out, mutated, 0, mutated.length);
      assertThat(out.isEmpty()).isEqualTo(!json);
      assertThat(json).as("seed %d, message %d", seed, i).isEqualTo(text);
      taken += text ? 1 : 0;
    }
    assertThat(taken).isBetween(MESSAGES / 100, MESSAGES - MESSAGES / 100);
  }

  @Test
  void writesWithoutAMarkWhateverItUnpacks() {
    System.out.println("MessageTextRandomTest seed " + seed);
    int opt = RecordTypes.number("OPT");
    byte[] out = new byte[RdataUnpack.MAX_OCTETS];
    byte[] bytes = new byte[96];
    int unpacked = 0;
    for (int i = 0; i < RDATAS; i++) {
      random.nextBytes(bytes);
      // Small numbers make lengths, labels and keys that fit more often.
      for (int j = 0; j < bytes.length; j++) {
        bytes[j] = random.nextInt(4) == 0 ? bytes[j] : (byte) random.nextInt(8);
      }
      int rrtype = random.nextInt(260);
      int rdata = 12 + random.nextInt(20);
      int rdlength = random.nextInt(bytes.length - rdata + 2);
      int length = RdataUnpack.unpack(bytes, 0, bytes.length, rdata, rdlength, rrtype, 1, out, 0);
      StringBuilder text = new StringBuilder();
      if (length == RdataUnpack.MALFORMED) {
        int inside = Math.min(rdlength, bytes.length - rdata);
        RdataText.append(text, bytes, rdata, inside, rrtype, 1);
      } else if (rrtype != opt) {
        assertThat(RdataText.append(text, out, 0, length, rrtype, 1))
            .as("seed %d, rdata %d, type %d: %s", seed, i, rrtype, text)
            .isTrue();
        unpacked++;
      }
    }
    assertThat(unpacked).isGreaterThan(RDATAS / 10);
  }

  private byte[] mutate(byte[] whole) {
    byte[] mutated =
        Arrays.copyOf(whole, whole.length - random.nextInt(4) / 3 * random.nextInt(60));
    for (int i = random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(mutated.length);
      mutated[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) random.nextInt();
            case 1 -> (byte) (mutated[at] + random.nextInt(3) - 1);
            case 2 -> (byte) 0xc0;
            default -> (byte) random.nextInt(64);
          };
    }
    return mutated;
  }

  private static byte[] message() {
    return Octets.of()
        .hex("1234 8583 0001 0003 0002 0002")
        .name("www.example.com")
        .hex("0041 0001")
        .hex("c00c 0041 0001 00000e10 0010 0001 00 0001 0003 02 6832 0003 0002 01bb")
        .hex("c00c 0005 0001 00000e10 0004 01 61 c010")
        .hex("c010 0010 0001 00000e10 0005 01 61 02 6263")
        .hex("c010 0006 0001 00000e10 0018 c010 c010 00000001 00000002 00000003 00000004 00000005")
        .hex("c010 002f 0001 00000e10 000a c00c 0006 40 01 00 00 00 03")
        .hex("c010 0032 0001 00000e10 000e 01 00 0000 00 02 abcd 0004 60 00 00 08")
        .hex("00 0029 04d0 00 00 8000 000c 0008 0007 0001 18 00 c63364 0c")
        .bytes();
  }
}
