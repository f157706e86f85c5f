package org.nxsight.analysis.dga.training.benign;

import java.util.ArrayList;
import java.util.List;

/** Names of sites that exist, their typos, and what is put before and behind a brand. */
final class SiteNames {
  private static final List<String> BAIT =
      List.of(
          "login",
          "secure",
          "account",
          "verify",
          "support",
          "service",
          "update",
          "online",
          "pay",
          "help",
          "mail",
          "shop",
          "store",
          "app",
          "web",
          "info",
          "official",
          "fans",
          "club",
          "blog");

  private final List<String> labels;
  private final List<String> hosts;
  private final List<String> brands;
  private final Dice dice;

  SiteNames(Lists lists, ShortLists shorts, Part part, Dice dice) {
    this.dice = dice;
    labels = labels(lists.sites(), part);
    hosts = new ArrayList<>();
    for (String site : lists.sites()) {
      String host = RunText.leftOfRegistrable(site);
      if (!host.isEmpty() && Part.of(RunText.registrableLabel(site)) == part) {
        hosts.add(host);
      }
    }
    brands = shorts.of("brand", part);
  }

  /** The registrable labels of those sites that are in a part. */
  static List<String> labels(List<String> sites, Part part) {
    return sites.stream()
        .map(RunText::registrableLabel)
        .filter(label -> !label.isEmpty() && Part.of(label) == part)
        .distinct()
        .toList();
  }

  String site() {
    return dice.pick(labels);
  }

  String host() {
    return dice.pick(hosts);
  }

  String siteTypo() {
    return Typo.of(site(), dice);
  }

  String brandTypo() {
    return Typo.of(dice.pick(brands), dice);
  }

  String bait() {
    String joint = dice.pick(List.of("-", "-", ""));
    String word = dice.pick(BAIT);
    String brand = dice.chance(0.5) ? dice.pick(brands) : site();
    String name = dice.chance(0.5) ? brand + joint + word : word + joint + brand;
    return dice.chance(0.3) ? name + joint + dice.pick(BAIT) : name;
  }

  /** Two sites glued, as a search suffix or a missing dot does. */
  String glued() {
    return dice.chance(0.5)
        ? site() + '.' + dice.pick(List.of("com", "net", "org", "de", "local"))
        : dice.pick(List.of("www", "mail", "m", "ftp", "cdn", "static"))
            + dice.maybe(0.5, "-")
            + site();
  }
}
