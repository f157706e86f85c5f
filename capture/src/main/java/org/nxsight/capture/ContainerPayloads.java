package org.nxsight.capture;

import org.nxsight.wire.nmsg.ContainerReader;
import org.nxsight.wire.nmsg.PayloadCrc;

/** Hands on the payloads of NMSG containers. */
public final class ContainerPayloads {
  private ContainerPayloads() {}

  /** Hands on the payloads of a readable container; one with a wrong CRC is left out. */
  public static void handOn(ContainerReader container, PayloadHandler handler) {
    while (container.next()) {
      if (container.crc() == PayloadCrc.INCORRECT) {
        handler.onLeftOut(LeftOut.NMSG_WRONG_CRC, container.payload().length());
      } else {
        handler.onPayload(container.payload());
      }
    }
  }
}
