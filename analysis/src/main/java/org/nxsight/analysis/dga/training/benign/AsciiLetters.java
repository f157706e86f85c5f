package org.nxsight.analysis.dga.training.benign;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Words of any alphabet that has Latin or Cyrillic letters, as people write them in domain names.
 */
final class AsciiLetters {
  private static final String CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєў";
  private static final String[] LATIN =
      "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh sch _ y _ e yu ya i yi ye u"
          .split(" ");

  private AsciiLetters() {}

  /** The word in a..z, empty if something else is left; umlauts are two letters if so wished. */
  static String of(String word, boolean umlautsAsTwo) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (umlautsAsTwo) {
      lower = lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    }
    StringBuilder letters = new StringBuilder(lower.length());
    for (char c : Normalizer.normalize(lower, Normalizer.Form.NFD).toCharArray()) {
      append(letters, c);
    }
    return letters.chars().allMatch(c -> c >= 'a' && c <= 'z') ? letters.toString() : "";
  }

  private static void append(StringBuilder out, char c) {
    int cyrillic = CYRILLIC.indexOf(c);
    if (cyrillic >= 0) {
      out.append(LATIN[cyrillic].replace("_", ""));
      return;
    }
    switch (c) {
      case 'ß' -> out.append("ss");
      case 'ø' -> out.append('o');
      case 'ł' -> out.append('l');
      case 'ı' -> out.append('i');
      case 'đ', 'ð' -> out.append('d');
      case 'æ' -> out.append("ae");
      case 'œ' -> out.append("oe");
      default -> {
        if (Character.getType(c) != Character.NON_SPACING_MARK && c != '\'') {
          out.append(c);
        }
      }
    }
  }
}
