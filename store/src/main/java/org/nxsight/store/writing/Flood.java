package org.nxsight.store.writing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.nxsight.wire.Bytes;

/**
 * What a row of many names has besides its counts. The hashes are of texts, behind the salt: the
 * first 8 octets of MD5 (RFC 1321), which SQL can tell as well when files are merged.
 */
final class Flood {
  /** Names that are kept. */
  static final int MAX_SAMPLES = 16;

  /** The sketches at their largest, and the samples. */
  static final int OCTETS = 2 * 32 * 8 + MAX_SAMPLES * 200;

  private final Sketch servers = new Sketch();
  private final Sketch names = new Sketch();
  private final Set<String> samples = new LinkedHashSet<>();

  /** The hash of a text behind the salt. */
  static long hash(long salt, CharSequence text) {
    try {
      String salted = "%016x".formatted(salt) + text;
      byte[] digest =
          MessageDigest.getInstance("MD5").digest(salted.getBytes(StandardCharsets.US_ASCII));
      return Bytes.i64(digest, 0);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has MD5", impossible);
    }
  }

  Sketch servers() {
    return servers;
  }

  Sketch names() {
    return names;
  }

  /** Whether a further name would be kept. */
  boolean takesSamples() {
    return samples.size() < MAX_SAMPLES;
  }

  void addSample(String qname) {
    samples.add(qname);
  }

  Set<String> samples() {
    return samples;
  }

  /** Takes what another one has. */
  void addAll(Flood other) {
    servers.addAll(other.servers);
    names.addAll(other.names);
    for (String each : other.samples) {
      if (takesSamples()) {
        samples.add(each);
      }
    }
  }
}
