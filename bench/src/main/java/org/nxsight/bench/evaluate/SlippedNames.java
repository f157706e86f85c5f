package org.nxsight.bench.evaluate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.typo.Target;
import org.nxsight.analysis.typo.Targets;
import org.nxsight.analysis.typo.TypoClass;

/** Well-known domains as people mistype them, with one slip each. */
public final class SlippedNames {
  private static final int LEAST_LETTERS = 5;
  private static final int LONG_LETTERS = 7;
  private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

  private final Dice dice;
  private final List<Target> targets;
  private final List<Target> mailProviders;
  private final Set<String> known = new HashSet<>();

  public SlippedNames(Dice dice) {
    this.dice = dice;
    List<Target> all = List.copyOf(Targets.builtIn().all());
    targets = all.stream().filter(SlippedNames::mayBeFound).toList();
    mailProviders = all.stream().filter(t -> t.has(Target.MAIL) && label(t).length() > 2).toList();
    all.forEach(target -> known.add(target.domain()));
  }

  private static boolean mayBeFound(Target target) {
    int letters = label(target).length();
    return letters >= LONG_LETTERS
        || (letters >= LEAST_LETTERS && target.rank() <= Target.TOP_RANK);
  }

  private static String label(Target target) {
    return target.domain().substring(0, target.domain().indexOf('.'));
  }

  public LabelledName mistyped() {
    while (true) {
      boolean mail = dice.chance(0.1);
      Target target = dice.of(mail ? mailProviders : targets);
      TypoClass kind = mail ? TypoClass.OMISSION : dice.of(List.of(TypoClass.values()));
      String name = slip(target.domain(), label(target), PlainNames.suffix(target.domain()), kind);
      if (name != null
          && !known.contains(name)
          && !MalwareNames.suffix(name).startsWith(name + ".")
          && (mail || name.indexOf('.') < 0 || name.indexOf('.') >= LEAST_LETTERS)) {
        String host = mail || dice.chance(0.5) || kind == TypoClass.WWW_GLUED ? "" : "www.";
        String qtype = mail ? "MX" : dice.of("A", "A", "A", "AAAA", "HTTPS");
        return new LabelledName(
            host + name,
            qtype,
            soa(name, kind),
            Cause.TYPO,
            null,
            new LabelledName.Slip(target.domain(), kind));
      }
    }
  }

  private String soa(String name, TypoClass kind) {
    return switch (kind) {
      case TLD_WRONG -> ".";
      case TLD_DOUBLED -> name.substring(name.lastIndexOf('.') + 1);
      case MISSING_DOT -> name.contains(".") ? PlainNames.suffix(name) : ".";
      default -> MalwareNames.suffix(name);
    };
  }

  private @Nullable String slip(String domain, String label, String suffix, TypoClass kind) {
    int at = dice.below(label.length());
    char c = label.charAt(at);
    return switch (kind) {
      case OMISSION -> label.substring(0, at) + label.substring(at + 1) + "." + suffix;
      case REPETITION -> label.substring(0, at) + c + label.substring(at) + "." + suffix;
      case INSERTION -> label.substring(0, at) + neighbour(c) + label.substring(at) + "." + suffix;
      case REPLACEMENT -> with(label, at, neighbour(c)) + "." + suffix;
      case TRANSPOSITION -> swapped(label, at, suffix);
      case BIT_FLIP -> flipped(label, at, suffix);
      case HOMOGLYPH -> alike(label, suffix);
      case MISSING_DOT -> missingDot(label, suffix);
      case WWW_GLUED -> "www" + domain;
      case TLD_DOUBLED -> domain + domain.substring(domain.lastIndexOf('.'));
      case TLD_WRONG -> wrongEnd(label, suffix);
      case HYPHEN ->
          at == 0 ? null : label.substring(0, at) + "-" + label.substring(at) + "." + suffix;
      case PLURAL -> label.endsWith("s") ? null : label + "s." + suffix;
      case VOWEL_SWAP ->
          "aeiou".indexOf(c) < 0
              ? null
              : with(label, at, dice.of("a", "e", "i", "o", "u").charAt(0)) + "." + suffix;
    };
  }

  private char neighbour(char c) {
    for (String row : ROWS) {
      int at = row.indexOf(c);
      if (at >= 0) {
        int beside = at == 0 ? 1 : at == row.length() - 1 || dice.chance(0.5) ? at - 1 : at + 1;
        return row.charAt(beside);
      }
    }
    return dice.digits(Dice.LETTERS, 1).charAt(0);
  }

  private static String with(String label, int at, char c) {
    return label.substring(0, at) + c + label.substring(at + 1);
  }

  private static @Nullable String swapped(String label, int at, String suffix) {
    if (at == 0
        || label.charAt(at) == label.charAt(at - 1)
        || label.charAt(at) == '-'
        || at == label.length() - 1) {
      return null;
    }
    return label.substring(0, at - 1)
        + label.charAt(at)
        + label.charAt(at - 1)
        + label.substring(at + 1)
        + "."
        + suffix;
  }

  private @Nullable String flipped(String label, int at, String suffix) {
    char c = (char) (label.charAt(at) ^ (1 << dice.below(5)));
    return c >= 'a' && c <= 'z' ? with(label, at, c) + "." + suffix : null;
  }

  private @Nullable String alike(String label, String suffix) {
    String from = dice.of("m", "o", "l", "i", "w", "d");
    int at = label.indexOf(from);
    String to =
        switch (from) {
          case "m" -> "rn";
          case "o" -> "0";
          case "l" -> "1";
          case "i" -> "1";
          case "w" -> "vv";
          default -> "cl";
        };
    return at < 0 ? null : label.substring(0, at) + to + label.substring(at + 1) + "." + suffix;
  }

  private @Nullable String missingDot(String label, String suffix) {
    if (dice.chance(0.4)) {
      return suffix.contains(".") ? null : label + suffix;
    }
    return suffix.contains(".") ? null : label + suffix + "." + suffix;
  }

  private @Nullable String wrongEnd(String label, String suffix) {
    return switch (suffix) {
      case "com" -> label + "." + dice.of("con", "cmo", "ocm", "vom", "xom", "comm", "coom");
      case "net" -> label + "." + dice.of("ent", "ner", "nett");
      case "org" -> label + "." + dice.of("ogr", "orgg", "prg");
      default -> null;
    };
  }
}
