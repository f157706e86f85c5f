package org.nxsight.store.failures;

import java.util.Set;
import org.nxsight.store.pdns.NamePattern;

/**
 * A question about failures.
 *
 * @param names one name, or a zone with all below it
 * @param types the types asked for, spelled as in the store; all when there are none
 * @param rcodes the rcodes of failures, spelled as in the store; all when there are none
 * @param failures whether failures are asked for
 * @param nodata whether names that exist without the type are, told as {@link #NODATA}
 * @param afterSeconds only what failed at this second since 1970 or later
 * @param beforeSeconds only what failed at this second or earlier
 * @param grouping what becomes one row
 * @param limit the most rows
 */
public record FailureQuestion(
    NamePattern names,
    Set<String> types,
    Set<String> rcodes,
    boolean failures,
    boolean nodata,
    long afterSeconds,
    long beforeSeconds,
    Grouping grouping,
    long limit) {
  /** What stands for an rcode: NOERROR, and no record of this type (RFC 2308, section 2.2). */
  public static final String NODATA = "NODATA";

  /** Holds sets of its own. */
  public FailureQuestion {
    types = Set.copyOf(types);
    rcodes = Set.copyOf(rcodes);
  }

  /** All failures of names, at any time. */
  public static FailureQuestion about(NamePattern names) {
    return new FailureQuestion(
        names,
        Set.of(),
        Set.of(),
        true,
        false,
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        Grouping.NAME,
        Long.MAX_VALUE);
  }

  public FailureQuestion withNames(NamePattern names) {
    return new FailureQuestion(
        names, types, rcodes, failures, nodata, afterSeconds, beforeSeconds, grouping, limit);
  }

  public FailureQuestion withTypes(Set<String> types) {
    return new FailureQuestion(
        names, types, rcodes, failures, nodata, afterSeconds, beforeSeconds, grouping, limit);
  }

  public FailureQuestion withRcodes(Set<String> rcodes) {
    return new FailureQuestion(
        names, types, rcodes, failures, nodata, afterSeconds, beforeSeconds, grouping, limit);
  }

  /** Failures, names that exist without the type, or both. */
  public FailureQuestion withKinds(boolean failures, boolean nodata) {
    return new FailureQuestion(
        names, types, rcodes, failures, nodata, afterSeconds, beforeSeconds, grouping, limit);
  }

  /** Only what failed from one second to another, both included. */
  public FailureQuestion between(long afterSeconds, long beforeSeconds) {
    return new FailureQuestion(
        names, types, rcodes, failures, nodata, afterSeconds, beforeSeconds, grouping, limit);
  }

  public FailureQuestion withGrouping(Grouping grouping) {
    return new FailureQuestion(
        names, types, rcodes, failures, nodata, afterSeconds, beforeSeconds, grouping, limit);
  }

  public FailureQuestion withLimit(long limit) {
    return new FailureQuestion(
        names, types, rcodes, failures, nodata, afterSeconds, beforeSeconds, grouping, limit);
  }
}
