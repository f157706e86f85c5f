package org.nxsight.capture;

import java.io.IOException;

/** The payloads of an NMSG file, a container at a time. */
final class PayloadFile implements Source {
  private final ContainerFile file;
  private final OctetCounter inputOctets;
  private long malformed;
  private long malformedOctets;

  /**
   * @param inputOctets counts what was taken from the input itself
   */
  PayloadFile(ContainerFile file, OctetCounter inputOctets) {
    this.file = file;
    this.inputOctets = inputOctets;
  }

  @Override
  public boolean poll(Intake intake) throws IOException {
    boolean found = false;
    try {
      found = file.next();
    } finally {
      countMalformed(intake.payloads());
      if (!found) {
        countIncomplete(intake.payloads());
      }
    }
    if (found) {
      ContainerPayloads.handOn(file.container(), intake.payloads());
    }
    return found;
  }

  private void countMalformed(PayloadHandler handler) {
    for (; malformed < file.malformed(); malformed++) {
      long octets = file.malformedOctets() - malformedOctets;
      handler.onLeftOut(LeftOut.NMSG_MALFORMED_CONTAINER, octets);
      malformedOctets += octets;
    }
  }

  /** At the end, or where the file breaks off. */
  private void countIncomplete(PayloadHandler handler) {
    for (long i = file.incomplete(); i > 0; i--) {
      handler.onLeftOut(LeftOut.NMSG_INCOMPLETE_CONTAINER, 0);
    }
  }

  @Override
  public long inputOctets() {
    return inputOctets.octets();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
