package org.nxsight.analysis.dga.training.benign;

import java.util.List;

/** Hosts as they are called by schemes of people and machines. */
final class HostNames {
  private final List<String> hosts;
  private final List<String> sites;
  private final List<String> words;
  private final Dice dice;

  HostNames(Lists lists, ShortLists shorts, Part part, Dice dice) {
    this.dice = dice;
    hosts = shorts.of("host", part);
    sites = shorts.of("site", part);
    words = lists.common().stream().filter(word -> Part.of(word) == part).toList();
  }

  String host() {
    String host = dice.pick(hosts);
    String joint = dice.pick(List.of("-", "-", "", "."));
    return switch (dice.between(0, 8)) {
      case 0 -> host;
      case 1 -> host + padded();
      case 2 -> host + padded() + joint + dice.pick(sites);
      case 3 -> dice.pick(sites) + joint + host + padded();
      case 4 -> host + '-' + dice.pick(words);
      case 5 -> dice.pick(words) + joint + host + dice.maybe(0.3, padded());
      case 6 -> host + '.' + dice.pick(sites) + dice.maybe(0.5, "." + dice.pick(words));
      case 7 ->
          dice.pick(sites)
              + padded()
              + dice.pick(List.of("r", "s", "sw", "ap", "h", "n", "p"))
              + padded();
      default -> host + '.' + dice.pick(words);
    };
  }

  private String padded() {
    int number = dice.between(1, dice.chance(0.7) ? 20 : 300);
    return switch (dice.between(0, 2)) {
      case 0 -> "%02d".formatted(number);
      case 1 -> "%03d".formatted(number);
      default -> Integer.toString(number);
    };
  }

  /** Names that carry an address: {@code ip-10-1-2-3}, {@code 1-2-3-4.dyn}. */
  String address() {
    String joint = dice.pick(List.of("-", "-", "."));
    String address = String.join(joint, octet(), octet(), octet(), octet());
    String prefix =
        dice.pick(
            List.of(
                "ip", "host", "vm", "dhcp", "client", "static", "dyn", "pool", "ppp", "cpe",
                "ec2"));
    return dice.chance(0.7)
        ? prefix + '-' + address
        : address + dice.pick(List.of(".dyn", "-dsl", ".pool", ".rev", ".static"));
  }

  private String octet() {
    return Integer.toString(dice.between(0, 255));
  }

  /** Machines as their makers call them. */
  String device() {
    return switch (dice.between(0, 5)) {
      case 0 -> "desktop-" + dice.some(Dice.LETTERS + Dice.DIGITS, 7, 7);
      case 1 -> "laptop-" + dice.some(Dice.LETTERS + Dice.DIGITS, 8, 8);
      case 2 -> "android-" + dice.some(Dice.HEX, 16, 16);
      case 3 ->
          dice.pick(List.of("brw", "brn", "npi", "sep", "epson", "hp", "axis-", "esp_", "tasmota-"))
              + dice.some(Dice.HEX, 6, 12);
      case 4 ->
          dice.pick(words)
              + "s-"
              + dice.pick(List.of("iphone", "ipad", "macbook-pro", "mbp", "pc", "imac", "galaxy"));
      default -> "win-" + dice.some(Dice.LETTERS + Dice.DIGITS, 11, 11);
    };
  }
}
