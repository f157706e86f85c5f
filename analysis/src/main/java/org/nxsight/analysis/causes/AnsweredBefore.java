package org.nxsight.analysis.causes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.memory.Recollection;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/**
 * When a missing name, or a host of its domain, was answered.
 *
 * @param name that was answered, with a dot at its end
 * @param silentDays since then, in days
 * @param isGone whether that tells its cause
 */
public record AnsweredBefore(
    String name, Instant first, Instant last, double silentDays, boolean isGone) {

  /**
   * What is remembered of a failure's name, or else of its domain; null when nothing is, or when
   * the name is a question to a list, which may hold a customer's key.
   */
  public static @Nullable AnsweredBefore of(Failure failure, Diagnosis diagnosis) {
    Recollection memory = diagnosis.recollection();
    boolean ofDomain =
        diagnosis.cause() == Cause.EXPIRED_DOMAIN || memory.nameLast() == Recollection.NEVER;
    long last = ofDomain ? memory.domainLast() : memory.nameLast();
    if (last == Recollection.NEVER || diagnosis.list() != null) {
      return null;
    }
    long first = ofDomain ? memory.domainFirst() : memory.nameFirst();
    String host = memory.host();
    String name =
        ofDomain && host != null
            ? host
            : text(
                failure.bytes(),
                ofDomain ? failure.cut().registrableOffset() : failure.qnameOffset());
    boolean gone =
        diagnosis.cause() == Cause.EXPIRED_DOMAIN || diagnosis.cause() == Cause.DEFUNCT_SERVICE;
    return new AnsweredBefore(
        name,
        Instant.ofEpochSecond(first),
        Instant.ofEpochSecond(last),
        Math.max(0, failure.seconds() - last) / (double) Remembered.DAY_SECONDS,
        gone);
  }

  private static String text(byte[] bytes, int offset) {
    return NameText.of(bytes, offset, DnsNames.rootOffset(bytes, offset) + 1 - offset);
  }

  /** Whether it is silent for long enough to be gone for good. */
  public boolean isSure() {
    return silentDays >= Remembered.SURE_DAYS;
  }
}
