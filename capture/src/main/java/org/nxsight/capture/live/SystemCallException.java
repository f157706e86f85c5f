package org.nxsight.capture.live;

import java.io.IOException;

/** A system call that failed; the message is what the C library says about its errno. */
final class SystemCallException extends IOException {
  static final int EPERM = 1;
  static final int EINTR = 4;
  static final int EACCES = 13;
  static final int ENODEV = 19;
  static final int EINVAL = 22;
  static final int ENETDOWN = 100;

  private final int errno;

  SystemCallException(String call, int errno, String description) {
    super(call + ": " + description);
    this.errno = errno;
  }

  /** The error's number, the same on all Linux machines a JVM of today runs on. */
  int errno() {
    return errno;
  }
}
