package org.nxsight.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.nxsight.channels.privacy.CryptoPan;

/**
 * A file with a key of 32 octets: these octets themselves, or 64 hexadecimal digits and perhaps a
 * newline. What it holds is never shown.
 */
final class KeyFile {
  private static final int HEX_DIGITS = 2 * CryptoPan.KEY_OCTETS;
  private static final int MOST_OCTETS = HEX_DIGITS + "\r\n".length();

  private static final Set<PosixFilePermission> OF_OTHERS =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private KeyFile() {}

  /** Reads the key. */
  static byte[] read(Path file) throws Complaint {
    byte[] octets;
    try (InputStream in = Files.newInputStream(file)) {
      octets = in.readNBytes(MOST_OCTETS + 1);
    } catch (IOException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(Faults.describe(e, file.toString())));
    }
    if (octets.length == CryptoPan.KEY_OCTETS) {
      return octets;
    }
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    String digits = text.endsWith("\r\n") ? text.substring(0, text.length() - 2) : text;
    digits = digits.endsWith("\n") ? digits.substring(0, digits.length() - 1) : digits;
    Arrays.fill(octets, (byte) 0);
    if (digits.length() != HEX_DIGITS || !digits.chars().allMatch(HexFormat::isHexDigit)) {
      throw new Complaint(
          Complaint.UNUSABLE,
          Printable.of(
              file
                  + ": is no key: 32 octets are expected, or 64 hexadecimal digits, as from"
                  + " openssl rand -hex 32"));
    }
    return HexFormat.of().parseHex(digits);
  }

  /** Whether others than its owner may read it, as far as the file system can tell. */
  static boolean isOpenToOthers(Path file) {
    try {
      return Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
