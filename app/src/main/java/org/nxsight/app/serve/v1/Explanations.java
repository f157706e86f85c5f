package org.nxsight.app.serve.v1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.AskedName;
import org.nxsight.analysis.causes.Explainer;
import org.nxsight.analysis.causes.ExplanationJson;
import org.nxsight.analysis.causes.Failure;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.analysis.memory.Memory;
import org.nxsight.analysis.memory.Recollection;
import org.nxsight.analysis.typo.TypoIndex;
import org.nxsight.store.history.StoreMemory;
import org.nxsight.store.pdns.BadQuestionException;

/**
 * Why names are missing, as {@code nxsight explain --data} says it. What is known is read when it
 * is first needed, and one question is explained at a time.
 */
final class Explanations {
  private static final long DAY_SECONDS = 86_400;
  private static final long NANOS_A_SECOND = 1_000_000_000;

  private final Supplier<Knowledge> knowledge;
  private final AskedName asked = new AskedName();
  private final ExplanationJson json = new ExplanationJson();
  private @Nullable Knowledge read;
  private @Nullable Explainer explainer;
  private Memory memory = Memory.NONE;

  /**
   * @param knowledge reads what is known
   */
  Explanations(Supplier<Knowledge> knowledge) {
    this.knowledge = knowledge;
  }

  private synchronized Knowledge knowledge() {
    Knowledge known = read;
    if (known == null) {
      known = knowledge.get();
      read = known;
    }
    return known;
  }

  /** Reads what is known, and makes ready to explain, before somebody waits for it. */
  void prepare(long seconds) {
    Knowledge known = knowledge();
    synchronized (this) {
      explainer(known, seconds).follow(seconds * NANOS_A_SECOND);
    }
  }

  /** The names of which slips are known. */
  TypoIndex typos() {
    return knowledge().typos();
  }

  /**
   * An explanation as a JSON object.
   *
   * @param qtype empty when it is not known
   * @param soa the owner of the SOA; empty for the one that denied the name last
   */
  String explain(Asking asking, String name, String qtype, String soa)
      throws IOException, BadQuestionException {
    StoreMemory store = new StoreMemory(asking.tables());
    String denier = soa.isEmpty() ? store.deniedBy(name) : soa;
    long seconds = asking.reference();
    Knowledge known = knowledge();
    synchronized (this) {
      Failure failure = asked.read(name, qtype, denier == null ? "" : denier);
      if (failure == null) {
        throw new BadQuestionException(
            "this is no name: labels of 1 to 63 octets are expected, 255 octets in all");
      }
      failure.setSeen(seconds, failure.bytes(), failure.qnameOffset());
      memory = store;
      try {
        Explainer current = explainer(known, seconds);
        current.follow(seconds * NANOS_A_SECOND);
        StringBuilder out = new StringBuilder();
        json.append(out, failure, current.explainFully(failure));
        return out.toString();
      } catch (UncheckedIOException e) {
        throw new IOException(e.getMessage(), e);
      } finally {
        memory = Memory.NONE;
      }
    }
  }

  private Explainer explainer(Knowledge known, long seconds) {
    Explainer current = explainer;
    if (current == null) {
      current = known.explainer(LocalDate.ofEpochDay(seconds / DAY_SECONDS), this::recall);
      explainer = current;
    }
    return current;
  }

  private void recall(byte[] name, int offset, int registrable, int qtype, Recollection into) {
    memory.recall(name, offset, registrable, qtype, into);
  }
}
