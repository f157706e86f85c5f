package org.nxsight.app.serve;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask: holders of keys, each with scopes and a rate. Without holders whoever is on this
 * machine may do all.
 */
public final class ApiKeys {
  /** Requests a minute of a key that has no rate of its own: a page asks about ten at once. */
  public static final int DEFAULT_RATE = 6_000;

  private static final double NANOS_A_MINUTE = 60e9;

  private final Supplier<List<Holder>> holders;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

  /**
   * Who has a key.
   *
   * @param name tells holders apart
   * @param scopes what it lets them do
   * @param perMinute the most requests a minute; 0 for any number
   */
  public record Holder(String name, ApiKey key, Set<Scope> scopes, int perMinute) {
    /** Holds a set of its own. */
    public Holder {
      scopes = Set.copyOf(scopes);
    }

    /** One who may do all. */
    public static Holder ofAll(String name, ApiKey key) {
      return new Holder(name, key, Set.of(Scope.READ, Scope.LIVE, Scope.WRITE), 0);
    }
  }

  /** What is said to a request. */
  sealed interface Admission {
    /** It is answered. */
    record Admitted() implements Admission {}

    /** It has no key, or one that nobody has. */
    record Unknown() implements Admission {}

    /** Its key does not allow this. */
    record OutOfScope(Scope scope) implements Admission {}

    /** Its key was used too often. */
    record TooMany(long retrySeconds) implements Admission {}
  }

  /** What a holder has left: a bucket of tokens that fills by its rate, up to a minute's. */
  private static final class Bucket {
    private double tokens;
    private long lastNanos;

    Bucket(double tokens, long lastNanos) {
      this.tokens = tokens;
      this.lastNanos = lastNanos;
    }

    /** Takes a token; how many nanoseconds until there is one when there is none. */
    synchronized long take(int perMinute, long nowNanos) {
      double perNano = perMinute / NANOS_A_MINUTE;
      tokens = Math.min(perMinute, tokens + Math.max(0, nowNanos - lastNanos) * perNano);
      lastNanos = nowNanos;
      if (tokens >= 1) {
        tokens--;
        return 0;
      }
      return (long) Math.ceil((1 - tokens) / perNano);
    }
  }

  /**
   * @param holders who has a key now; nobody when it is empty
   * @param nanos a clock that only goes forward
   */
  public ApiKeys(Supplier<List<Holder>> holders, LongSupplier nanos) {
    this.holders = holders;
    this.nanos = nanos;
  }

  /** Nobody has a key. */
  public static ApiKeys none() {
    return new ApiKeys(List::of, System::nanoTime);
  }

  /** One key that allows all. */
  public static ApiKeys of(@Nullable ApiKey key) {
    List<Holder> one = key == null ? List.of() : List.of(Holder.ofAll("key", key));
    return new ApiKeys(() -> one, System::nanoTime);
  }

  /** Whether a key is needed. */
  public boolean areNeeded() {
    return !holders.get().isEmpty();
  }

  /** Whether a request with this key may do what the scope says; all keys are compared. */
  Admission admit(@Nullable String given, Scope scope) {
    Holder found = null;
    for (Holder each : holders.get()) {
      if (each.key.is(given)) {
        found = each;
      }
    }
    if (found == null) {
      return new Admission.Unknown();
    }
    if (!found.scopes.contains(scope)) {
      return new Admission.OutOfScope(scope);
    }
    if (found.perMinute == 0) {
      return new Admission.Admitted();
    }
    long now = nanos.getAsLong();
    int perMinute = found.perMinute;
    long wait =
        buckets.computeIfAbsent(found.name, _ -> new Bucket(perMinute, now)).take(perMinute, now);
    return wait == 0
        ? new Admission.Admitted()
        : new Admission.TooMany(Math.max(1, Math.ceilDiv(wait, 1_000_000_000L)));
  }
}
