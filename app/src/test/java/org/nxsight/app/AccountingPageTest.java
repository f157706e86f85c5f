package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nxsight.capture.LeftOut;
import org.nxsight.exchange.UnansweredReason;
import org.nxsight.exchange.selection.PassedOver;

/** docs/accounting.md and docs/selection.md tell every reason the summary can give. */
class AccountingPageTest {
  @Test
  void tellsEveryReasonForWhichPacketsAreLeftOut() throws IOException {
    assertTold("accounting.md", Arrays.stream(LeftOut.values()).map(LeftOut::key));
  }

  @Test
  void tellsEveryReasonOfIcmp() throws IOException {
    assertTold(
        "accounting.md",
        Arrays.stream(UnansweredReason.values())
            .filter(UnansweredReason::isUnreachable)
            .map(UnansweredReason::key));
  }

  @Test
  void tellsEveryReasonForPassingOver() throws IOException {
    assertTold("selection.md", Arrays.stream(PassedOver.values()).map(PassedOver::key));
  }

  private static void assertTold(String page, Stream<String> reasons) throws IOException {
    String text = Files.readString(Path.of("../docs").resolve(page));
    assertThat(reasons).allSatisfy(reason -> assertThat(text).contains("`" + reason + "`"));
  }
}
