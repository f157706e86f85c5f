package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class DecompressionTest {
  private static final int PACKETS = 30_000;
  private static final byte[] CAPTURE = capture();

  /** Each compression that is read. */
  enum Compression {
    GZIP,
    ZSTD,
    XZ,
    LZ4,
    BZIP2;

    byte[] compress(byte[] octets, int from, int to) throws IOException {
      if (this == ZSTD) {
        return Zstd.compress(Arrays.copyOfRange(octets, from, to));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (OutputStream compressed = open(out)) {
        compressed.write(octets, from, to - from);
      }
      return out.toByteArray();
    }

    private OutputStream open(OutputStream out) throws IOException {
      return switch (this) {
        case GZIP -> new GZIPOutputStream(out);
        case XZ -> new XZOutputStream(out, new LZMA2Options(0));
        case LZ4 -> new LZ4FrameOutputStream(out, LZ4FrameOutputStream.BLOCKSIZE.SIZE_64KB);
        case BZIP2 -> new BZip2CompressorOutputStream(out);
        case ZSTD -> throw new AssertionError();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsOneMember(Compression compression) throws IOException {
    byte[] file = compression.compress(CAPTURE, 0, CAPTURE.length);
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
      file.writeBytes(compression.compress(CAPTURE, from, to));
    }
    InputStream pipe = new Trickle(new ByteArrayInputStream(file.toByteArray()));
    try (Source source = CaptureFile.open("test", pipe)) {
      assertThat(new Recorder().all(source).counts.dnsPackets()).isEqualTo(PACKETS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsWhatCameBeforeACut(Compression compression) throws IOException {
    byte[] file = compression.compress(CAPTURE, 0, CAPTURE.length);
    byte[] half = Arrays.copyOf(file, file.length / 2);
    Recorder recorder = new Recorder();
    assertThatThrownBy(() -> recorder.file(half))
        .isInstanceOf(UnreadableCaptureException.class)
        .hasMessageMatching("test: .*; kept the [0-9,]+ packets before it");
  }

  @ParameterizedTest
  @EnumSource
  void saysThatDamageIsDamage(Compression compression) throws IOException {
    byte[] file = compression.compress(CAPTURE, 0, CAPTURE.length);
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

  private static byte[] capture() {
    Random random = new Random(1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Headers.hex("a1b2c3d4 0002 0004 0000000000000000 00040000 00000065"));
    for (int i = 0; i < PACKETS; i++) {
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
