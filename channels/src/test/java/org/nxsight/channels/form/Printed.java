package org.nxsight.channels.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiConsumer;
import org.nxsight.wire.nmsg.ContainerReader;
import org.nxsight.wire.nmsg.ContainerState;
import org.nxsight.wire.nmsg.FragmentAssembler;
import org.nxsight.wire.nmsg.PayloadView;

/** All payloads of a file of containers in one of the two forms. */
final class Printed {
  private Printed() {}

  static String text(byte[] file) {
    RecordText form = new RecordText();
    return print(file, form::append);
  }

  static String json(byte[] file) {
    RecordJson form = new RecordJson();
    return print(file, form::append);
  }

  private static String print(byte[] file, BiConsumer<StringBuilder, PayloadView> form) {
    StringBuilder out = new StringBuilder();
    ContainerReader reader = new ContainerReader(new FragmentAssembler());
    for (int at = 0; at < file.length; ) {
      int octets = ContainerReader.octetsNeeded(file, at, file.length - at);
      assertThat(reader.open(file, at, octets)).isEqualTo(ContainerState.READABLE);
      while (reader.next()) {
        form.accept(out, reader.payload());
      }
      at += octets;
    }
    return out.toString();
  }
}
