package org.nxsight.channels.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden files in {@code forms/}; their README says where they come from. */
class FormsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"dnsnx", "dnsqr-unanswered", "dnsqr-fragments", "dnsdedupe", "other-types"})
  void writesTheContainerOfTheCase(String name) throws IOException {
    assertThat(Cases.container(name)).isEqualTo(resource(name, "in.nmsg"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dnsnx", "dnsqr-unanswered", "dnsqr-fragments", "dnsdedupe", "other-types"})
  void printsTheTextOfTheCase(String name) throws IOException {
    String expected = new String(resource(name, "expected.txt"), StandardCharsets.UTF_8);
    assertThat(Printed.text(resource(name, "in.nmsg"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dnsnx", "dnsqr-unanswered", "dnsqr-fragments", "dnsdedupe", "other-types"})
  void printsTheJsonOfTheCase(String name) throws IOException {
    String expected = new String(resource(name, "expected.json"), StandardCharsets.UTF_8);
    assertThat(Printed.json(resource(name, "in.nmsg"))).isEqualTo(expected);
  }

  private static byte[] resource(String name, String file) throws IOException {
    String path = "/forms/" + name + "/" + file;
    try (InputStream in = FormsTest.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    }
  }
}
