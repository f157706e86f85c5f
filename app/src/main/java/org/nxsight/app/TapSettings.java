package org.nxsight.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.nxsight.capture.Source;
import org.nxsight.capture.UnreadableCaptureException;
import org.nxsight.capture.tap.Taps;
import org.nxsight.wire.dnstap.DnstapRole;
import picocli.CommandLine.Option;

/** The options of {@code nxsight run} about what others report. */
final class TapSettings {
  /** What {@code --dnstap-types} accepts. */
  enum Role {
    resolver,
    forwarder,
    client,
    auth,
    stub,
    tool,
    update
  }

  @Option(
      names = "--dnstap",
      paramLabel = "unix:PATH|tcp:HOST:PORT",
      description =
          "listens for resolvers that report by dnstap, until SIGTERM or SIGINT; a Unix socket can"
              + " be written by its owner and group; repeatable")
  private List<String> dnstap = new ArrayList<>();

  @Option(
      names = "--dnstap-types",
      paramLabel = "ROLE",
      split = ",",
      defaultValue = "resolver",
      description =
          "what is taken from dnstap: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, which is"
              + " what resolvers and authorities say to each other)")
  private List<Role> roles = List.of(Role.resolver);

  @Option(
      names = "--nmsg",
      paramLabel = "udp:ADDR/PORT[..PORT]",
      description =
          "takes NMSG containers that sensors send by UDP, until SIGTERM or SIGINT; a multicast"
              + " address is joined; repeatable")
  private List<String> nmsg = new ArrayList<>();

  /** Whether any socket was asked for. */
  boolean areGiven() {
    return !dnstap.isEmpty() || !nmsg.isEmpty();
  }

  /** Which legs of a look-up are taken from dnstap. */
  Set<DnstapRole> dnstapRoles() {
    Set<DnstapRole> wanted = EnumSet.noneOf(DnstapRole.class);
    for (Role role : roles) {
      wanted.add(DnstapRole.valueOf(role.name().toUpperCase(Locale.ROOT)));
    }
    return wanted;
  }

  /** What is wrong with the options; empty when nothing is. */
  String complaint() {
    try {
      dnstap.forEach(TapAddress::parse);
    } catch (IllegalArgumentException e) {
      return "--dnstap: " + e.getMessage();
    }
    try {
      nmsg.forEach(NmsgAddress::parse);
    } catch (IllegalArgumentException e) {
      return "--nmsg: " + e.getMessage();
    }
    return "";
  }

  /** Opens the sockets. */
  Source open() throws Complaint {
    try {
      return listen(Taps.open());
    } catch (UnreadableCaptureException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new Complaint(Complaint.FAILED, Printable.of(Faults.describe(e, "--dnstap or --nmsg")));
    }
  }

  private Source listen(Taps taps) throws IOException {
    try {
      for (String text : dnstap) {
        taps.listenForDnstap(TapAddress.parse(text));
      }
      for (String text : nmsg) {
        for (InetSocketAddress address : NmsgAddress.parse(text)) {
          taps.listenForNmsg(address);
        }
      }
      Notices.say(
          "listening on "
              + String.join(", ", Stream.concat(dnstap.stream(), nmsg.stream()).toList())
              + "; Ctrl-C or SIGTERM ends it");
      return taps;
    } catch (IOException e) {
      taps.close();
      throw e;
    }
  }
}
