package org.nxsight.capture;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4FrameInputStream;
import net.jpountz.xxhash.XXHashFactory;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * Takes the compression off an input, as told from its first octets. Whatever stands behind each
 * other in one file is read to its end: gzip members, frames of zstd and LZ4, streams of xz and
 * bzip2.
 */
final class Decompression {
  private static final int BUFFER_OCTETS = 256 << 10;

  private Decompression() {}

  /** The decompressed stream, or null when {@code format} is no compression that is read. */
  static @Nullable InputStream of(CaptureFormat format, InputStream in) throws IOException {
    try {
      return switch (format) {
        case GZIP -> new Damaged(new GZIPInputStream(new MoreToCome(in), BUFFER_OCTETS));
        case ZSTD -> new Damaged(Zstd.of(in));
        case XZ -> new Damaged(Xz.of(buffered(in)));
        case LZ4 -> new Damaged(Lz4.of(buffered(in)));
        case BZIP2 -> new Damaged(Bzip2.of(buffered(in)));
        default -> null;
      };
    } catch (IOException e) {
      throw new DamagedException(e);
    }
  }

  private static InputStream buffered(InputStream in) {
    return new BufferedInputStream(in, BUFFER_OCTETS);
  }

  // One class for each library, so that no library is loaded but the one that is needed.

  private static final class Zstd {
    static InputStream of(InputStream in) throws IOException {
      return buffered(new ZstdInputStreamNoFinalizer(in).setContinuous(false));
    }
  }

  private static final class Xz {
    /** {@code xz -9} needs 65 MiB; a dictionary that needs more was made to be big. */
    private static final int MAX_MEMORY_KIB = 128 << 10;

    static InputStream of(InputStream in) throws IOException {
      return new XZInputStream(in, MAX_MEMORY_KIB);
    }
  }

  private static final class Lz4 {
    /** In Java, because the native forms are unpacked into a temporary directory first. */
    static InputStream of(InputStream in) throws IOException {
      return new LZ4FrameInputStream(
          in, LZ4Factory.safeInstance().safeDecompressor(), XXHashFactory.safeInstance().hash32());
    }
  }

  private static final class Bzip2 {
    static InputStream of(InputStream in) throws IOException {
      return new BZip2CompressorInputStream(in, true);
    }
  }

  /**
   * Says that more can always be had. gzip's reader takes a pipe in which nothing waits at the
   * moment for the end, and would lose the members that are still to come.
   */
  private static final class MoreToCome extends FilterInputStream {
    MoreToCome(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }
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
      } catch (IOException | RuntimeException e) {
        throw new DamagedException(e);
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        return in.read(bytes, offset, length);
      } catch (IOException | RuntimeException e) {
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
    DamagedException(Exception cause) {
      super(
          cause instanceof EOFException || cause.getMessage() == null
              ? "it ends too early"
              : cause.getMessage(),
          cause);
    }
  }
}
