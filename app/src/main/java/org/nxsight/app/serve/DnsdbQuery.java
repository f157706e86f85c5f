package org.nxsight.app.serve;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nxsight.store.pdns.BadQuestionException;
import org.nxsight.store.pdns.PdnsQuestion;
import org.nxsight.store.pdns.Subject;
import org.nxsight.store.pdns.TimeFences;
import org.nxsight.store.pdns.TypeSelection;

/**
 * A lookup or summary as DNSDB API version 2 has it in the URL.
 *
 * <pre>
 *   {lookup|summarize}/rrset/name/NAME[/TYPES[/BAILIWICK]]
 *   {lookup|summarize}/rrset/raw/HEX[/TYPES[/BAILIWICK]]
 *   {lookup|summarize}/rdata/name/NAME[/TYPES]
 *   {lookup|summarize}/rdata/ip/ADDRESS[,PREFIX or -LAST]
 *   {lookup|summarize}/rdata/raw/HEX[/TYPES]
 *      ?limit offset max_count aggr time_first_{after,before} time_last_{after,before}
 * </pre>
 *
 * @param question what is asked
 * @param summary whether only a summary is wanted
 * @param maxCount with which sum of counts a summary ends
 */
record DnsdbQuery(PdnsQuestion question, boolean summary, long maxCount) {
  /** The records of an answer when no limit is given. */
  static final long DEFAULT_LIMIT = 10_000;

  /** The most records of an answer: 1,000,000 of about 150 octets make 150 MB. */
  static final long MOST_RECORDS = 1_000_000;

  /** The largest offset: what it passes over has to be read. */
  static final long MOST_OFFSET = 3_000_000;

  private static final List<String> PARAMETERS =
      List.of(
          "limit",
          "aggr",
          "time_first_after",
          "time_first_before",
          "time_last_after",
          "time_last_before",
          "swclient",
          "version",
          "id");

  private static final Set<String> SAYS_NOTHING = Set.of("swclient", "version", "id");

  /** An offset that is too large. */
  static final class OffsetException extends BadQuestionException {
    OffsetException() {
      super("the offset is above " + MOST_OFFSET);
    }
  }

  /** The parameters that look-ups, summaries or both take. */
  static String[] parameters(boolean lookups, boolean summaries) {
    List<String> all = new ArrayList<>(PARAMETERS);
    if (lookups) {
      all.add("offset");
    }
    if (summaries) {
      all.add("max_count");
    }
    return all.toArray(String[]::new);
  }

  /**
   * Reads the segments behind {@code /dnsdb/v2} and the parameters.
   *
   * @param nowSeconds the time that negative times count from
   */
  static DnsdbQuery parse(List<String> path, String rawQuery, long nowSeconds)
      throws BadQuestionException {
    boolean summary = path.getFirst().equals("summarize");
    if (path.size() < 4) {
      throw new BadQuestionException("what is looked for is missing behind " + path.getLast());
    }
    String kind = path.get(1) + "/" + path.get(2);
    String value = path.get(3);
    int most =
        switch (kind) {
          case "rrset/name", "rrset/raw" -> 6;
          case "rdata/name", "rdata/raw" -> 5;
          case "rdata/ip" -> 5;
          default ->
              throw new BadQuestionException(
                  "rrset/name, rrset/raw, rdata/name, rdata/ip or rdata/raw is expected");
        };
    if (path.size() > most) {
      throw new BadQuestionException(
          "too many parts in the path; a / inside a name is written %2F");
    }
    PdnsQuestion question = PdnsQuestion.about(subject(kind, value));
    if (path.size() > 4 && !path.get(4).isEmpty()) {
      question = question.withTypes(TypeSelection.parse(path.get(4)));
    }
    if (path.size() > 5 && !path.get(5).isEmpty()) {
      question = question.withBailiwick(path.get(5));
    }
    return withParameters(question, parameters(rawQuery), summary, nowSeconds);
  }

