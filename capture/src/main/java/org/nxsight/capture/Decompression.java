package org.nxsight.capture;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Takes the compression off an input, as told from its first octets. */
final class Decompression {
  private static final int BUFFER_OCTETS = 256 << 10;

  private Decompression() {}

  /** The decompressed stream, or null when {@code format} is no compression that is read. */
  static @Nullable InputStream of(CaptureFormat format, InputStream in) throws IOException {
    return switch (format) {
      case GZIP -> new Damaged(new GZIPInputStream(in, BUFFER_OCTETS));
      case ZSTD -> new Damaged(zstd(in));
      default -> null;
    };
  }

  private static InputStream zstd(InputStream in) throws IOException {
    return new BufferedInputStream(
        new ZstdInputStreamNoFinalizer(in).setContinuous(false), BUFFER_OCTETS);
  }

  /** Tells damage in the compressed data from a failure to read it. */
  private static final class Damaged extends InputStream {
    private final InputStream in;

    Damaged(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      try {
        return in.read();
      } catch (IOException e) {
        throw new DamagedException(e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (IOException e) {
        throw new DamagedException(e);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** Compressed data that cannot be decompressed, or that ends too early. */
  static final class DamagedException extends IOException {
    DamagedException(IOException cause) {
      super(cause.getMessage(), cause);
    }
  }
}
