package org.nxsight.bench.evaluate;

import org.nxsight.analysis.causes.Cause;

/** Domains nobody has and hosts that living zones have not, as people call them. */
public final class PlainNames {
  private final Dice dice;

  public PlainNames(Dice dice) {
    this.dice = dice;
  }

  /** The label of a domain as people have them registered. */
  public String label() {
    return switch (dice.below(18)) {
      case 0, 1, 2 -> dice.of(Words.ENGLISH) + dice.of(Words.ENGLISH);
      case 3 -> dice.of(Words.ENGLISH) + "-" + dice.of(Words.ENGLISH);
      case 4 -> dice.of(Words.OTHERS) + "-" + dice.of(Words.LAST_NAMES);
      case 5 -> dice.of(Words.OTHERS) + dice.of(Words.OTHERS);
      case 6 -> dice.of(Words.FIRST_NAMES) + dice.of(Words.LAST_NAMES);
      case 7 -> dice.of(Words.LAST_NAMES) + dice.of("law", "group", "consulting", "it", "foto", "");
      case 8 -> dice.of(Words.SYLLABLES) + dice.of(Words.SYLLABLES) + dice.of(Words.SYLLABLES);
      case 9 -> dice.of(Words.SYLLABLES) + dice.of(Words.SYLLABLES) + dice.between(1, 999);
      case 10 -> dice.digits(Dice.LETTERS, 3, 5);
      case 11 -> dice.of("the", "my", "get", "go", "best", "e", "i") + dice.of(Words.ENGLISH);
      case 13 -> dice.chance(0.4) ? acronym() : dice.of(Words.LAST_NAMES) + dice.of(Words.ENGLISH);
      case 14 -> dice.of(Words.FIRST_NAMES) + "-" + dice.of(Words.ENGLISH);
      case 16 -> dice.of(Words.OTHERS) + dice.of("s", "n", "en", "er", "") + dice.of(Words.OTHERS);
      case 17 -> shortened(dice.of(Words.ENGLISH) + dice.of(Words.ENGLISH));
      case 12 -> dice.of(Words.ENGLISH) + dice.of("24", "365", "4u", "2000", "hub", "ly", "online");
      default -> dice.of(Words.OTHERS) + dice.of(Words.PLACES);
    };
  }

  /** As young companies write themselves: without the vowels but the first letter. */
  private static String shortened(String words) {
    return words.charAt(0) + words.substring(1).replaceAll("[aeiou]", "");
  }

  /** First letters of words and syllables, or numbers that sound like them. */
  private String acronym() {
    StringBuilder text = new StringBuilder();
    int letters = dice.between(4, 7);
    for (int i = 0; i < letters; i++) {
      text.append(dice.of(dice.chance(0.5) ? Words.SYLLABLES : Words.OTHERS).charAt(0));
    }
    return switch (dice.below(3)) {
      case 0 -> dice.digits("0123456789", 5, 7);
      case 1 -> text + dice.of("gmbh", "ltd", "inc", "edu", "88", "");
      default -> text.toString();
    };
  }

  /** A registrable domain. */
  public String domain() {
    return label() + "." + dice.of(Words.SUFFIXES);
  }

  /** The suffix of a domain made here. */
  public static String suffix(String domain) {
    return domain.substring(domain.indexOf('.') + 1);
  }

  String addressType() {
    return dice.of("A", "A", "A", "A", "AAAA", "AAAA", "HTTPS");
  }

  LabelledName unregistered() {
    if (dice.chance(0.02)) {
      // Delegated ends that look like those of files.
      String end = dice.of("zip", "mov", "sh", "app", "py", "pl", "rs", "md");
      return new LabelledName(
          dice.of("report", "invoice", "install", "backup", "holiday-video", "readme", "setup")
              + dice.between(1, 99)
              + "."
              + end,
          addressType(),
          end,
          Cause.UNREGISTERED);
    }
    String domain = domain();
    String host =
        dice.chance(0.5) ? "" : dice.of("www", "www", "www", "mail", "ftp", "shop", "ns1") + ".";
    String qtype = dice.chance(0.9) ? addressType() : dice.of("NS", "TXT", "SOA", "DS");
    return new LabelledName(host + domain, qtype, suffix(domain), Cause.UNREGISTERED);
  }

  LabelledName mailToNowhere() {
    String domain = domain();
    return new LabelledName(domain, "MX", suffix(domain), Cause.MAIL_TO_NOWHERE);
  }

  LabelledName host() {
    String domain = domain();
    String address = dice.between(1, 254) + "-" + dice.below(256) + "-" + dice.below(256);
    return switch (dice.below(20)) {
      case 16 -> missing("static." + address.replace('-', '.') + ".7.clients", "your-server.de");
      case 17 ->
          missing(
              dice.of("web-", "internal-prod-lb-", "api-", "i-0")
                  + dice.digits(Dice.HEX, 10)
                  + dice.of("", "-" + dice.digits(Dice.ALPHANUMERIC, 5))
                  + dice.of(".eu-west-1.elb", ".prod", ".blob.core"),
              domain);
      case 18 ->
          missing(
              dice.of("www", "mail", "ns1") + "." + dice.of("info", "net", "edu", "shop"), domain);
      case 0 ->
          missing(address + "-" + dice.below(256) + "." + dice.of("dyn", "pool", "dsl"), domain);
      case 1 ->
          missing(
              address.replace('-', '.') + "." + dice.below(256) + "." + dice.of("dyn", "cust"),
              domain);
      case 2 ->
          missing(
              "ec2-" + address + "-" + dice.below(256) + ".eu-central-1.compute", "amazonaws.com");
      case 3 -> missing("d" + dice.digits(Dice.ALPHANUMERIC, 13), "cloudfront.net");
      case 4 ->
          missing(
              "www." + domain,
              dice.of("edgekey.net", "edgesuite.net", "cdn.cloudflare.net", "b-cdn.net"));
      case 5 -> missing(dice.digits(Dice.HEX, dice.chance(0.5) ? 32 : 40) + ".cdn", domain);
      case 6 ->
          missing(label(), dice.of("github.io", "herokuapp.com", "netlify.app", "blogspot.com"));
      case 7 -> missing(dice.of(Words.HOSTS) + "." + dice.of(Words.PLACES), domain);
      case 8 -> missing(dice.of("www.", "") + dice.of("de", "fr", "jp", "uk", "nl"), domain);
      case 9 -> missing("_" + dice.of(Words.ENGLISH), domain);
      case 10 -> missing(dice.of(Words.ENGLISH) + dice.between(1, 20), domain);
      case 11 -> missing(dice.of(Words.FIRST_NAMES) + "-" + dice.of("pc", "laptop", "mac"), domain);
      default -> missing(dice.of(Words.HOSTS), domain);
    };
  }

  private LabelledName missing(String host, String zone) {
    return new LabelledName(host + "." + zone, addressType(), zone, Cause.MISSING_HOST);
  }
}
