package org.nxsight.app;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How a capture file is compressed. */
public enum Packing {
  NONE,
  GZIP,
  ZSTD;

  /** Compresses a file. */
  public byte[] pack(byte[] file) throws IOException {
    return switch (this) {
      case NONE -> file;
      case GZIP -> gzip(file);
      case ZSTD -> Zstd.compress(file);
    };
  }

  private static byte[] gzip(byte[] file) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(file);
    }
    return packed.toByteArray();
  }

  /** Takes the compression off; two compressors need not write the same octets. */
  public byte[] unpack(byte[] file) throws IOException {
    return switch (this) {
      case NONE -> file;
      case GZIP -> new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes();
      case ZSTD -> new ZstdInputStream(new ByteArrayInputStream(file)).readAllBytes();
    };
  }

  /** Takes the compression off a file that may be cut, octet by octet as far as that goes. */
  byte[] unpackAll(byte[] file) throws IOException {
    ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
    try (InputStream in =
        this == GZIP
            ? new GZIPInputStream(new ByteArrayInputStream(file))
            : new ZstdInputStream(new ByteArrayInputStream(file))) {
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        unpacked.write(octet);
      }
    } catch (IOException cut) {
      return unpacked.toByteArray();
    }
    return unpacked.toByteArray();
  }
}
