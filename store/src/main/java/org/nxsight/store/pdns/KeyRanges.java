package org.nxsight.store.pdns;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.nxsight.store.RdataKey;
import org.nxsight.wire.dns.RdataText;
import org.nxsight.wire.dns.RdataUnpack;
import org.nxsight.wire.dns.RecordClasses;
import org.nxsight.wire.dns.RecordTypes;

/** Where in a table, sorted by its key, the rows of a subject are: ranges that do not overlap. */
final class KeyRanges {
  private static final int IN = RecordClasses.number("IN");
  private static final int MOST_TYPES = 65_536;

  private KeyRanges() {}

  /** The ranges, the first keys first. */
  static List<KeyRange> of(Subject subject) {
    return switch (subject) {
      case Subject.Owner owner -> List.of(owners(owner.names()));
      case Subject.Target target -> List.of(targets(target.names()));
      case Subject.Addresses addresses ->
          List.of(
              KeyRange.between(
                  addresses.range().first(),
                  addresses.range().last(),
                  Condition.of("rrtype = ?", addresses.range().rrtype())));
      case Subject.Octets octets -> octets(octets.rdata());
    };
  }

  private static KeyRange owners(NamePattern names) {
    return switch (names.kind()) {
      case EXACT -> KeyRange.of(names.key(), Condition.ALWAYS);
      case BELOW -> KeyRange.below(names.key(), Condition.ALWAYS);
      case STARTING -> KeyRange.few(Condition.of("starts_with(rrname, ?)", names.name()));
    };
  }

  private static KeyRange targets(NamePattern names) {
    Condition isName = Condition.of("ends_with(rdata_key, ?)", ".");
    return switch (names.kind()) {
      case EXACT -> KeyRange.of(names.key(), Condition.ALWAYS);
      case BELOW -> KeyRange.below(names.key(), isName);
      case STARTING ->
          KeyRange.few(
              Condition.of("ends_with(rdata_key, ?)", names.key())
                  .and(Condition.of("regexp_matches(rdata_key, ?)", endingWith(names.key()))));
    };
  }

  /** A key that ends with these labels: before them stands nothing, or a dot of no label. */
  private static String endingWith(String key) {
    StringBuilder literal = new StringBuilder();
    key.chars()
        .forEach(c -> literal.append(Character.isLetterOrDigit(c) ? "" : "\\").append((char) c));
    return "^(.*[^\\\\])?(\\\\\\\\)*(^|\\.)" + literal + "$";
  }

  /**
   * The ways in which octets can be rdata: of a type that is found by the name it points at, for
   * each such type; or of all other types.
   */
  private static List<KeyRange> octets(byte[] rdata) {
    TreeMap<String, List<KeyRange>> byKey = new TreeMap<>();
    List<String> pointing = new ArrayList<>();
    Set<String> texts = new LinkedHashSet<>();
    for (int type = 0; type < MOST_TYPES; type++) {
      if (RecordTypes.name(type) == null) {
        continue;
      }
      byte[] canonical = canonical(rdata, type);
      if (RdataKey.pointsAtName(type)) {
        pointing.add(RecordTypes.text(type));
      }
      if (canonical.length == 0) {
        continue;
      }
      String text = text(canonical, type);
      if (RdataKey.pointsAtName(type)) {
        byKey
            .computeIfAbsent(RdataKey.of(type, canonical), none -> new ArrayList<>())
            .add(
                KeyRange.of(
                    RdataKey.of(type, canonical),
                    Condition.of("rrtype = ?", RecordTypes.text(type))
                        .and(Condition.of("rdata = ?", text))));
      } else {
        texts.add(text);
      }
    }
    texts.add(text(rdata, MOST_TYPES - 2)); // of a type without a name
    String digits = RdataKey.digits(rdata);
    Condition others = Condition.oneOf("NOT rrtype", pointing);
    byKey
        .computeIfAbsent(digits, none -> new ArrayList<>())
        .add(KeyRange.of(digits, others.and(Condition.oneOf("rdata", List.copyOf(texts)))));
    return byKey.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(KeyRange::from))
        .toList();
  }

  /** The octets as rdata of a type, its names in lower case; none when they cannot be. */
  private static byte[] canonical(byte[] rdata, int rrtype) {
    byte[] out = new byte[RdataUnpack.MAX_OCTETS];
    int octets =
        RdataUnpack.unpackCanonical(rdata, 0, rdata.length, 0, rdata.length, rrtype, IN, out, 0);
    return octets == RdataUnpack.MALFORMED ? new byte[0] : java.util.Arrays.copyOf(out, octets);
  }

  private static String text(byte[] rdata, int rrtype) {
    StringBuilder text = new StringBuilder();
    RdataText.append(text, rdata, 0, rdata.length, rrtype, IN);
    return text.toString();
  }
}