  private static Subject subject(String kind, String value) throws BadQuestionException {
    return switch (kind) {
      case "rrset/name" -> Subject.rrset(name(value));
      case "rrset/raw" -> Subject.rrsetRaw(value);
      case "rdata/name" -> Subject.rdataName(name(value));
      case "rdata/ip" -> Subject.rdataIp(value);
      default -> Subject.rdataRaw(value);
    };
  }

  /**
   * A name, its slashes and commas decoded once more: dnsdbq wants them written %2F and %2C in its
   * batches, and then encodes the percent sign.
   */
  private static String name(String decoded) {
    return decoded.replace("%2F", "/").replace("%2f", "/").replace("%2C", ",").replace("%2c", ",");
  }

  private static DnsdbQuery withParameters(
      PdnsQuestion question, Map<String, String> parameters, boolean summary, long nowSeconds)
      throws BadQuestionException {
    long limit = DEFAULT_LIMIT;
    long offset = 0;
    long maxCount = Long.MAX_VALUE;
    boolean aggregated = true;
    long[] fences = {
      TimeFences.NO_LOWER, TimeFences.NO_UPPER, TimeFences.NO_LOWER, TimeFences.NO_UPPER
    };
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String name = parameter.getKey();
      String value = parameter.getValue();
      switch (name) {
        case "limit" -> limit = number(name, value);
        case "offset" -> offset = number(name, value);
        case "max_count" -> maxCount = number(name, value);
        case "aggr" -> aggregated = truth(name, value);
        case "time_first_after" -> fences[0] = time(name, value, nowSeconds);
        case "time_first_before" -> fences[1] = time(name, value, nowSeconds);
        case "time_last_after" -> fences[2] = time(name, value, nowSeconds);
        case "time_last_before" -> fences[3] = time(name, value, nowSeconds);
        default -> {
          if (!SAYS_NOTHING.contains(name)) {
            throw new BadQuestionException("unknown parameter in the URL");
          }
        }
      }
    }
    check(summary, offset, maxCount);
    PdnsQuestion complete =
        question
            .withAggregated(aggregated)
            .withFences(new TimeFences(fences[0], fences[1], fences[2], fences[3]))
            .withOffset(offset)
            .withLimit(limit == 0 ? MOST_RECORDS : Math.min(limit, MOST_RECORDS));
    return new DnsdbQuery(complete, summary, maxCount);
  }

  private static void check(boolean summary, long offset, long maxCount)
      throws BadQuestionException {
    if (offset > MOST_OFFSET) {
      throw new OffsetException();
    }
    if (summary && offset != 0) {
      throw new BadQuestionException("a summary has no offset");
    }
    if (maxCount == 0 || (!summary && maxCount != Long.MAX_VALUE)) {
      throw new BadQuestionException("max_count is a positive number, and for summaries only");
    }
  }

  private static Map<String, String> parameters(String rawQuery) throws BadQuestionException {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = PercentText.decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : PercentText.decode(pair.substring(equals + 1));
      if (parameters.put(name, value) != null) {
        throw new BadQuestionException("a parameter stands twice in the URL");
      }
    }
    return parameters;
  }

  private static long number(String name, String value) throws BadQuestionException {
    try {
      long number = Long.parseLong(value);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new BadQuestionException(name + " is a number from 0 on");
  }

  private static boolean truth(String name, String value) throws BadQuestionException {
    return switch (value) {
      case "t", "true", "1" -> true;
      case "f", "false", "0" -> false;
      default -> throw new BadQuestionException(name + " is t or f");
    };
  }

  private static long time(String name, String value, long nowSeconds) throws BadQuestionException {
    try {
      long seconds = Long.parseLong(value);
      return seconds >= 0 ? seconds : Math.addExact(nowSeconds, seconds);
    } catch (NumberFormatException e) {
      // Perhaps a date.
    } catch (ArithmeticException e) {
      return TimeFences.NO_LOWER + 1;
    }
    try {
      return Instant.parse(value).getEpochSecond();
    } catch (DateTimeException e) {
      throw new BadQuestionException(
          name + " is seconds since 1970, negative seconds before now, or 2026-01-31T00:00:00Z");
    }
  }
}
