package org.nxsight.app.serve;

import java.util.regex.Pattern;

/**
 * The names of this machine that only it itself can mean. A page on the web can make a browser ask
 * 127.0.0.1 under a name of the page's own, but not under these.
 */
final class Loopback {
  private static final Pattern HOST =
      Pattern.compile(
          "(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1])(:\\d{1,5})?",
          Pattern.CASE_INSENSITIVE);

  private Loopback() {}

  /** Whether the header Host says so. */
  static boolean isHost(String host) {
    return HOST.matcher(host).matches();
  }
}
