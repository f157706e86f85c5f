package org.nxsight.analysis.condensing;

import static org.nxsight.analysis.findings.Traffic.HOUR;
import static org.nxsight.analysis.findings.Traffic.MINUTE;
import static org.nxsight.analysis.findings.Traffic.SECOND;
import static org.nxsight.analysis.findings.Traffic.START_NANOS;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nxsight.analysis.dga.families.Families;
import org.nxsight.analysis.dga.families.Family;
import org.nxsight.analysis.dnsbl.ItemFormat;
import org.nxsight.analysis.dnsbl.ListZone;
import org.nxsight.analysis.dnsbl.ListZones;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Setting;
import org.nxsight.analysis.findings.Traffic;

/**
 * Traffic of which one kind of finding is told, though not when a setting has its largest value.
 */
final class SettingScenes {
  /** One whose slips are watched. */
  static final String BRAND = "wikipedia.org";

  /** One of the user's own. */
  static final String OWN = "example.org";

  /** One that is watched as never sending mail. */
  static final String SILENT = "parked.example.com";

  private static final String LIST = "bl.spamcop.net.";
  private static final String DOMAIN_LIST = "dbl.spamhaus.org.";
  private static final int RESOLVERS = 5;

  private final Traffic traffic = new Traffic();
  private final SplittableRandom random = new SplittableRandom(3);

  private SettingScenes() {}

  static Traffic of(Setting setting) throws IOException {
    SettingScenes scene = new SettingScenes();
    scene.play(setting);
    return scene.traffic;
  }

  private void play(Setting setting) throws IOException {
    switch (setting) {
      case DANGLING_REFERENCE_TARGET_QUESTIONS, DANGLING_REFERENCE_TARGET_MINUTES -> target();
      case DGA_GROUP_KNOWN_NAMES -> known("ranbyus", 4);
      case LIST_HEALTH_REFUSED_SHARE -> health(1, 5);
      case LIST_HEALTH_FAILED_SHARE -> health(2, 2);
      case LIST_HEALTH_QUESTIONS, LIST_HEALTH_LISTED_SHARE -> health(0, 199);
      case NEVER_MAIL_WATCHED_QUESTIONS -> asked(SILENT, DOMAIN_LIST, 9);
      case NEVER_MAIL_RESERVED_QUESTIONS -> asked("7.2.0.192", LIST, 60);
      case NEVER_MAIL_PRIVATE_QUESTIONS -> asked("7.7.1.10", LIST, 210);
      case NEVER_MAIL_PUBLISHED_QUESTIONS, NEVER_MAIL_PUBLISHED_RESOLVERS -> published();
      case SELF_CHECK_UNKNOWN_LISTS -> check(0, 15);
      case SELF_CHECK_MANY_LISTS -> check(20, 40);
      case NAME_LEAK_OWN_QUESTIONS -> missing("wpad." + OWN + ".", "A", OWN + ".", 10);
      default -> play(setting.kind());
    }
  }

