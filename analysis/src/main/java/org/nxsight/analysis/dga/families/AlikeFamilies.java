package org.nxsight.analysis.dga.families;

import static org.nxsight.analysis.dga.families.AlikeFamily.drawn;
import static org.nxsight.analysis.dga.families.AlikeFamily.spoken;
import static org.nxsight.analysis.dga.families.Seeding.DAY;
import static org.nxsight.analysis.dga.families.Seeding.SEED;
import static org.nxsight.analysis.dga.families.Seeding.SEED_AND_DAY;

import java.util.List;

/**
 * Families whose names we give only alike: the lengths, letters and suffixes that are described,
 * drawn at random.
 */
final class AlikeFamilies {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String A_TO_Y = "abcdefghijklmnopqrstuvwxy";
  private static final String LETTERS_AND_FIGURES = LETTERS + "0123456789";
  private static final String HEX = "0123456789abcdef";
  private static final String CONSONANTS = "bcdfghjklmnpqrstvwxz";
  private static final String VOWELS = "aeiou";

  /** The survey that has most of these families. */
  private static final String STUDY =
      "D. Plohmann and others, A Comprehensive Measurement Study of Domain Generating Malware,"
          + " USENIX Security 2016";

  private static final String NOTES = "J. Bader, notes on domain generation algorithms, 2014-2022";

  private AlikeFamilies() {}

  static List<Family> all() {
    return List.of(
        of("bedep", SEED_AND_DAY, drawn(12, 18, LETTERS_AND_FIGURES), STUDY, "com"),
        dead("emotet", DAY, drawn(16, 16, A_TO_Y), STUDY, "eu"),
        dead("murofet-v2", DAY, drawn(12, 16, A_TO_Y), NOTES, "biz", "info", "org", "net", "com"),
        of("vawtrak-v1", SEED, drawn(7, 11, LETTERS), NOTES, "top", "com", "ru"),
        of("rovnix", SEED_AND_DAY, drawn(18, 18, LETTERS_AND_FIGURES), STUDY, "com", "ru", "cn"),
        dead("bamital", DAY, drawn(32, 32, HEX), STUDY, "info", "org", "co.cc", "cz.cc"),
        of("virut", DAY, spoken(6, 6, CONSONANTS, "aeiouy"), STUDY, "com"),
        dead("ramdo", SEED, drawn(16, 16, "acegikmoqsuwy"), STUDY, "org"),
        of("gspy", SEED, drawn(16, 16, HEX), STUDY, "net"),
        dead("torpig", DAY, drawn(7, 9, LETTERS), STUDY, "com", "net", "biz"),
        of("qsnatch", DAY, drawn(5, 6, LETTERS_AND_FIGURES), NOTES, "cf", "tk", "com", "ml", "de"),
        of("mirai", DAY, drawn(12, 12, LETTERS), "Mirai's DGA, 360 Netlab 2016", "online", "tech"),
        of(
            "flubot",
            SEED_AND_DAY,
            drawn(15, 15, A_TO_Y),
            "FluBot, ProDaft 2021",
            "ru",
            "com",
            "cn"),
        of("orchard", DAY, drawn(8, 8, HEX), "Orchard, 360 Netlab 2022", "com", "net", "org"),
        of("bumblebee", SEED, drawn(11, 11, LETTERS_AND_FIGURES), NOTES, "life"),
        of("m0yv", SEED, drawn(5, 9, LETTERS), NOTES, "biz"),
        of("tempedreve", SEED, drawn(7, 11, LETTERS), NOTES, "net", "com", "info", "org"),
        of("tufik", DAY, drawn(13, 16, LETTERS), NOTES, "com", "org", "biz"),
        dead("dnschanger", SEED, drawn(10, 10, LETTERS), NOTES, "com"),
        of("reconyc", SEED, drawn(10, 10, LETTERS_AND_FIGURES), NOTES, "com"),
        of("dmsniff", SEED, drawn(8, 8, LETTERS), NOTES, "com", "org", "net", "ru", "in"),
        dead("bazarbackdoor", DAY, drawn(12, 12, "abcdefghijklmn"), NOTES, "bazar"),
        of("pitou", DAY, spoken(8, 10, CONSONANTS, VOWELS), NOTES, "net", "com", "org", "mobi"),
        of("sphinx", SEED_AND_DAY, drawn(16, 16, LETTERS), STUDY, "com"),
        of("enviserv", SEED, drawn(10, 10, HEX), "Enviserv, 360 Netlab 2017", "com", "net", "org"),
        dead("feodo", DAY, drawn(15, 16, LETTERS), STUDY, "ru"),
        of("tinynuke", DAY, drawn(32, 32, HEX), STUDY, "com"),
        of("omexo", SEED, drawn(32, 32, HEX), STUDY, "net"),
        of("madmax", DAY, drawn(10, 10, LETTERS_AND_FIGURES), STUDY, "com", "info", "net", "org"),
        of("hesperbot", SEED, drawn(8, 24, LETTERS), STUDY, "com"),
        of("infy", DAY, drawn(8, 8, HEX), STUDY, "space", "net", "top", "site"),
        dead("srizbi", DAY, drawn(8, 8, "aeioupqrstydfgw"), "J. Wolf, Srizbi, FireEye 2008", "com"),
        of("ekforward", DAY, drawn(8, 8, LETTERS), STUDY, "eu"),
        of("pandabanker", SEED_AND_DAY, drawn(12, 12, HEX), STUDY, "com"));
  }

  private static Family of(
      String name, Seeding seeding, AlikeFamily.Label label, String source, String... suffixes) {
    return AlikeFamily.draft(name, seeding, suffixes)
        .describedIn(source)
        .by(AlikeFamily.generator(name, seeding, label, suffixes));
  }

  private static Family dead(
      String name, Seeding seeding, AlikeFamily.Label label, String source, String... suffixes) {
    return AlikeFamily.draft(name, seeding, suffixes)
        .dead()
        .describedIn(source)
        .by(AlikeFamily.generator(name, seeding, label, suffixes));
  }
}
