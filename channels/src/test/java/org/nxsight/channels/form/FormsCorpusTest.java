package org.nxsight.channels.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.wire.nmsg.ContainerReader;
import org.nxsight.wire.nmsg.ContainerState;
import org.nxsight.wire.nmsg.Dnsqr;
import org.nxsight.wire.nmsg.FragmentAssembler;
import org.nxsight.wire.nmsg.PayloadView;
import org.nxsight.wire.protobuf.Decoded;

/**
 * Text and JSON against what nmsgtool printed, octet for octet, where {@code ../shared/corpus}
 * stands beside the repository or {@code NXSIGHT_CORPUS} names it.
 */
class FormsCorpusTest {
  @ParameterizedTest
  @ValueSource(strings = {"dnsnx1", "test1-dnsqr"})
  void printsTheTextThatNmsgtoolPrints(String name) throws IOException {
    assertThat(Printed.text(corpus(name + ".nmsg"))).isEqualTo(expected(name + ".pres"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dnsnx1", "test1-dnsqr"})
  void printsTheJsonThatNmsgtoolPrints(String name) throws IOException {
    assertThat(Printed.json(corpus(name + ".nmsg"))).isEqualTo(expected(name + ".json"));
  }

  /** dedupe.json holds other records than dedupe.nmsg; they are rebuilt from it. */
  @Test
  void printsTheDnsdedupeJsonItsRecordsWereRebuiltFrom() throws IOException {
    StringBuilder ours = new StringBuilder();
    for (String line : expected("dedupe.json").lines().toList()) {
      new RecordJson().append(ours, new RebuiltRecords(line).dnsdedupe());
    }
    assertThat(ours).hasToString(expected("dedupe.json"));
  }

  /**
   * dnsqr.json holds other records than dnsqr.nmsg; they are rebuilt from it. An older nmsgtool
   * printed it, without query_json and response_json, and with the delay as {@code %.20g}: these
   * members are left out of the comparison.
   */
  @Test
  void printsTheDnsqrJsonItsRecordsWereRebuiltFromButForDelayAndParsedMessages()
      throws IOException {
    StringBuilder ours = new StringBuilder();
    for (String line : expected("dnsqr.json").lines().toList()) {
      new RecordJson().append(ours, new RebuiltRecords(line).dnsqr());
    }
    String comparable =
        ours.toString()
            .replaceAll("\"query_json\":.*?,\"response\":", "\"response\":")
            .replaceAll("\"response_json\":.*?,\"dns\":", "\"dns\":");
    assertThat(withoutDelay(comparable)).isEqualTo(withoutDelay(expected("dnsqr.json")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dnsqr", "dnsqr2", "test1-dnsqr"})
  void findsTheChecksumVerdictThatNmsgtoolStored(String name) throws IOException {
    byte[] file = corpus(name + ".nmsg");
    ContainerReader reader = new ContainerReader(new FragmentAssembler());
    assertThat(reader.open(file, 0, file.length)).isEqualTo(ContainerState.READABLE);
    Dnsqr dnsqr = new Dnsqr();
    while (reader.next()) {
      PayloadView payload = reader.payload();
      assertThat(dnsqr.decode(payload.bytes(), payload.offset(), payload.length()))
          .isEqualTo(Decoded.OK);
      assertThat(new DnsPayload().responseChecksum(dnsqr).name())
          .isEqualTo(EnumNames.UDP_CHECKSUM.name(dnsqr.udpChecksum));
    }
  }

  private static String withoutDelay(String json) {
    assertThat(json).contains("\"delay\":");
    return json.replaceAll("\"delay\":[-+.0-9e]+,", "");
  }

  private static String expected(String name) throws IOException {
    return new String(corpus(name), StandardCharsets.UTF_8);
  }

  private static byte[] corpus(String name) throws IOException {
    String told = System.getenv("NXSIGHT_CORPUS");
    Path directory = told == null ? Path.of("../../shared/corpus") : Path.of(told);
    Path file = directory.resolve("nmsg").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> "no " + file);
    return Files.readAllBytes(file);
  }
}