  private void play(FindingKind kind) throws IOException {
    switch (kind) {
      case BIRTH -> {
        missing("update.old-vendor-gone.com.", "A", "com.", 60);
        answered("update.old-vendor-gone.com.", START_NANOS + 8 * HOUR, 1);
      }
      case DEATH -> {
        answered("api.gone-vendor.com.", START_NANOS - 10 * HOUR, 60);
        missing("api.gone-vendor.com.", "A", "com.", 30);
      }
      case EXPIRED_DOMAIN, DEFUNCT_SERVICE -> {
        boolean whole = kind == FindingKind.EXPIRED_DOMAIN;
        answered("api.gone-vendor.com.", START_NANOS - HOUR, 1);
        missing("api.gone-vendor.com.", "A", whole ? "com." : "gone-vendor.com.", 60);
      }
      case DANGLING_REFERENCE -> {
        for (int i = 0; i < 20; i++) {
          traffic
              .nxdomain(at(i), "shop.example.net.", "A", "cdn.test.")
              .answer("shop.example.net.", "CNAME", "gone.cdn.test.")
              .to(resolver(i));
        }
      }
      case DGA_GROUP -> group();
      case DEAD_BOTNET -> known("conficker-a", 3);
      case RANDOM_SUBDOMAIN_FLOOD -> flood("victim.example.net.");
      case LIST_SPIKE -> listSpike();
      case SELF_CHECK -> check(3, 10);
      case LIST_LEARNED -> learned("hosts.quarry.example.org.");
      case SPAMTRAP_CANDIDATE -> missing("nobody-reads-this-mail.com.", "MX", "com.", 500);
      case BRAND_TYPOS -> missing("www.wikipedai.org.", "A", "org.", 20);
      case LOOKALIKE_SCAN -> lookAlikes();
      case NAME_LEAK -> missing("wpad.nobody-has-this.com.", "A", "com.", 40);
      case LAME_ZONE -> failing("lame.example.net.", 5, 0);
      case DNSSEC_BROKEN -> failing("bogus.org.", 2, 6);
      case ZONE_REFUSED -> {
        answered("www.refused.net.", START_NANOS - HOUR, 1);
        failing("refused.net.", 5, 0);
      }
      case LAME_SERVER -> {
        failing("half-lame.net.", 5, 0);
        for (int i = 0; i < 30; i++) {
          String name = "h" + i + ".half-lame.net.";
          traffic.add(at(i), name, "A").answer(name, "A", "192.0.2.9").from("192.0.2.99");
        }
      }
      case EDNS_BROKEN -> noEdns();
      case SPIKE -> spike("example.com.");
      default -> throw new IllegalArgumentException("no scene of " + kind);
    }
  }

  private static long at(int minute) {
    return START_NANOS + minute * MINUTE;
  }

  private static String resolver(int i) {
    return "198.51.100." + (1 + i % RESOLVERS);
  }

