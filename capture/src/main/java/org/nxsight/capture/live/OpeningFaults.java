package org.nxsight.capture.live;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.stream.Collectors;
import org.nxsight.capture.UnreadableCaptureException;

/** Why an interface cannot be captured from, in one line that says what to do. */
final class OpeningFaults {
  private static final int ENOMEM = 12;

  private OpeningFaults() {}

  /** The C library's calls, where there are such. */
  static Libc libc() throws UnreadableCaptureException {
    String system = System.getProperty("os.name", "");
    if (!system.equals("Linux")) {
      throw new UnreadableCaptureException(
          "-i: interfaces are captured from on Linux only, and this is "
              + system
              + "; elsewhere try: tcpdump -i IF -w - | ./nxsight run -",
          true);
    }
    return new Libc();
  }

  static UnreadableCaptureException of(
      String name, LiveOptions options, SystemCallException fault) {
    return new UnreadableCaptureException(name + ": " + describe(options, fault), true);
  }

  private static String describe(LiveOptions options, SystemCallException fault) {
    return switch (fault.errno()) {
      case SystemCallException.EPERM, SystemCallException.EACCES ->
          "live capture needs CAP_NET_RAW: run it by sudo, or as yourself with nothing but that:"
              + " sudo setpriv --reuid=$USER --regid=$(id -g) --init-groups --inh-caps=+net_raw"
              + " --ambient-caps=+net_raw ./nxsight run -i ...";
      case SystemCallException.ENODEV -> "no such interface; there are: any" + others();
      case ENOMEM ->
          "no memory for "
              + options.rings()
              + " x "
              + options.ringMebibytes()
              + " MiB of ring; choose less by --ring-mib or --rings";
      default -> String.valueOf(fault.getMessage());
    };
  }

  private static String others() {
    try {
      return NetworkInterface.networkInterfaces()
          .map(each -> ", " + each.getName())
          .sorted()
          .collect(Collectors.joining());
    } catch (SocketException e) {
      return "";
    }
  }
}
