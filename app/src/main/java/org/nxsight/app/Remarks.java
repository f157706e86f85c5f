package org.nxsight.app;

/** What the summary says behind a count, for those to whom its name does not say enough. */
final class Remarks {
  private Remarks() {}

  /** Of what became of observations for Kafka. */
  static String kafka(String fate) {
    return switch (fate) {
      case "carried_over" -> "an earlier run had left them on disk";
      case "lost" -> "found no room: raise --kafka-spill; or were refused";
      case "spilled" -> "were on disk for a while";
      case "resent" -> "by a second producer: may be there twice";
      case "waiting" -> "on disk, for the next run";
      case "octets" -> "before Kafka compressed them";
      default -> "";
    };
  }

  /** The name of a count of the store. */
  static String storeName(String counter) {
    return counter.equals("rrsets") ? "RRsets" : counter.replace('_', ' ');
  }

  /** Of what the store took. */
  static String store(String counter) {
    return switch (counter) {
      case "rrsets" -> "counted together in ten minutes";
      case "failures" -> "a name does not exist, a server fails or refuses";
      case "nodata" -> "the name exists, not with this type";
      case "without_question", "other_class" -> "not kept";
      default -> "";
    };
  }
}