  /** Missed every three minutes by several resolvers. */
  private void missing(String name, String type, String zone, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      traffic.nxdomain(at(3 * i), name, type, zone).to(resolver(i));
    }
  }

  /** Answered every ten minutes by several resolvers. */
  private void answered(String name, long from, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      traffic
          .add(from + i * 10L * MINUTE, name, "A")
          .answer(name, "A", "192.0.2.200")
          .to(resolver(i));
    }
  }

  private void target() throws IOException {
    for (int i = 0; i < 8; i++) {
      traffic
          .add(at(20 * i), "harbour.org.", "MX")
          .answer("harbour.org.", "MX", "10 mail.gone-provider.com.");
      traffic.nxdomain(at(20 * i + 1), "mail.gone-provider.com.", "A", "com.").to(resolver(i));
    }
  }

  private String letters(int count) {
    StringBuilder out = new StringBuilder();
    for (int left = count; left > 0; left--) {
      out.append((char) ('a' + random.nextInt(26)));
    }
    return out.toString();
  }

  private void group() throws IOException {
    for (int i = 0; i < 12; i++) {
      traffic.nxdomain(START_NANOS + 20L * i * SECOND, letters(14) + ".com.", "A", "com.");
    }
  }

  private void known(String name, int count) throws IOException {
    Family family =
        Families.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    List<String> names = new ArrayList<>();
    family.names(family.seeds().getFirst(), LocalDate.of(2026, 3, 2), count, names::add);
    // Enough of another day for the program to believe that it is that day.
    for (int i = 0; i < 10_000; i++) {
      traffic.nxdomain(START_NANOS - HOUR + i, "nobody-has-this.com.", "A", "com.");
    }
    for (int i = 0; i < 12; i++) {
      String each = names.get(i % count);
      String zone = each.substring(each.indexOf('.') + 1) + ".";
      traffic.nxdomain(at(i), each + ".", "A", zone).to(resolver(i));
    }
  }

  private void flood(String zone) throws IOException {
    for (int i = 0; i < 150; i++) {
      traffic.nxdomain(START_NANOS + 5L * i * SECOND, letters(10) + "." + zone, "A", zone);
    }
    for (int i = 0; i < 900; i++) {
      traffic
          .nxdomain(at(12) + i * SECOND / 30, letters(10) + "." + zone, "A", zone)
          .to("198.51.100." + (1 + random.nextInt(30)));
    }
  }

  private void asked(String item, String list, int times) throws IOException {
    missing(item + "." + list, "A", list, times);
  }

  private void listSpike() throws IOException {
    for (int i = 0; i < 100; i++) {
      traffic.nxdomain(at(i), "77.100.51.198." + LIST, "A", LIST).to(resolver(i));
    }
    for (int i = 0; i < 400; i++) {
      traffic
          .nxdomain(at(100) + i * SECOND / 2, "77.100.51.198." + LIST, "A", LIST)
          .to("198.51.100." + (1 + i % 20));
    }
  }

  /** A list that refuses (1), fails (2) or lists, but for every so manieth question. */
  private void health(int how, int other) throws IOException {
    for (int i = 0; i < 199; i++) {
      String name = i + ".100.51.198." + LIST;
      Traffic.Response response = traffic.add(START_NANOS + i * SECOND, name, "A").to(resolver(i));
      if (i % other == 0) {
        response.rcode(3).soa(LIST);
      } else if (how == 2) {
        response.rcode(2);
      } else {
        response.answer(name, "A", how == 1 ? "127.255.255.254" : "127.0.0.2");
      }
    }
  }

  private void published() throws IOException {
    String name = "silent.example.org.";
    for (int i = 0; i < 4; i++) {
      traffic.add(at(0), name, "TXT").answer(name, "TXT", "\"v=spf1 -all\"").to(resolver(i));
    }
    asked("silent.example.org", DOMAIN_LIST, 40);
  }

  /** One resolver asks lists about somebody, and usually others; 0 when it never asked before. */
  private void check(int usual, int lists) throws IOException {
    for (int i = 0; i < 60 && usual > 0; i++) {
      ask(at(i), i + ".7.3.91", usual);
    }
    ask(at(60), "77.7.3.91", lists);
    traffic.nxdomain(at(120), "1.7.3.91." + LIST, "A", LIST).to("198.51.100.99");
  }

  private void ask(long from, String item, int lists) throws IOException {
    List<ListZone> all =
        ListZones.known().all().stream()
            .filter(each -> !each.closed() && each.takes(ItemFormat.IP4))
            .filter(each -> each.key() == ListZone.KeyPlace.NONE)
            .toList();
    for (int i = 0; i < lists; i++) {
      String list = all.get(i).name() + ".";
      traffic.nxdomain(from + i * SECOND / 10, item + "." + list, "A", list);
    }
  }

  private void learned(String zone) throws IOException {
    for (int i = 0; i < 400; i++) {
      String name = i % 250 + "." + i % 7 + "." + i % 90 + ".91." + zone;
      traffic.nxdomain(START_NANOS + i * 10L * SECOND, name, "A", zone).to(resolver(i));
    }
  }

  private void lookAlikes() throws IOException {
    for (int i = 0; i < 120 + 12; i++) {
      String name = "wiki" + letters(1) + "pedia.org.";
      traffic.nxdomain(i < 12 ? at(5 * i) : at(61) + 2L * i * SECOND, name, "A", "org.");
    }
  }

  private void failing(String zone, int rcode, int extendedError) throws IOException {
    for (int i = 0; i < 30; i++) {
      Traffic.Response response =
          traffic.add(at(i), "h" + i + "." + zone, "A").rcode(rcode).to(resolver(i));
      if (extendedError > 0) {
        response.ede(extendedError);
      }
    }
  }

  private void noEdns() throws IOException {
    for (int i = 0; i < 60; i++) {
      String name = "h" + i % 4 + ".old-server.net.";
      traffic.add(at(i), name, "A").rcode(1).to(resolver(i));
      traffic.add(at(i) + SECOND, name, "A").answer(name, "A", "192.0.2.200").to(resolver(i));
    }
  }

  private void spike(String zone) throws IOException {
    for (int minute = 0; minute < 60; minute++) {
      int count = minute < 45 || minute > 50 ? 5 : 300;
      for (int i = 0; i < count; i++) {
        traffic.nxdomain(at(minute) + i * (MINUTE / count), "h" + i + "." + zone, "A", zone);
      }
    }
  }
}
