package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.nmsg.ContainerFragments;
import org.nxsight.wire.nmsg.ContainerWriter;
import org.nxsight.wire.nmsg.PayloadView;

/** What NMSG files leave out. */
class PayloadFileTest {
  private final List<LeftOut> leftOut = new ArrayList<>();

  private final Intake intake =
      new Intake(
          new Frames().intake().packets(),
          new Frames(),
          new PayloadHandler() {
            @Override
            public void onPayload(PayloadView payload) {}

            @Override
            public void onLeftOut(LeftOut reason, long octets) {
              leftOut.add(reason);
            }
          });

  @Test
  void countsTheContainersOfWhichFragmentsAreMissing() throws IOException {
    readAll(oneFragment());
    assertThat(leftOut).containsExactly(LeftOut.NMSG_INCOMPLETE_CONTAINER);
  }

  @Test
  void countsThemWhenTheFileBreaksOffAsWell() {
    byte[] file = oneFragment();
    byte[] cut = Arrays.copyOf(file, 2 * file.length - 1);
    System.arraycopy(file, 0, cut, file.length, file.length - 1);
    assertThatThrownBy(() -> readAll(cut)).hasMessageContaining("is cut off");
    assertThat(leftOut).containsExactly(LeftOut.NMSG_INCOMPLETE_CONTAINER);
  }

  private void readAll(byte[] file) throws IOException {
    try (Source source = CaptureFile.open("file", new ByteArrayInputStream(file))) {
      while (source.poll(intake)) {
        // all is done by the handlers
      }
    }
  }

  /** The first fragment of a container that has two or more. */
  private static byte[] oneFragment() {
    ContainerWriter writer = new ContainerWriter(1 << 16);
    writer.open(2, 6, 1, 0, 5000);
    writer.close();
    int octets = writer.finish();
    ContainerFragments fragments = new ContainerFragments(1400);
    fragments.wrap(writer.buffer(), writer.start(), octets, 7);
    byte[] fragment = new byte[1400];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(fragment, 0, fragments.write(0, fragment, 0));
    return out.toByteArray();
  }
}
