package org.nxsight.channels.answers;

/**
 * Where responses and their RRsets went: responses = unread + those of every kind, which are those
 * of every zone source too; RRsets = accepted + refused.
 */
public final class AnswerCounts {
  private final long[] unread = new long[Unread.values().length];
  private final long[] kinds = new long[ResponseKind.values().length];
  private final long[] zoneSources = new long[ZoneSource.values().length];
  private final long[] refused = new long[Refusal.values().length];
  private long responses;
  private long malformedRecords;
  private long rrsets;
  private long accepted;

  void addResponse() {
    responses++;
  }

  void add(Unread reason) {
    unread[reason.ordinal()]++;
  }

  void add(ResponseKind kind, ZoneSource source, ResponseRrsets all) {
    kinds[kind.ordinal()]++;
    zoneSources[source.ordinal()]++;
    rrsets += all.count();
    malformedRecords += all.malformedRecord() ? 1 : 0;
  }

  void add(Refusal reason) {
    refused[reason.ordinal()]++;
  }

  void addAccepted() {
    accepted++;
  }

  /** All responses. */
  public long responses() {
    return responses;
  }

  /** Responses from which nothing was read. */
  public long unread(Unread reason) {
    return unread[reason.ordinal()];
  }

  /** Responses of a kind. */
  public long of(ResponseKind kind) {
    return kinds[kind.ordinal()];
  }

  /** Responses whose zone was told in this way. */
  public long of(ZoneSource source) {
    return zoneSources[source.ordinal()];
  }

  /** Responses that were read up to a malformed record's section. */
  public long malformedRecords() {
    return malformedRecords;
  }

  /** All RRsets that were read. */
  public long rrsets() {
    return rrsets;
  }

  /** RRsets that were accepted. */
  public long accepted() {
    return accepted;
  }

  /** RRsets that were refused. */
  public long refused(Refusal reason) {
    return refused[reason.ordinal()];
  }
}
