package org.nxsight.analysis.dnsbl;

/** What a question to a list means, as one sentence for a person. */
public final class ListSentence {
  private ListSentence() {}

  /**
   * Appends what it means that the list denied the item: {@code the domain netatlantic.com was
   * looked up in SURBL multi, so it stood in somebody's mail, and it is not listed}.
   */
  public static void append(StringBuilder out, ListQuery query) {
    out.append(thing(query.kind())).append(' ');
    query.appendItem(out);
    out.append(" was looked up in ");
    query.appendList(out);
    if (query.isTestPoint()) {
      out.append(" to test whether the list works, and the list did not know it");
      return;
    }
    out.append(", so ").append(why(query));
    if (query.isZoneGone()) {
      out.append(", but the list's domain is gone, and whoever asks should stop");
    } else if (query.isDead()) {
      out.append(", but the list has closed, and whoever asks should stop");
    } else {
      out.append(", and it is not listed");
    }
  }

  private static String thing(ItemKind kind) {
    return switch (kind) {
      case IP4, IP6 -> "the address";
      case DOMAIN -> "the domain";
      case HASH -> "the hash";
      case EMAIL -> "the mail address";
    };
  }

  private static String why(ListQuery query) {
    ListZone zone = query.zone();
    if (zone != null && zone.purpose() == ListZone.Purpose.LOOKUP) {
      return "somebody wanted to know where it belongs";
    }
    return switch (query.kind()) {
      case IP4, IP6 ->
          zone != null && zone.purpose() == ListZone.Purpose.URI
              ? "it stood in somebody's mail"
              : "it connected to somebody's server";
      case DOMAIN, EMAIL -> "it stood in somebody's mail";
      case HASH -> "what it was made of stood in somebody's mail";
    };
  }
}
