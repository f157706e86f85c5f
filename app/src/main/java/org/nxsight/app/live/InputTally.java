package org.nxsight.app.live;

import java.util.ArrayList;
import java.util.List;
import org.nxsight.capture.Source;

/** What came from each input: those of the last ones by name, and of all earlier ones together. */
public final class InputTally {
  /** Inputs with a line of their own: more than anybody captures from at once. */
  private static final int MOST_NAMED = 16;

  private static final String EARLIER = "earlier inputs";

  private final List<Line> lines = new ArrayList<>();
  private long earlierPackets;
  private long earlierOctets;
  private long earlierDropped;

  /** One input, which may have ended. */
  private static final class Line {
    private final Source source;
    private final String name;
    private long packets;
    private long octets;
    private long dropped;

    Line(Source source) {
      this.source = source;
      name = source.name();
    }
  }

  /** Hears that an input was read, and how many packets came of it. */
  public void onPoll(Source source, long packets) {
    Line line = lineOf(source);
    line.packets += packets;
    line.octets = source.inputOctets();
    line.dropped = source.dropped();
  }

  private Line lineOf(Source source) {
    for (Line line : lines) {
      if (line.source.equals(source)) {
        return line;
      }
    }
    if (lines.size() == MOST_NAMED) {
      Line first = lines.removeFirst();
      earlierPackets += first.packets;
      earlierOctets += first.octets;
      earlierDropped += first.dropped;
    }
    lines.add(new Line(source));
    return lines.getLast();
  }

  /** The packets that were lost before they could be taken. */
  long dropped() {
    return earlierDropped + lines.stream().mapToLong(line -> line.dropped).sum();
  }

  /** All of it. */
  List<InputReading> readings() {
    List<InputReading> readings = new ArrayList<>();
    if (earlierPackets > 0 || earlierOctets > 0) {
      readings.add(new InputReading(EARLIER, earlierPackets, earlierOctets));
    }
    for (Line line : lines) {
      readings.add(new InputReading(line.name, line.packets, line.octets));
    }
    return readings;
  }
}
