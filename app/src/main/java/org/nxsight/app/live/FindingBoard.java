package org.nxsight.app.live;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.FindingHandler;
import org.nxsight.analysis.findings.FindingJson;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.channels.live.LiveChannel;
import org.nxsight.channels.live.WatchedFields;
import org.nxsight.wire.dns.DnsNames;
import org.nxsight.wire.dns.NameText;

/** The findings that are open, the last ones that changed, and the stream of all of them. */
public final class FindingBoard implements FindingHandler {
  /** Shown of those that changed last. */
  private static final int LAST = 5;

  private final LiveChannel channel;
  private final WatchedFields fields = new WatchedFields();
  private final byte[] name = new byte[DnsNames.MAX_NAME_OCTETS];
  private final Map<String, FindingKind> open = new HashMap<>();
  private final Map<FindingKind, Long> opened = new EnumMap<>(FindingKind.class);
  private final Deque<String> last = new ArrayDeque<>();
  private volatile Supplier<Map<FindingKind, Long>> leftOut = Map::of;

  FindingBoard(LiveChannel channel) {
    this.channel = channel;
  }

  /**
   * Hears what has been open from an earlier run on, and who knows how many were left out.
   *
   * @param leftOut asked by any thread
   */
  public synchronized void begin(List<Finding> findings, Supplier<Map<FindingKind, Long>> leftOut) {
    this.leftOut = leftOut;
    findings.forEach(each -> open.put(each.id(), each.sighting().kind()));
  }

  /** How often one was not opened because too many of its kind were. */
  Map<FindingKind, Long> leftOut() {
    return leftOut.get();
  }

  @Override
  public void onFinding(Finding finding) {
    StringBuilder json = new StringBuilder();
    FindingJson.append(json, finding);
    note(finding, json.toString());
    channel.putLine(
        finding.updatedNanos(), json.toString().getBytes(StandardCharsets.UTF_8), watched(finding));
    channel.flush();
  }

  private synchronized void note(Finding finding, String json) {
    FindingKind kind = finding.sighting().kind();
    if (!finding.open()) {
      open.remove(finding.id());
    } else if (open.put(finding.id(), kind) == null) {
      opened.merge(kind, 1L, Long::sum);
    }
    last.addFirst(json);
    if (last.size() > LAST) {
      last.removeLast();
    }
  }

  /** Its subject, be it a name or an address. */
  private WatchedFields watched(Finding finding) {
    fields.clear();
    String subject = finding.sighting().subject();
    try {
      byte[] address = InetAddress.ofLiteral(subject).getAddress();
      fields.addresses.add(address, 0, address.length);
    } catch (IllegalArgumentException e) { // a name, then
      int octets = NameText.parse(subject, name);
      if (octets != NameText.MALFORMED) {
        fields.name.set(name, 0, octets);
      }
    }
    return fields;
  }

  /** Says that no more will come. */
  public void close() {
    channel.close();
  }

  /** How many are open. */
  synchronized int open() {
    return open.size();
  }

  /** How many of each kind are open. */
  synchronized Map<FindingKind, Integer> openByKind() {
    Map<FindingKind, Integer> byKind = new EnumMap<>(FindingKind.class);
    open.values().forEach(kind -> byKind.merge(kind, 1, Integer::sum));
    return byKind;
  }

  /** How many of each kind were opened in this run. */
  synchronized Map<FindingKind, Long> opened() {
    return opened.isEmpty() ? Map.of() : new EnumMap<>(opened);
  }

  /** The last ones as JSON objects, the latest first. */
  synchronized List<String> last() {
    return new ArrayList<>(last);
  }
}
