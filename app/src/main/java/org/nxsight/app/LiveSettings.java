package org.nxsight.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nxsight.capture.Clock;
import org.nxsight.capture.Ports;
import org.nxsight.capture.Source;
import org.nxsight.capture.UnreadableCaptureException;
import org.nxsight.capture.live.LiveCapture;
import org.nxsight.capture.live.LiveOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of {@code nxsight run} that make it a live one. */
final class LiveSettings {
  @Mixin private TapSettings taps = new TapSettings();

  @Option(
      names = {"-i", "--interface"},
      paramLabel = "IF",
      description =
          "captures from an interface, or from any, until SIGTERM or SIGINT; needs CAP_NET_RAW;"
              + " repeatable")
  private List<String> interfaces = new ArrayList<>();

  @Option(
      names = "--rings",
      paramLabel = "N",
      defaultValue = "1",
      description = "the rings that share an interface's packets (default: ${DEFAULT-VALUE})")
  private int rings = 1;

  @Option(
      names = "--ring-mib",
      paramLabel = "N",
      defaultValue = "" + LiveOptions.DEFAULT_RING_MEBIBYTES,
      description =
          "the memory of each ring in MiB: room for packets while the program is busy (default:"
              + " ${DEFAULT-VALUE})")
  private int ringMebibytes = LiveOptions.DEFAULT_RING_MEBIBYTES;

  @Option(names = "--no-promiscuous", description = "takes only packets from and to this machine")
  private boolean notPromiscuous;

  @Option(
      names = "--tunnels",
      description =
          "lets GRE, IP in IP, VXLAN, Geneve, GTP-U, Teredo, MPLS and PPPoE through the kernel's"
              + " filter as well")
  private boolean tunnels;

  /** Whether any live source was asked for. */
  boolean areGiven() {
    return !interfaces.isEmpty() || taps.areGiven();
  }

  /** What was asked for of what others report. */
  TapSettings taps() {
    return taps;
  }

  /** What is wrong with the options; empty when nothing is. */
  String complaint() {
    if (rings < 1 || rings > LiveOptions.MAX_RINGS) {
      return "--rings: must be in 1.." + LiveOptions.MAX_RINGS;
    }
    return ringMebibytes < 1 || ringMebibytes > LiveOptions.MAX_RING_MEBIBYTES
        ? "--ring-mib: must be in 1.." + LiveOptions.MAX_RING_MEBIBYTES
        : taps.complaint();
  }

  /**
   * Opens the sources.
   *
   * @param others that are open and polled with them
   */
  LiveTraffic open(Ports ports, List<Source> others) throws Complaint {
    List<Source> sources = new ArrayList<>(others);
    if (!interfaces.isEmpty()) {
      LiveOptions options = new LiveOptions(ports, rings, ringMebibytes, !notPromiscuous, tunnels);
      try {
        sources.add(LiveCapture.open(interfaces, options, Clock.SYSTEM, Notices::say));
        Notices.say(
            "capturing from " + String.join(", ", interfaces) + "; Ctrl-C or SIGTERM ends it");
      } catch (UnreadableCaptureException e) {
        throw new Complaint(Complaint.UNUSABLE, Printable.of(String.valueOf(e.getMessage())));
      } catch (IOException e) {
        throw new Complaint(Complaint.FAILED, Printable.of(Faults.describe(e, "-i")));
      }
    }
    if (taps.areGiven()) {
      sources.add(taps.open());
    }
    return new LiveTraffic(sources, Clock.SYSTEM);
  }
}
