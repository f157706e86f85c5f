package org.nxsight.app.serve.v1;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.serve.Call;
import org.nxsight.app.serve.Parameters;
import org.nxsight.store.overview.Extent;
import org.nxsight.store.overview.TimeRange;
import org.nxsight.store.pdns.BadQuestionException;
import org.nxsight.store.pdns.NamePattern;
import org.nxsight.store.tables.StoreTables;
import org.nxsight.wire.dns.Rcodes;
import org.nxsight.wire.dns.RecordTypes;

/** A question that is being answered: what was asked, and the tables to answer it from. */
final class Asking {
  /** The most items of an answer, of some 300 octets each: 3 MB. */
  static final long MOST_ITEMS = 10_000;

  /** The largest offset: what it passes over has to be sorted. */
  static final long MOST_OFFSET = 1_000_000;

  private static final long DEFAULT_ITEMS = 100;

  /** A store whose newest record is older than this is a thing of the past. */
  private static final long CURRENT_SECONDS = 3_600;

  private static final Pattern SECONDS = Pattern.compile("-?\\d{1,12}");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]{1,64}");

  private final Call call;
  private final StoreTables tables;
  private final Extent extent;
  private final long nowSeconds;

  Asking(Call call, StoreTables tables, long nowSeconds) {
    this.call = call;
    this.tables = tables;
    this.nowSeconds = nowSeconds;
    extent = Extent.of(tables.snapshot());
  }

  StoreTables tables() {
    return tables;
  }

  /** How much the store has. */
  Extent extent() {
    return extent;
  }

  /** A segment of the path. */
  String path(String name) {
    return call.path(name);
  }

  /** A parameter; null when it is absent or empty. */
  @Nullable String parameter(String name) throws BadQuestionException {
    return parameters().one(name);
  }

  private Parameters parameters() {
    return call.parameters();
  }

  /** What negative times count from: now, or the end of a store that is a thing of the past. */
  long reference() {
    return extent.isEmpty() || extent.toSeconds() > nowSeconds - CURRENT_SECONDS
        ? nowSeconds
        : extent.toSeconds();
  }

  /** The time that is asked about; all there is when none is given. */
  TimeRange range() throws BadQuestionException {
    TimeRange all = extent.range();
    String from = parameter("from");
    String to = parameter("to");
    TimeRange range =
        new TimeRange(
            from == null ? all.fromSeconds() : time("from", from),
            to == null ? all.toSeconds() : time("to", to));
    if (range.fromSeconds() >= range.toSeconds()) {
      if (from != null && to != null) {
        throw new BadQuestionException("from is not before to");
      }
      return from != null
          ? new TimeRange(range.fromSeconds(), range.fromSeconds() + 1)
          : new TimeRange(range.toSeconds() - 1, range.toSeconds());
    }
    return range;
  }

  private long time(String name, String value) throws BadQuestionException {
    try {
      if (SECONDS.matcher(value).matches()) {
        long seconds = Long.parseLong(value);
        return bounded(seconds < 0 ? reference() + seconds : seconds);
      }
      return bounded(
          DAY.matcher(value).matches()
              ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toEpochSecond()
              : Instant.parse(value).getEpochSecond());
    } catch (DateTimeException e) {
      throw new BadQuestionException(
          name
              + " is 2026-01-31T00:00:00Z, 2026-01-31, seconds since 1970, or negative seconds"
              + " before now");
    }
  }

  /** Times of the store are of these years. */
  private static long bounded(long seconds) {
    return Math.clamp(seconds, 0, 1L << 34);
  }

  long limit() throws BadQuestionException {
    return number("limit", DEFAULT_ITEMS, 1, MOST_ITEMS);
  }

  long offset() throws BadQuestionException {
    return number("offset", 0, 0, MOST_OFFSET);
  }

  /** A whole number. */
  long number(String name, long absent, long least, long most) throws BadQuestionException {
    String value = parameter(name);
    if (value == null) {
      return absent;
    }
    long number = value.matches("\\d{1,12}") ? Long.parseLong(value) : -1;
    if (number < least || number > most) {
      throw new BadQuestionException(name + " is a whole number from " + least + " to " + most);
    }
    return number;
  }

  /** Whether CSV is asked for. */
  boolean wantsCsv() throws BadQuestionException {
    String format = parameter("format");
    if (format != null && !format.equals("csv") && !format.equals("json")) {
      throw new BadQuestionException("format is json or csv");
    }
    return "csv".equals(format);
  }

  /** A name in a parameter; null when it is absent. */
  @Nullable NamePattern name(String parameter) throws BadQuestionException {
    String value = parameter(parameter);
    return value == null ? null : exact(NamePattern.parse(value));
  }

  /** A name in the path. */
  NamePattern nameInPath(String segment) throws BadQuestionException {
    return exact(NamePattern.parse(path(segment)));
  }

  private static NamePattern exact(NamePattern pattern) throws BadQuestionException {
    if (pattern.kind() != NamePattern.Kind.EXACT) {
      throw new BadQuestionException("one name is expected, without a * at one of its ends");
    }
    return pattern;
  }

  /** A zone in a parameter, with all below it; null when it is absent. */
  @Nullable NamePattern zone(String parameter) throws BadQuestionException {
    String value = parameter(parameter);
    if (value == null) {
      return null;
    }
    NamePattern pattern = NamePattern.parse(value.startsWith("*.") ? value.substring(2) : value);
    return below(exact(pattern));
  }

  /** A name with all below it. */
  static NamePattern below(NamePattern zone) {
    return new NamePattern(NamePattern.Kind.BELOW, zone.name(), zone.key());
  }

  /** A type as the store spells it; null when it is absent. */
  @Nullable String type(String parameter) throws BadQuestionException {
    String value = parameter(parameter);
    int number = value == null ? 0 : RecordTypes.number(value);
    if (number < 0) {
      throw new BadQuestionException(parameter + " is a type such as MX or TYPE65280");
    }
    return value == null ? null : RecordTypes.text(number);
  }

  /** An rcode as the store spells it; null when it is absent. */
  @Nullable String rcode() throws BadQuestionException {
    String value = parameter("rcode");
    int number = value == null ? 0 : Rcodes.number(value);
    if (number < 0) {
      throw new BadQuestionException("rcode is one such as NXDOMAIN or RCODE23");
    }
    return value == null ? null : Rcodes.text(number);
  }

  /** A word in capitals, such as a cause; null when it is absent. */
  @Nullable String word(String parameter) throws BadQuestionException {
    String value = parameter(parameter);
    if (value != null && !WORD.matcher(value).matches()) {
      throw new BadQuestionException(parameter + " is a word of letters, digits and _");
    }
    return value == null ? null : value.toUpperCase(Locale.ROOT);
  }
}
