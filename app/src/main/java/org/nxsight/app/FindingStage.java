package org.nxsight.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.condensing.Condensing;
import org.nxsight.analysis.condensing.Operators;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.FindingHandler;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Tuning;
import org.nxsight.analysis.findings.Watchlists;
import org.nxsight.app.live.LiveView;
import org.nxsight.store.writing.FindingOutputs;
import org.nxsight.store.writing.ToldFindings;

/** The part of a pipeline that makes findings: with its state, and where they go. */
final class FindingStage {
  private final FindingState state;
  private final Tuning tuning;
  private final Condensing condensing;
  private final FindingOutputs outputs;
  private final AtomicReference<byte @Nullable []> kept = new AtomicReference<>();

  /**
   * @param newSeed of hashes, when there is no state with one
   * @param told takes those for the store; null when none is kept
   * @param live whether findings are told as they come
   */
  FindingStage(
      RunPlan plan,
      ChannelOutputs channels,
      long newSeed,
      Explaining explaining,
      @Nullable ToldFindings told,
      boolean live) {
    tuning = plan.findings().tuning();
    List<FindingHandler> others = new ArrayList<>(plan.findings().notifying());
    others.addAll(channels.findingHandlers());
    if (live) {
      others.add(FindingStage::say);
    }
    LiveView view = plan.view();
    if (view != null) {
      others.add(view.findings());
    }
    outputs = new FindingOutputs(channels.findingLines(), told, others);
    state = FindingState.in(channels.findingState(), newSeed);
    condensing =
        new Condensing(
            () -> Operators.all(plan.findings().watchlists(), tuning),
            explaining,
            state.seed(),
            plan.findings().unwanted(),
            outputs);
    state.restore(condensing);
    if (view != null) {
      view.findings().begin(condensing.open(), condensing::leftOut);
    }
  }

  private static void say(Finding finding) {
    if (finding.open() && finding.openedNanos() == finding.updatedNanos()) {
      Notices.say(FindingText.line(finding));
    }
  }

  /** Goes on with other lists of what is watched. */
  void replace(Watchlists watchlists) {
    condensing.replace(() -> Operators.all(watchlists, tuning));
  }

  Condensing condensing() {
    return condensing;
  }

  FindingOutputs outputs() {
    return outputs;
  }

  /** Keeps what is known now for {@link #takeKept}; from the thread that makes findings. */
  void keep() throws IOException {
    kept.set(state.snapshot(condensing));
  }

  /** What was kept last and not taken yet; null when nothing was. */
  byte @Nullable [] takeKept() {
    return kept.getAndSet(null);
  }

  /** Saves what was kept for the next run. */
  void save(byte[] snapshot) throws IOException {
    state.save(snapshot);
  }

  /** Saves what is known for the next run; only while no findings are made. */
  void save() throws IOException {
    state.save(state.snapshot(condensing));
  }

  /** What was found. */
  FindingCounts counts() {
    return new FindingCounts(condensing.opened(), condensing.leftOut(), condensing.open());
  }

  /**
   * What was found.
   *
   * @param opened how many findings were opened, by kind
   * @param leftOut how often one was not, because too many of its kind were open
   * @param open those that hold at the end, the most severe first
   */
  record FindingCounts(
      Map<FindingKind, Long> opened, Map<FindingKind, Long> leftOut, List<Finding> open) {}
}
