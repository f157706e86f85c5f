package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nxsight.wire.Bytes;

class DecompressionTest {
  private static final int PACKETS = 30_000;
  private static final byte[] CAPTURE = capture(PACKETS);

  @ParameterizedTest
  @EnumSource
  void readsOneMember(Compression compression) throws IOException {
    byte[] file = compression.compress(CAPTURE);
    assertThat(new Recorder().file(file).counts.dnsPackets()).isEqualTo(PACKETS);
  }

  @ParameterizedTest
  @EnumSource
  void readsMembersBehindEachOtherFromAPipeThatIsNeverReady(Compression compression)
      throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    int parts = 7;
    for (int i = 0; i < parts; i++) {
      int from = (int) ((long) CAPTURE.length * i / parts);
      int to = (int) ((long) CAPTURE.length * (i + 1) / parts);
      file.writeBytes(compression.compress(Arrays.copyOfRange(CAPTURE, from, to)));
    }
    InputStream pipe = new Trickle(new ByteArrayInputStream(file.toByteArray()));
    try (Source source = CaptureFile.open("test", pipe)) {
      assertThat(new Recorder().all(source).counts.dnsPackets()).isEqualTo(PACKETS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatCameBeforeACut(Compression compression) throws IOException {
    byte[] file = compression.compress(CAPTURE);
    byte[] half = Arrays.copyOf(file, file.length / 2);
    Recorder recorder = new Recorder();
    assertThatThrownBy(() -> recorder.file(half))
        .isInstanceOf(UnreadableCaptureException.class)
        .hasMessageMatching("test: .*; kept the [0-9,]+ packets before it");
  }

  @ParameterizedTest
  @EnumSource
  void saysThatDamageIsDamage(Compression compression) throws IOException {
    byte[] file = compression.compress(capture(1000));
    for (int at = 4; at < file.length; at += Math.max(1, file.length / 50)) {
      byte[] damaged = file.clone();
      damaged[at] ^= 0x55;
      try {
        new Recorder().file(damaged);
      } catch (UnreadableCaptureException e) {
        assertThat(e).hasMessageStartingWith("test: ").hasMessageNotContaining("null");
      }
    }
  }

  /**
   * Its dictionary is said to have 1.5 GiB, which LZMA2 writes as 37 (xz format, section 5.3.1).
   */
  @Test
  void refusesToTakeTheMemoryThatAHostileHeaderAsksFor() {
    byte[] file = Compression.XZ.compress(capture(10));
    int header = 12;
    int headerOctets = (file[header] + 1) * 4;
    file[header + 4] = 37;
    CRC32 crc = new CRC32();
    crc.update(file, header, headerOctets - 4);
    Bytes.put32(file, header + headerOctets - 4, Integer.reverseBytes((int) crc.getValue()));
    assertThatThrownBy(() -> new Recorder().file(file))
        .isInstanceOf(UnreadableCaptureException.class)
        .hasMessageStartingWith("test: its compression is damaged (")
        .hasMessageContaining("of memory would be needed");
  }

  private static byte[] capture(int packets) {
    Random random = new Random(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Headers.hex("a1b2c3d4 0002 0004 0000000000000000 00040000 00000065"));
    for (int i = 0; i < packets; i++) {
      byte[] packet = Headers.query("%016x.example.com".formatted(random.nextLong()));
      out.writeBytes(Headers.hex("%08x 00000000".formatted(i)));
      out.writeBytes(Headers.hex("%08x".formatted(packet.length).repeat(2), packet));
    }
    return out.toByteArray();
  }

  /** A pipe: it never says that anything waits, and gives few octets at a time. */
  private static final class Trickle extends FilterInputStream {
    Trickle(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return super.read(bytes, offset, Math.min(length, 100));
    }

    @Override
    public int available() {
      return 0;
    }
  }
}
