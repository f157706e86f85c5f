package org.nxsight.store.failures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What failed, how often, and for how many.
 *
 * @param bucketMicros where its bucket of time starts, in microseconds since 1970; 0 in rows over
 *     all time
 * @param bucketSeconds how long the bucket is; 0 in rows over all time
 * @param qname the name, or {@code *.CUT} for the many names of a flood that have no rows of their
 *     own
 * @param rcode {@link FailureQuestion#NODATA} when the name exists without this type
 * @param ede the info-code of the extended error (RFC 8914), if any
 * @param soaRrname whose SOA stood in the response, if any
 * @param cut the zone that the failure belongs to, when it can be trusted
 * @param server who said so; null in rows over all servers and of floods
 * @param mixedCase how many of {@code count} had upper and lower case letters in the qname
 * @param servers distinct servers that said so
 * @param resolvers distinct resolvers that asked; an estimate when 32 or more
 * @param names distinct names: 1, or of a flood an estimate
 * @param samples some of a flood's names
 * @param scope how much of the name is missing; null in rows of floods
 * @param cause why it failed the last time; null when nobody looked
 */
public record Failure(
    long bucketMicros,
    int bucketSeconds,
    String qname,
    String qtype,
    String rcode,
    @Nullable Integer ede,
    @Nullable String soaRrname,
    @Nullable String cut,
    @Nullable String server,
    long count,
    long mixedCase,
    long timeFirstMicros,
    long timeLastMicros,
    long servers,
    long resolvers,
    long names,
    List<String> samples,
    @Nullable String scope,
    @Nullable String cause) {

  /** Whether it stands for the many names of a flood. */
  public boolean isFlood() {
    return names > 1 || !samples.isEmpty();
  }
}
