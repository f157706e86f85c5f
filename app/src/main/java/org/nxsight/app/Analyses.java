package org.nxsight.app;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.causes.Explaining;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.analysis.condensing.Seeds;
import org.nxsight.analysis.findings.Watchlists;
import org.nxsight.exchange.BatchQueue;
import org.nxsight.store.writing.Analysing;
import org.nxsight.store.writing.ToldFindings;

/** The part of a pipeline that looks for causes and makes findings, in a thread of its own. */
final class Analyses {
  private final @Nullable Reload reload;
  private final Explaining explaining;
  private final FindingStage findings;
  private final Analysing analysing;

  /**
   * @param seeds of hashes
   * @param told takes findings for the store; null when there is none
   */
  Analyses(
      RunPlan plan,
      Knowledge knowledge,
      ChannelOutputs channels,
      Seeds seeds,
      BatchQueue.Stage stage,
      @Nullable ToldFindings told,
      boolean live)
      throws IOException {
    reload = plan.findings().reload();
    explaining = new Explaining(knowledge, seeds.causes(), plan.rememberedNames());
    findings = new FindingStage(plan, channels, seeds.findings(), explaining, told, live);
    analysing =
        new Analysing(
            stage,
            explaining,
            findings.condensing(),
            findings.outputs(),
            live ? findings::keep : () -> {});
  }

  /** What its thread does. */
  Runnable stage() {
    return analysing;
  }

  /** What makes findings. */
  FindingStage findings() {
    return findings;
  }

  /** From now on reads the user's lists again whenever that is wished. */
  void begin() {
    if (reload != null) {
      reload.begin(this::replaceLists);
    }
  }

  private void replaceLists(Knowledge knowledge, Watchlists watchlists) {
    explaining.replace(knowledge);
    findings.replace(watchlists);
  }

  /** Tells all there is to tell of what came in so far; only while nothing is under way. */
  void cut() throws IOException {
    analysing.cut();
  }

  /** Why it stopped before the end; null when it did not. */
  @Nullable Throwable failure() {
    return analysing.failure();
  }

  /** The causes that were found, complete once the pipeline has finished. */
  Explaining explaining() {
    return explaining;
  }

  /** What was learned, complete once the pipeline has finished. */
  Learned learned() {
    return new Learned(explaining.learnedLists(), explaining.popularNames());
  }
}
