package org.nxsight.bench.evaluate;

import java.util.Locale;
import org.nxsight.analysis.causes.Cause;

/** Names meant for somewhere else: private networks, search lists, examples, blocked names. */
final class LeakedNames {
  private final Dice dice;
  private final PlainNames plain;

  LeakedNames(Dice dice, PlainNames plain) {
    this.dice = dice;
    this.plain = plain;
  }

  LabelledName shortName() {
    String host =
        switch (dice.below(9)) {
          case 6 ->
              dice.of("ber", "fra", "nyc", "lon")
                  + dice.of("sql", "dc", "prt", "fs", "app")
                  + dice.of("prd", "dev", "srv", "tst");
          case 7 ->
              dice.of(
                  "wdmycloud",
                  "hplaserjet",
                  "diskstation",
                  "raspberrypi",
                  "openwrt",
                  "synology",
                  "kubernetes");
          case 0 -> "DESKTOP-" + dice.digits(Dice.ALPHANUMERIC, 7).toUpperCase(Locale.ROOT);
          case 1 -> dice.of(Words.FIRST_NAMES) + dice.of("-pc", "s-macbook", "-laptop", "");
          case 2 ->
              dice.of("fileserver", "printserver", "domaincontroller", "exchange01", "timeclock");
          case 3 -> dice.of("brother", "hp", "canon", "epson") + dice.digits(Dice.HEX, 6);
          case 4 ->
              dice.of(Words.PLACES) + dice.of("srv", "dc", "sql", "app") + "0" + dice.between(1, 9);
          case 5 -> dice.of(Words.ENGLISH);
          default -> dice.of(Words.HOSTS);
        };
    return new LabelledName(host, plain.addressType(), ".", Cause.SINGLE_LABEL);
  }

  LabelledName privateName() {
    String top =
        dice.chance(0.75)
            ? dice.of(
                "home",
                "corp",
                "mail",
                "lan",
                "local",
                "internal",
                "localdomain",
                "router",
                "dlink",
                "belkin")
            : dice.of(
                "intranet",
                "hq",
                "priv",
                "lokal",
                "dom",
                "fritz",
                "site1",
                "acme-ad",
                "addomain",
                "workgroup");
    String host =
        switch (dice.below(7)) {
          case 5 ->
              dice.of(
                  "www.google.com",
                  "time.windows.com",
                  "graph.facebook.com",
                  "api.apple-cloudkit.com");
          case 6 -> "192.168.1." + dice.below(256);
          case 0 -> dice.of(Words.FIRST_NAMES) + "-" + dice.of("iphone", "pc", "ipad");
          case 1 -> "www." + dice.of(Words.ENGLISH) + ".com";
          case 2 -> dice.of(Words.ENGLISH) + "." + dice.of(Words.LAST_NAMES);
          case 3 -> "android-" + dice.digits(Dice.HEX, 16);
          default -> dice.of(Words.HOSTS);
        };
    return new LabelledName(host + "." + top, plain.addressType(), ".", Cause.PRIVATE_TLD_LEAK);
  }

  LabelledName browserProbe() {
    String label = dice.digits(Dice.LETTERS, 7, 15);
    if (dice.chance(0.75)) {
      return new LabelledName(label, "A", ".", Cause.CHROMIUM_PROBE);
    }
    String zone = dice.of("", "", "corp.", "ad.") + plain.domain();
    return new LabelledName(label + "." + zone, "A", zone, Cause.CHROMIUM_PROBE);
  }

  LabelledName searchSuffix() {
    String whole =
        dice.chance(0.5)
            ? dice.of(
                "www.google.com",
                "mail.google.com",
                "www.facebook.com",
                "outlook.office365.com",
                "api.dropbox.com",
                "play.googleapis.com",
                "settings-win.data.microsoft.com",
                "gateway.icloud.com",
                "www.amazon.de",
                "api.github.com",
                "clients4.google.com",
                "www.bbc.co.uk",
                "ocsp.digicert.com")
            : dice.of("www.", "mail.", "api.", "")
                + plain.label()
                + dice.of(".com", ".net", ".org", ".de", ".co.uk");
    String domain = plain.domain();
    String suffix = dice.of("", "corp.", "ad.", "office.") + domain;
    return new LabelledName(
        whole + "." + suffix,
        plain.addressType(),
        dice.chance(0.3) ? domain : suffix,
        Cause.SEARCH_SUFFIX_LEAK);
  }

  LabelledName blocked() {
    String tracker = dice.of("ads.", "track.", "pixel.", "stats.", "") + plain.domain();
    return switch (dice.below(5)) {
      case 4 ->
          new LabelledName(tracker, "A", dice.of(".", "localhost"), Cause.REWRITTEN_OR_BLOCKED);
      case 0, 1 ->
          new LabelledName(
              tracker,
              plain.addressType(),
              dice.of("rpz.", "rpz-malware.", "block.rpz.", "dns-rpz.") + plain.domain(),
              Cause.REWRITTEN_OR_BLOCKED);
      case 2 ->
          new LabelledName(tracker, "A", "resolver." + plain.domain(), Cause.REWRITTEN_OR_BLOCKED);
      default ->
          new LabelledName(
              dice.of("www.", "")
                  + dice.of(
                      "facebook.com",
                      "youtube.com",
                      "doubleclick.net",
                      "tiktok.com",
                      "wikipedia.org"),
              "A",
              LabelledName.NO_SOA,
              Cause.REWRITTEN_OR_BLOCKED);
    };
  }

  LabelledName example() {
    String domain = plain.domain();
    return switch (dice.below(9)) {
      case 0 -> example(dice.of(Words.HOSTS) + ".example.com", "example.com");
      case 1 -> example(dice.of("ns1", "www", "host") + ".example", ".");
      case 2 -> example(dice.of(Words.ENGLISH) + "." + dice.of("test", "invalid"), ".");
      case 3 -> example("{{" + dice.of("host", "domain", "server_name") + "}}." + domain, domain);
      case 4 -> example("%s." + domain, domain);
      case 5 -> example("${" + dice.of("hostname", "env", "region") + "}." + domain, domain);
      case 6 -> example("localhost." + domain, domain);
      case 7 -> example("<" + dice.of("host", "your-domain", "tenant") + ">." + domain, domain);
      default ->
          example(
              dice.of("yourdomain.de", "your-company.net", "mydomain.org", "example.co.uk"), "");
    };
  }

  private LabelledName example(String qname, String soa) {
    return new LabelledName(
        qname,
        plain.addressType(),
        soa.isEmpty() ? PlainNames.suffix(qname) : soa,
        Cause.PLACEHOLDER);
  }
}
