package org.nxsight.app.bus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.FindingHandler;
import org.nxsight.analysis.findings.FindingJson;

/** Findings as records of a topic: each one JSON object, under the finding's id. */
final class PublishedFindings implements FindingHandler {
  private final Bus bus;
  private final String topic;

  PublishedFindings(Bus bus, String topic) {
    this.bus = bus;
    this.topic = topic;
  }

  @Override
  public void onFinding(Finding finding) throws IOException {
    StringBuilder json = new StringBuilder();
    FindingJson.append(json, finding);
    bus.put(
        new OutgoingRecord(
            topic,
            finding.id().getBytes(StandardCharsets.UTF_8),
            OutgoingRecord.NO_BUCKET,
            1,
            finding.updatedNanos(),
            json.toString().getBytes(StandardCharsets.UTF_8)));
  }
}
