package org.nxsight.analysis.typo;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends of names that do not exist and that everybody mistypes: whatever stands in front of {@code
 * .con}, a name under {@code .com} was meant.
 */
public final class TldSlips {
  private static final int MAX_OCTETS = 7;
  private static final Map<Long, String> MEANT = new HashMap<>();

  static {
    add("com", "con cmo ocm vom xom comm coom cim cpm clm copm conm cok c0m comn dcom ccom coml");
    add("net", "ner nte nett neet ent nwt nrt nete");
    add("org", "ogr orgg rog irg prg ort orf orh oorg");
    add("de", "dee dw ed");
    add("fr", "frr rf");
    add("ru", "ruu ryu");
    add("pl", "pll");
  }

  private TldSlips() {}

  private static void add(String meant, String slips) {
    for (String slip : slips.split(" ", -1)) {
      byte[] octets = slip.getBytes(StandardCharsets.US_ASCII);
      MEANT.put(key(octets, 0, octets.length), meant);
    }
  }

  private static long key(byte[] octets, int from, int length) {
    long key = 0;
    for (int i = 0; i < length; i++) {
      key = (key << Byte.SIZE) | (octets[from + i] & 0xff);
    }
    return key;
  }

  /**
   * The top-level domain that was meant with a last label that is not delegated.
   *
   * @param label where its length octet stands
   * @return null when it is no known slip
   */
  public static @Nullable String meant(byte[] octets, int label) {
    int length = octets[label];
    return length > MAX_OCTETS ? null : MEANT.get(key(octets, label + 1, length));
  }
}
