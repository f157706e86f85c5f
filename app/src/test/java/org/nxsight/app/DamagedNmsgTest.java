package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.Program.Outcome;
import org.nxsight.wire.nmsg.ContainerWriter;

/** {@code nxsight show} on files that are not what they should be. */
class DamagedNmsgTest {
  /** vid 2, msgtype 6: qname "x.", qtype 1, qclass 1, response_ip 192.0.2.53. */
  private static final byte[] DNSNX = HexFormat.of().parseHex("0a03017800100118012204c0000235");

  @TempDir private Path directory = Path.of(".");

  @Test
  void showsWhatStandsBeforeACut() throws Exception {
    byte[] two = join(container(2, 6, DNSNX), container(2, 6, DNSNX));
    Outcome outcome = show(Arrays.copyOf(two, two.length - 5));

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).containsOnlyOnce("qname: x.");
    assertThat(outcome.err()).hasLineCount(1).contains("behind container 1 is cut off");
  }

  @Test
  void countsAWrongCrcAndShowsThePayload() throws Exception {
    byte[] container = container(2, 6, DNSNX);
    int payload = indexOf(container, DNSNX);
    container[payload + 3] ^= 1; // x becomes y

    Outcome outcome = show(container);

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("qname: y.");
    assertThat(outcome.err()).hasLineCount(1).contains("1 payloads with a wrong CRC-32C");
  }

  @Test
  void namesAnotherTypeAndGoesOn() throws Exception {
    Outcome outcome = show(join(container(1, 14, new byte[40]), container(2, 6, DNSNX)));

    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("[1:14 ", "qname: x.");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void countsAPayloadThatIsNotWhatItsTypeSays() throws Exception {
    Outcome outcome = show(join(container(2, 6, new byte[] {7, 7}), container(2, 6, DNSNX)));

    assertThat(outcome.out()).contains("qname: x.");
    assertThat(outcome.err()).hasLineCount(1).contains("1 malformed");
  }

  @Test
  void saysWhatAFileThatIsNoNmsgLooksLike() throws Exception {
    Outcome outcome = show("hello, world".getBytes(StandardCharsets.UTF_8));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).hasLineCount(1).contains("looks like text; an NMSG file is needed");
  }

  @Test
  void namesAMissingFile() throws Exception {
    Outcome outcome = Program.alone("show", directory.resolve("nowhere").toString());

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).hasLineCount(1).contains("nowhere: no such file or directory");
  }

  @Test
  void printsNothingForAnEmptyFile() throws Exception {
    assertThat(show(new byte[0])).isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void readsTheStandardInput() throws Exception {
    Path file = Files.write(directory.resolve("file.nmsg"), container(2, 6, DNSNX));
    assertThat(Program.reading(file, "show", "-").out()).contains("qname: x.");
  }

  @Test
  void endsQuietlyWhenNobodyReadsOn() throws Exception {
    byte[][] payloads = new byte[10_000][];
    Arrays.fill(payloads, DNSNX);
    Path file = Files.write(directory.resolve("file.nmsg"), container(2, 6, payloads));

    Outcome outcome =
        Program.inShell("{ \"$@\"; echo $? >&2; } | head -n 2", "show", file.toString());

    assertThat(outcome.out()).endsWith("qname: x.\n").hasLineCount(2);
    assertThat(outcome.err()).isEqualTo("0\n");
  }

  private Outcome show(byte[] file) throws Exception {
    return Program.alone("show", Files.write(directory.resolve("file.nmsg"), file).toString());
  }

  private static byte[] container(int vendor, int type, byte[]... payloads) {
    ContainerWriter writer = new ContainerWriter(1 << 20);
    for (byte[] payload : payloads) {
      int at = writer.open(vendor, type, 1_714_566_896_000_000_000L, 0, payload.length);
      System.arraycopy(payload, 0, writer.buffer(), at, payload.length);
      writer.close();
    }
    int length = writer.finish();
    return Arrays.copyOfRange(writer.buffer(), writer.start(), writer.start() + length);
  }

  private static byte[] join(byte[]... containers) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] container : containers) {
      joined.writeBytes(container);
    }
    return joined.toByteArray();
  }

  private static int indexOf(byte[] octets, byte[] part) {
    for (int at = 0; at + part.length <= octets.length; at++) {
      if (Arrays.equals(octets, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    throw new IllegalArgumentException("not in there");
  }
}
