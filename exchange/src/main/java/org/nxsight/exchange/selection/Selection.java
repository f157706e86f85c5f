package org.nxsight.exchange.selection;

import org.jspecify.annotations.Nullable;
import org.nxsight.capture.CapturedMessage;
import org.nxsight.exchange.ExchangeHandler;
import org.nxsight.exchange.ObservationHandler;
import org.nxsight.exchange.QueryView;
import org.nxsight.exchange.UnansweredReason;

/**
 * Lets through the exchanges that are wanted, and counts the messages of those passed over. It
 * stands behind the pairing, since only then the rcode, and for a response without a question the
 * name, are known.
 */
public final class Selection implements ExchangeHandler, ObservationHandler {
  private static final int NO_RCODE = -1;

  private final Wanted wanted;
  private final ExchangeHandler exchanges;
  private final ObservationHandler observations;
  private final Sides sides = new Sides();
  private final long[] passedOver = new long[PassedOver.values().length];

  /**
   * @param wanted the exchanges
   * @param exchanges gets them
   * @param observations gets what others observed of them
   */
  public Selection(Wanted wanted, ExchangeHandler exchanges, ObservationHandler observations) {
    this.wanted = wanted;
    this.exchanges = exchanges;
    this.observations = observations;
  }

  @Override
  public void onAnswered(QueryView query, CapturedMessage response) {
    sides.readQuery(query);
    if (isWanted(response.message().rcode(), 2)) {
      exchanges.onAnswered(query, response);
    }
  }

  @Override
  public void onUnanswered(QueryView query, UnansweredReason reason) {
    sides.readQuery(query);
    if (isWanted(NO_RCODE, 1)) {
      exchanges.onUnanswered(query, reason);
    }
  }

  @Override
  public void onUnsolicited(CapturedMessage response) {
    sides.readResponse(response);
    if (isWanted(response.message().rcode(), 1)) {
      exchanges.onUnsolicited(response);
    }
  }

  @Override
  public void onDuplicateResponse(CapturedMessage response) {
    sides.readResponse(response);
    if (isWanted(response.message().rcode(), 1)) {
      exchanges.onDuplicateResponse(response);
    }
  }

  @Override
  public void onRepeatedQuery(CapturedMessage query) {
    sides.readQuery(query);
    if (isWanted(NO_RCODE, 1)) {
      exchanges.onRepeatedQuery(query);
    }
  }

  @Override
  public void expectObservations() {
    observations.expectObservations();
  }

  /**
   * An observation tells neither its resolver nor RD: the one is no wanted one, RD does not choose.
   */
  @Override
  public void onObserved(CapturedMessage response) {
    sides.readObservation(response);
    if (isWanted(response.message().rcode(), 1)) {
      observations.onObserved(response);
    }
  }

  private boolean isWanted(int rcode, int messages) {
    PassedOver reason = reasonAgainst(rcode);
    if (reason == null) {
      return true;
    }
    passedOver[reason.ordinal()] += messages;
    return false;
  }

  private @Nullable PassedOver reasonAgainst(int rcode) {
    if (wanted.rd() != Wanted.ANY && sides.tellsRd() && sides.rd() != wanted.rd()) {
      return PassedOver.RD;
    }
    if (!isOfWantedSide()) {
      return PassedOver.SIDE;
    }
    if ((!wanted.servers().isEmpty() && !sides.serverIsIn(wanted.servers()))
        || sides.serverIsIn(wanted.notServers())) {
      return PassedOver.SERVER;
    }
    if ((!wanted.names().isEmpty() && !sides.nameIsIn(wanted.names()))
        || sides.nameIsIn(wanted.notNames())) {
      return PassedOver.NAME;
    }
    if ((!wanted.qtypes().isEmpty() && !sides.qtypeIsIn(wanted.qtypes()))
        || sides.qtypeIsIn(wanted.notQtypes())) {
      return PassedOver.QTYPE;
    }
    if ((!wanted.rcodes().isEmpty() && (rcode == NO_RCODE || !wanted.rcodes().get(rcode)))
        || (rcode != NO_RCODE && wanted.notRcodes().get(rcode))) {
      return PassedOver.RCODE;
    }
    return isInSample() ? null : PassedOver.SAMPLE;
  }

  private boolean isOfWantedSide() {
    boolean chosen = !wanted.resolvers().isEmpty() || !wanted.authorities().isEmpty();
    return !chosen
        || sides.resolverIsIn(wanted.resolvers())
        || sides.serverIsIn(wanted.authorities());
  }

  /** The same exchange is always in the sample or never, whichever of its messages are seen. */
  private boolean isInSample() {
    return wanted.sampleOneIn() == 1
        || Long.remainderUnsigned(sides.hash(), wanted.sampleOneIn()) == 0;
  }

  /** Whether every exchange is wanted. */
  public boolean isAll() {
    return wanted.isAll();
  }

  /** Of so many exchanges one is kept. */
  public int sampleOneIn() {
    return wanted.sampleOneIn();
  }

  /** The messages of the exchanges passed over for one reason. */
  public long passedOver(PassedOver reason) {
    return passedOver[reason.ordinal()];
  }
}
