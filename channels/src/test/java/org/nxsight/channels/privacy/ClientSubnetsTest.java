package org.nxsight.channels.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;

/** What is left of a message when its client subnets have been taken out. */
class ClientSubnetsTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final String QUESTION = "047465737400" + "0001" + "0001";
  private static final String A = "c00c" + "0001" + "0001" + "0000003c" + "0004" + "cb007101";

  /** 198.18.171.205/32, by its code of today. */
  private static final String SUBNET = "0008" + "0008" + "00012000" + "c612abcd";

  private static final String SUBNET_OF_DRAFTS = "50fa" + "0008" + "00012000" + "c612abcd";
  private static final String PADDING = "000c" + "0008" + "0000000000000000";
  private static final String COOKIE = "000a" + "0008" + "0102030405060708";
  private static final String EDE = "000f" + "0006" + "00167768793f";

  private final PrivacyCounts counts = new PrivacyCounts();
  private final ClientSubnets subnets = new ClientSubnets(counts);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, -, 0",
        SUBNET + ", -, 1",
        SUBNET + SUBNET + ", -, 2",
        SUBNET_OF_DRAFTS + COOKIE + ", " + COOKIE + ", 1",
        COOKIE + SUBNET + EDE + ", " + COOKIE + EDE + ", 1",
        COOKIE + EDE + ", " + COOKIE + EDE + ", 0",
      })
  void removesThemFromTheLastRecordAndKeepsOtherOptions(String before, String after, int removed) {
    assertThat(remove(message(1, 0, 1, A + opt(before))))
        .isEqualTo(message(1, 0, 1, A + opt(after)));
    assertThat(counts.clientSubnets()).isEqualTo(removed);
    assertThat(counts.cutMessages()).isZero();
  }

  @Test
  void padsWhereTheyStoodWhenRecordsFollow() {
    assertThat(remove(message(1, 0, 2, A + opt(COOKIE + SUBNET) + A)))
        .isEqualTo(message(1, 0, 2, A + opt(COOKIE + PADDING) + A));
    assertThat(remove(message(1, 0, 2, A + opt(SUBNET) + opt(SUBNET))))
        .isEqualTo(message(1, 0, 2, A + opt(PADDING) + opt("")));
    assertThat(remove(message(0, 1, 1, opt(SUBNET) + A)))
        .isEqualTo(message(0, 1, 1, opt(PADDING) + A));
    assertThat(counts.clientSubnets()).isEqualTo(4);
    assertThat(counts.cutMessages()).isZero();
  }

  @Test
  void dropsOptionsThatRunOverTheirOpt() {
    String cut = SUBNET.substring(0, SUBNET.length() - 2);
    assertThat(remove(message(0, 0, 1, opt(EDE + cut)))).isEqualTo(message(0, 0, 1, opt(EDE)));
    assertThat(remove(message(0, 0, 1, opt(EDE + "c612ab")))).isEqualTo(message(0, 0, 1, opt(EDE)));
    assertThat(remove(message(0, 0, 2, opt(EDE + cut) + A)))
        .isEqualTo(message(0, 0, 2, opt(EDE + "000c0007" + "00".repeat(7)) + A));
    assertThat(remove(message(0, 0, 2, opt(EDE + "c612ab") + A)))
        .isEqualTo(message(0, 0, 2, opt(EDE + "000000") + A));
    assertThat(counts.cutMessages()).isEqualTo(4);
  }

  @Test
  void dropsWhatStandsBehindTheLastRecord() {
    assertThat(remove(message(1, 0, 0, A) + SUBNET)).isEqualTo(message(1, 0, 0, A));
    assertThat(remove(message(0, 0, 1, opt(EDE)) + SUBNET)).isEqualTo(message(0, 0, 1, opt(EDE)));
    assertThat(remove(message(0, 0, 0, "") + SUBNET)).isEqualTo(message(0, 0, 0, ""));
    assertThat(counts.cutMessages()).isEqualTo(3);
  }

  @Test
  void leavesTheQuestionOnlyWhenTheRecordsCannotBeWalked() {
    String whole = message(1, 0, 1, A + opt(SUBNET));
    for (int octets = message(0, 0, 0, "").length(); octets < whole.length(); octets += 2) {
      assertThat(remove(whole.substring(0, octets))).isEqualTo(message(0, 0, 0, ""));
    }
    assertThat(remove(message(2, 0, 1, A + opt(SUBNET)))).isEqualTo(message(0, 0, 0, ""));
    assertThat(remove("123481830001" + "0001" + "00000000" + "4004746573c612abcd"))
        .isEqualTo("123481830000000000000000");
  }

  @Test
  void mutatedMessagesNeitherGrowNorKeepAnOptionThatAReaderFinds() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] whole = HEX.parseHex(message(1, 0, 2, A + opt(EDE + SUBNET) + opt(SUBNET + COOKIE)));
    int readable = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] mutated = Arrays.copyOf(whole, 12 + random.nextInt(whole.length - 11));
      for (int j = random.nextInt(4); j > 0; j--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
      }
      ByteArrayOutputStream around = new ByteArrayOutputStream();
      around.write(new byte[7]);
      around.write(mutated);
      around.write(new byte[5]);
      byte[] bytes = around.toByteArray();
      int octets = subnets.remove(bytes, 7, mutated.length);
      assertThat(octets).as("seed " + seed).isBetween(0, mutated.length);
      byte[] left = Arrays.copyOfRange(bytes, 7, 7 + octets);
      readable += hasNoSubnet(left) ? 1 : 0;
      ClientSubnets second = new ClientSubnets(new PrivacyCounts());
      assertThat(second.remove(bytes, 7, octets)).as("seed " + seed).isEqualTo(octets);
      assertThat(Arrays.copyOfRange(bytes, 7, 7 + octets)).isEqualTo(left);
    }
    assertThat(readable).isPositive();
  }

  /** False when dnsjava cannot read the message at all. */
  private static boolean hasNoSubnet(byte[] bytes) {
    Message message;
    try {
      message = new Message(bytes);
    } catch (IOException | IllegalArgumentException unreadable) {
      return false;
    }
    if (message.getOPT() != null) {
      assertThat(message.getOPT().getOptions(EDNSOption.Code.CLIENT_SUBNET)).isEmpty();
    }
    return true;
  }

  private String remove(String hex) {
    byte[] bytes = HEX.parseHex(hex);
    return HEX.formatHex(bytes, 0, subnets.remove(bytes, 0, bytes.length));
  }

  private static String message(int answers, int authorities, int additionals, String records) {
    return "12348183"
        + "0001"
        + u16(answers)
        + u16(authorities)
        + u16(additionals)
        + QUESTION
        + records;
  }

  private static String opt(String options) {
    String rdata = options == null ? "" : options;
    return "00" + "0029" + "04d0" + "00008000" + u16(rdata.length() / 2) + rdata;
  }

  private static String u16(int number) {
    return HEX.toHexDigits((short) number);
  }
}
