package org.nxsight.bench.evaluate;

import org.nxsight.analysis.causes.Cause;

/** What is no name, what tests the DNS, and names of addresses. */
final class SystemNames {
  private final Dice dice;
  private final PlainNames plain;

  SystemNames(Dice dice, PlainNames plain) {
    this.dice = dice;
    this.plain = plain;
  }

  LabelledName noName() {
    String domain = plain.domain();
    String top = domain.substring(domain.lastIndexOf('.') + 1);
    String suffix = PlainNames.suffix(domain);
    String address =
        dice.of("192.168.", "10.0.", "172.16.", "8.8.", "91.23.")
            + dice.below(256)
            + "."
            + dice.below(256);
    String file = dice.of(Words.ENGLISH) + dice.of("", "-" + dice.below(99));
    return switch (dice.below(14)) {
      case 12 -> noName("[2a02:" + dice.below(999) + "::" + dice.below(99) + "]", ".");
      case 13 -> noName("ldap://" + address + "/" + file, ".");
      case 0 -> noName("http://www." + domain, suffix);
      case 1 -> noName("https\\://" + domain, suffix);
      case 2 -> noName(domain + "/" + dice.of("index", "login", "wp-admin"), ".");
      case 3 -> noName(dice.of(Words.FIRST_NAMES) + "@" + domain, suffix);
      case 4, 5 -> noName(address, ".");
      case 6 -> noName(address + ":" + dice.between(80, 9000), ".");
      case 7 -> noName(file + "." + dice.of("html", "php", "jpg", "png", "js", "pdf", "exe"), ".");
      case 8 ->
          noName(
              dice.of("jquery.min.js", "style.css", "logo.gif", "config.json", "setup.msi"), ".");
      case 9 -> noName(dice.of("\\009", "\\013", "\\194\\160") + "www." + domain, suffix);
      case 10 -> noName("c:\\\\windows\\\\" + file + "." + dice.of("exe", "dll", "ini"), ".");
      default -> noName(file + "?id=" + dice.below(1000) + "." + top, top);
    };
  }

  private static LabelledName noName(String text, String soa) {
    return new LabelledName(text, "A", soa, Cause.NON_DNS_STRING);
  }

  LabelledName minimised() {
    String domain = plain.domain();
    return dice.chance(0.7)
        ? new LabelledName(
            "_." + domain, dice.of("A", "NS"), PlainNames.suffix(domain), Cause.QMIN_ARTEFACT)
        : new LabelledName(
            "_." + dice.of(Words.HOSTS) + "." + domain, "A", domain, Cause.QMIN_ARTEFACT);
  }

  LabelledName probe() {
    String domain = plain.domain();
    return switch (dice.below(7)) {
      case 0 -> probe("_ta-" + dice.of("4f66", "4a5c-4f66", "9728"), "NULL", ".");
      case 1 ->
          probe("root-key-sentinel-" + dice.of("is", "not") + "-ta-20326." + domain, "A", domain);
      case 2 ->
          probe(
              "_er.1." + domain + "." + dice.between(1, 24) + "._er.agent." + domain,
              "TXT",
              "agent." + domain);
      case 3 -> probe(dice.of("id.server", "version.server"), "TXT", ".");
      case 4 -> probe(dice.of("version.bind", "hostname.bind", "authors.bind"), "TXT", ".");
      case 5 -> probe("\\000." + dice.of(Words.HOSTS) + "." + domain, "A", domain);
      default -> probe(dice.of(Words.HOSTS) + "\\000." + domain, "NSEC", domain);
    };
  }

  private static LabelledName probe(String qname, String qtype, String soa) {
    return new LabelledName(qname, qtype, soa, Cause.DNS_PROBE);
  }

  LabelledName ofPrivateAddress() {
    int a = dice.below(256);
    int b = dice.below(256);
    return switch (dice.below(7)) {
      case 0, 1 -> reverse(a + "." + b + "." + dice.below(256) + ".10", "10", Cause.PTR_PRIVATE);
      case 2, 3 -> reverse(a + "." + b + ".168.192", "168.192", Cause.PTR_PRIVATE);
      case 4 -> reverse(a + "." + b + ".20.172", "20.172", Cause.PTR_PRIVATE);
      case 5 ->
          reverse(
              a + "." + b + "." + dice.of("254.169", "64.100", "101.100"), "", Cause.PTR_PRIVATE);
      default -> reverse6(dice.of("fd", "fe80"), Cause.PTR_PRIVATE);
    };
  }

  LabelledName ofReservedAddress() {
    String a = dice.below(256) + "." + dice.below(256) + ".";
    return switch (dice.below(4)) {
      case 0 -> reverse(a + dice.below(256) + "." + dice.between(224, 255), "", Cause.PTR_RESERVED);
      case 1 ->
          reverse(
              dice.below(256) + "." + dice.of("2.0.192", "100.51.198", "113.0.203"),
              "",
              Cause.PTR_RESERVED);
      case 2 -> reverse(dice.below(256) + ".0.0." + dice.of("127", "0"), "", Cause.PTR_RESERVED);
      default -> reverse6(dice.of("ff02", "20010db8", "00000000"), Cause.PTR_RESERVED);
    };
  }

  LabelledName ofPublicAddress() {
    if (dice.chance(0.25)) {
      return reverse6(dice.of("2a02", "2600", "2001067c", "2c0f"), Cause.PTR_NO_RDNS);
    }
    String zone =
        dice.below(256)
            + "."
            + dice.below(256)
            + "."
            + dice.of("91", "5", "203", "80", "24", "190");
    return reverse(dice.below(256) + "." + zone, zone, Cause.PTR_NO_RDNS);
  }

  private LabelledName reverse(String octets, String zone, Cause cause) {
    String top = "in-addr.arpa";
    String qtype = dice.chance(0.97) ? "PTR" : dice.of("SOA", "NS", "A");
    return new LabelledName(
        octets + "." + top, qtype, zone.isEmpty() ? top : zone + "." + top, cause);
  }

  private LabelledName reverse6(String first, Cause cause) {
    String address = first + dice.digits(Dice.HEX, 32 - first.length());
    StringBuilder qname = new StringBuilder();
    for (int i = address.length() - 1; i >= 0; i--) {
      qname.append(address.charAt(i)).append('.');
    }
    return new LabelledName(qname + "ip6.arpa", "PTR", "ip6.arpa", cause);
  }
}
