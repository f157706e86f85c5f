package org.nxsight.store.writing;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.FindingHandler;
import org.nxsight.analysis.findings.FindingJson;
import org.nxsight.channels.LineFiles;

/** Where findings go: their channel, the store, and whoever else wants to hear of them. */
public final class FindingOutputs implements FindingHandler, Closeable {
  private final LineFiles channel;
  private final @Nullable ToldFindings told;
  private final List<? extends FindingHandler> others;

  /**
   * @param channel takes them as lines of JSON
   * @param told takes those for the store; null when none is kept
   */
  public FindingOutputs(
      LineFiles channel, @Nullable ToldFindings told, List<? extends FindingHandler> others) {
    this.channel = channel;
    this.told = told;
    this.others = others;
  }

  @Override
  public void onFinding(Finding finding) throws IOException {
    StringBuilder line = channel.begin(finding.updatedNanos());
    FindingJson.append(line, finding);
    line.append('\n');
    channel.end();
    if (told != null) {
      told.add(finding);
    }
    for (FindingHandler other : others) {
      other.onFinding(finding);
    }
  }

  /** Hears how far time has come. */
  void onTime(long reachedNanos) throws IOException {
    channel.onTime(reachedNanos);
  }

  /** Ends the channel's file; the next finding begins another one. */
  void cut() throws IOException {
    channel.cut();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Gives up after a failure: nothing half-written stays. */
  void abort() {
    channel.abort();
  }
}
