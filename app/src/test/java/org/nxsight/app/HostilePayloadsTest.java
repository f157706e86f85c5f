package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.Program.Outcome;
import org.nxsight.wire.Bytes;
import org.nxsight.wire.nmsg.ContainerWriter;
import org.nxsight.wire.nmsg.Dnsqr;

/** Payloads of which every part may be, and that are too much together. */
class HostilePayloadsTest {
  /** A SERVFAIL response to a. A in UDP: 8 + 12 + 7 octets, and nothing but zeros up to 160. */
  private static final byte[] UDP =
      Arrays.copyOf(
          HexFormat.of()
              .parseHex("0035123400a00000" + "0007800200010000" + "0000000001610000" + "01000100"),
          160);

  @TempDir private Path directory = Path.of(".");

  private final ContainerWriter container = new ContainerWriter(8 << 20);
  private final Dnsqr dnsqr = new Dnsqr();

  @Test
  void keepsOfAFragmentWhatItsOwnLengthSays() throws Exception {
    begin();
    byte[] padded = Arrays.copyOf(fragment(16, 144, false, 0), 700_000);
    dnsqr.addResponsePacket(padded, 0, padded.length, 1_000_000_000L);
    byte[] first = fragment(0, 16, true, 0);
    dnsqr.addResponsePacket(first, 0, first.length, 1_000_000_000L);

    SummaryReading summary = run();

    assertThat(summary.numbers("channels")).isEqualTo(Map.of("errors", 1L));
    assertThat(Files.size(onlyFile())).isLessThan(1000);
  }

  @Test
  void refusesFragmentsWhoseHeadersAreLongerThanAnyDatagram() throws Exception {
    begin();
    for (int at = 0; at < UDP.length; at += 8) {
      byte[] part = fragment(at, 8, at + 8 < UDP.length, 6);
      dnsqr.addResponsePacket(part, 0, part.length, 1_000_000_000L);
    }

    SummaryReading summary = run();

    assertThat(summary.leftOut()).isEqualTo(Map.of("left_out.message_too_long", 1L));
  }

  private void begin() {
    dnsqr.reset();
    dnsqr.type = Dnsqr.UDP_UNSOLICITED_RESPONSE;
    dnsqr.proto = 17;
    byte[] address = {10, 0, 0, 1};
    dnsqr.queryIp.set(address, 0, 4);
    dnsqr.responseIp.set(address, 0, 4);
  }

  /** An IPv6 fragment behind so many headers with destination options, 2,048 octets each. */
  private static byte[] fragment(int at, int octets, boolean more, int headers) {
    int options = headers * 2048;
    byte[] packet = new byte[40 + options + 8 + octets];
    packet[0] = 0x60;
    Bytes.put16(packet, 4, packet.length - 40);
    packet[6] = (byte) (options == 0 ? 44 : 60);
    for (int option = 0; option < options; option += 2048) {
      packet[40 + option] = (byte) (option + 2048 < options ? 60 : 44);
      packet[41 + option] = (byte) 255;
    }
    int header = 40 + options;
    packet[header] = 17;
    Bytes.put16(packet, header + 2, at | (more ? 1 : 0));
    System.arraycopy(UDP, at, packet, header + 8, octets);
    return packet;
  }

  private SummaryReading run() throws Exception {
    int octets = dnsqr.encodedOctets();
    int at = container.open(Dnsqr.VENDOR, Dnsqr.TYPE, 1_000_000_000L, 0, octets);
    dnsqr.encode(container.buffer(), at);
    container.close();
    int length = container.finish();
    byte[] whole =
        Arrays.copyOfRange(container.buffer(), container.start(), container.start() + length);
    Path file = Files.write(directory.resolve("hostile.nmsg"), whole);
    Outcome outcome =
        Program.here(
            InputStream.nullInputStream(),
            List.of(
                "run",
                file.toString(),
                "-o",
                directory.resolve("out").toString(),
                "--summary=json"));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    SummaryReading summary = SummaryReading.of(outcome.out());
    summary.assertThatItAddsUp();
    return summary;
  }

  private Path onlyFile() throws Exception {
    try (var files = Files.list(directory.resolve("out/channels/ch220"))) {
      return files.findFirst().orElseThrow();
    }
  }
}
