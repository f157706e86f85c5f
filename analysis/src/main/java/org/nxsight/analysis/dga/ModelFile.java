package org.nxsight.analysis.dga;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A model of generated names as a file. Numbers are big-endian.
 *
 * <pre>
 *   +-----------+---------+----------+---------+----------------+-----------------+
 *   | "NXDGA\n" | version | octets n | CRC-32  | about (UTF-8)  | parts, deflated |
 *   |     6     |   u16   |   u32    | u32     | u16, octets    | n octets        |
 *   +-----------+---------+----------+---------+----------------+-----------------+
 * </pre>
 *
 * <p>{@code n} and the checksum are of the deflated parts (RFC 1950), which are those of {@link
 * ModelParts}. The text about the model is not deflated, so {@code strings} shows it.
 */
public final class ModelFile {
  private static final byte[] MAGIC = "NXDGA\n".getBytes(StandardCharsets.US_ASCII);
  private static final int FORMAT = 1 << 8 | NameFeatures.VERSION;

  /** Larger parts are not a model: 2^18 weights and a dozen languages stay under 1 MiB. */
  private static final int MAX_PARTS_OCTETS = 16 << 20;

  private ModelFile() {}

  /**
   * Reads a model.
   *
   * @param name what to call the file when it cannot be read
   * @throws IOException in one line, if it is no model, of another version, or damaged
   */
  public static DgaModel read(InputStream in, String name) throws IOException {
    DataInputStream data = new DataInputStream(in);
    byte[] magic = data.readNBytes(MAGIC.length);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IOException(
          name + " is not a model of generated names; `nxsight train -o FILE` writes one.");
    }
    try {
      return readBody(data, name);
    } catch (EOFException cut) {
      throw new IOException(
          name + " ends too early: the model was cut off. Copy or train it again.", cut);
    }
  }

  private static DgaModel readBody(DataInputStream data, String name) throws IOException {
    int format = data.readUnsignedShort();
    if (format != FORMAT) {
      throw new IOException(
          "%s has the model format %#x, but this program reads %#x; train it again with `nxsight train`."
              .formatted(name, format, FORMAT));
    }
    int octets = data.readInt();
    int checksum = data.readInt();
    String about = data.readUTF();
    if (octets < 0 || octets > MAX_PARTS_OCTETS) {
      throw damaged(name);
    }
    byte[] parts = new byte[octets];
    data.readFully(parts);
    if (checksum(parts) != checksum) {
      throw damaged(name);
    }
    try (InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(parts))) {
      return ModelParts.read(new DataInputStream(inflated), about);
    }
  }

  private static IOException damaged(String name) {
    return new IOException(name + " is damaged: its checksum is wrong. Copy or train it again.");
  }

  /** Writes a model. */
  public static void write(DgaModel model, OutputStream out) throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    try (DataOutputStream data = new DataOutputStream(new DeflaterOutputStream(parts))) {
      ModelParts.write(model, data);
    }
    byte[] octets = parts.toByteArray();
    DataOutputStream data = new DataOutputStream(out);
    data.write(MAGIC);
    data.writeShort(FORMAT);
    data.writeInt(octets.length);
    data.writeInt(checksum(octets));
    data.writeUTF(model.about());
    data.write(octets);
    data.flush();
  }

  private static int checksum(byte[] octets) {
    CRC32 crc = new CRC32();
    crc.update(octets);
    return (int) crc.getValue();
  }
}
