package org.nxsight.bench.evaluate;

import java.util.List;
import org.nxsight.analysis.causes.Cause;
import org.nxsight.analysis.dnsbl.ItemFormat;
import org.nxsight.analysis.dnsbl.ItemKind;
import org.nxsight.analysis.dnsbl.ListZone;
import org.nxsight.analysis.dnsbl.ListZones;

/** Questions to DNS lists in all formats, over the zones that are known. */
final class ListNames {
  private static final List<ListZone> ALL = ListZones.known().all();
  private static final List<ListZone> OPEN = ALL.stream().filter(z -> !z.closed()).toList();
  private static final List<ListZone> CLOSED = ALL.stream().filter(ListZone::closed).toList();

  private final Dice dice;
  private final PlainNames plain;

  ListNames(Dice dice, PlainNames plain) {
    this.dice = dice;
    this.plain = plain;
  }

  LabelledName notListed() {
    if (dice.chance(0.02)) {
      return ofUnknownList();
    }
    return question(zoneWith(ItemFormat.IP4, ItemFormat.IP6, ItemFormat.DOMAIN), false);
  }

  /** A list that somebody runs for himself. */
  private LabelledName ofUnknownList() {
    String zone = dice.of("bl.", "dnsbl.", "rbl.", "blacklist.", "spam.") + plain.domain();
    String address = item(ItemFormat.IP4);
    return new LabelledName(
        asked(ItemFormat.IP4, address) + "." + zone,
        "A",
        zone,
        Cause.DNSBL_NOT_LISTED,
        new LabelledName.ListItem(zone, ItemKind.IP4, address),
        null);
  }

  LabelledName hash() {
    return question(
        zoneWith(ItemFormat.SHA1, ItemFormat.MD5, ItemFormat.BASE32, ItemFormat.EMAIL), true);
  }

  LabelledName deadList() {
    if (dice.chance(0.3)) {
      // A list whose domain is gone: the registry says so.
      LabelledName asked =
          question(dice.of(OPEN.stream().filter(z -> z.takes(ItemFormat.IP4)).toList()), false);
      String zone = asked.list() == null ? "" : asked.list().zone();
      String top = zone.substring(zone.lastIndexOf('.') + 1);
      return new LabelledName(
          asked.qname(), asked.qtype(), top, Cause.DNSBL_DEAD_LIST, asked.list(), null);
    }
    ListZone zone = dice.of(CLOSED);
    boolean hash = !takesAny(zone, ItemFormat.IP4, ItemFormat.IP6, ItemFormat.DOMAIN);
    LabelledName asked = question(zone, hash);
    return new LabelledName(
        asked.qname(), asked.qtype(), asked.soa(), Cause.DNSBL_DEAD_LIST, asked.list(), null);
  }

  private ListZone zoneWith(ItemFormat... formats) {
    ListZone zone = dice.of(OPEN);
    while (!takesAny(zone, formats)) {
      zone = dice.of(OPEN);
    }
    return zone;
  }

  private static boolean takesAny(ListZone zone, ItemFormat... formats) {
    for (ItemFormat format : formats) {
      if (zone.takes(format)) {
        return true;
      }
    }
    return false;
  }

  private LabelledName question(ListZone zone, boolean hash) {
    ItemFormat format = dice.of(List.of(ItemFormat.values()));
    while (!zone.takes(format) || isHash(format) != hash) {
      format = dice.of(List.of(ItemFormat.values()));
    }
    String item = item(format);
    String key = dice.digits(Dice.ALPHANUMERIC, 26);
    String left = asked(format, item);
    String qname =
        switch (zone.key()) {
          case NONE -> left + "." + zone.name();
          case BEHIND ->
              left + (hash ? dice.of("._email", "._file", "") : "") + "." + key + "." + zone.name();
          case FRONT -> key + "." + left + "." + zone.name();
        };
    String shown = format == ItemFormat.EMAIL ? "*" + item.substring(item.indexOf('@')) : item;
    return new LabelledName(
        qname,
        dice.of("A", "A", "A", "TXT"),
        zone.name(),
        hash ? Cause.DNSBL_HASH : Cause.DNSBL_NOT_LISTED,
        new LabelledName.ListItem(zone.name(), kind(format), shown),
        null);
  }

  private static boolean isHash(ItemFormat format) {
    return switch (format) {
      case IP4, IP6, DOMAIN -> false;
      case SHA1, MD5, BASE32, EMAIL -> true;
    };
  }

  private static ItemKind kind(ItemFormat format) {
    return switch (format) {
      case IP4 -> ItemKind.IP4;
      case IP6 -> ItemKind.IP6;
      case DOMAIN -> ItemKind.DOMAIN;
      case SHA1, MD5, BASE32 -> ItemKind.HASH;
      case EMAIL -> ItemKind.EMAIL;
    };
  }

  private String item(ItemFormat format) {
    return switch (format) {
      case IP4 ->
          dice.between(1, 223)
              + "."
              + dice.below(256)
              + "."
              + dice.below(256)
              + "."
              + dice.below(256);
      case IP6 -> "2a0" + dice.digits(Dice.HEX, 29);
      case DOMAIN -> (dice.chance(0.1) ? "www." : "") + plain.domain();
      case SHA1 -> dice.digits(Dice.HEX, 40);
      case MD5 -> dice.digits(Dice.HEX, 32);
      case BASE32 -> dice.digits(Dice.BASE32, dice.chance(0.5) ? 32 : 52);
      case EMAIL -> dice.of(Words.FIRST_NAMES) + "@" + plain.domain();
    };
  }

  private static String asked(ItemFormat format, String item) {
    return switch (format) {
      case IP4 -> reversed(item.split("\\.", -1));
      case IP6 -> reversed(String.join(".", item.split("", 32)).split("\\.", -1));
      default -> item;
    };
  }

  /** An IPv6 address as 32 digits stands for itself when it is compared. */
  static String digits(String address) {
    if (!address.contains(":")) {
      return address;
    }
    String[] halves = address.split("::", -1);
    String head = hex(halves[0]);
    String tail = halves.length > 1 ? hex(halves[1]) : "";
    return head + "0".repeat(32 - head.length() - tail.length()) + tail;
  }

  private static String hex(String groups) {
    StringBuilder text = new StringBuilder();
    for (String group : groups.isEmpty() ? new String[0] : groups.split(":", -1)) {
      text.append("0".repeat(4 - group.length())).append(group);
    }
    return text.toString();
  }

  private static String reversed(String[] parts) {
    StringBuilder text = new StringBuilder();
    for (int i = parts.length - 1; i >= 0; i--) {
      text.append(parts[i]).append(i == 0 ? "" : ".");
    }
    return text.toString();
  }
}
