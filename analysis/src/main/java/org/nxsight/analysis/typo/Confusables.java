package org.nxsight.analysis.typo;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * The Latin letter that a character looks like: letters with marks by their decomposition, and a
 * table of our own for look-alikes of the Cyrillic, Greek and Armenian scripts and of digits (the
 * idea: Unicode Technical Standard 39, section 4).
 */
final class Confusables {
  /** No letter. */
  static final int NONE = 0;

  private static final int LATIN_END = 0x250;
  private static final int ADDITIONAL_START = 0x1e00;
  private static final int ADDITIONAL_END = 0x1f00;

  /** Pairs: the look-alike and the letter. */
  private static final String PAIRS =
      "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwвbнhкkмmтtгrзeпnӏlүyцuшwьbтtғfӓaӧoӱyёeїiґrқkҝkңhҳxҷy"
          + "αaβbγyεeηnιiκkνvοoρpτtυuχxωwσoςcμuάaέeήnίiόoύuώwϲcϳj"
          + "օoսuցgհhոnյjզqքpէtլlıiĸkłløoæaœoðdþpßbđdħhŧtƒfɑaɡgɩiʋvʏyɢgʟlɴnʀrꞓc";

  private static final byte[] LATIN = new byte[LATIN_END];
  private static final byte[] ADDITIONAL = new byte[ADDITIONAL_END - ADDITIONAL_START];
  private static final Map<Integer, Byte> OTHERS = new HashMap<>();

  static {
    for (int i = 0; i < LATIN_END; i++) {
      LATIN[i] = decomposed(i);
    }
    for (int i = 0; i < ADDITIONAL.length; i++) {
      ADDITIONAL[i] = decomposed(ADDITIONAL_START + i);
    }
    for (int i = 0; i < PAIRS.length(); i += 2) {
      OTHERS.put((int) PAIRS.charAt(i), (byte) PAIRS.charAt(i + 1));
    }
  }

  private Confusables() {}

  private static byte decomposed(int character) {
    String parts = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
    int letter = Character.toLowerCase(parts.charAt(0));
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-'
        ? (byte) letter
        : NONE;
  }

  /** The letter, digit or hyphen that a character looks like, or {@link #NONE}. */
  static int letter(int character) {
    if (character < LATIN_END && LATIN[character] != NONE) {
      return LATIN[character];
    }
    if (character >= ADDITIONAL_START && character < ADDITIONAL_END) {
      return ADDITIONAL[character - ADDITIONAL_START];
    }
    Byte other = OTHERS.get(character);
    return other == null ? NONE : other;
  }
}
