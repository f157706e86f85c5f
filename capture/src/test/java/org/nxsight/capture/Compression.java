package org.nxsight.capture;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import net.jpountz.lz4.LZ4FrameOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Each compression that is read. */
enum Compression {
  GZIP,
  ZSTD,
  XZ,
  LZ4,
  BZIP2;

  byte[] compress(byte[] octets) {
    if (this == ZSTD) {
      return Zstd.compress(octets);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream compressed = open(out)) {
      compressed.write(octets);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
