package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.app.Program.Outcome;

/** How a person says that nobody is to see who asked, and what is said back. */
class PrivacySettingsTest {
  private static final String SAMPLE = "../samples/first-light.pcap";
  private static final String HEX =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1B1C1D1E1F";

  @TempDir private Path directory = Path.of(".");

  @ParameterizedTest
  @CsvSource({
    "'', false",
    "DNSQR_ZERO_RESOLVER_ADDRESS=0, false",
    "DNSQR_ZERO_RESOLVER_ADDRESS=1, true",
    "DNSQR_ZERO_RESOLVER_ADDRESS=true, true",
  })
  void takesNmsgtoolsNameFromTheEnvironment(String environment, boolean zeroed) throws Exception {
    Outcome outcome = inShell(environment);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().contains("\"privacy\":{\"client_subnets\"")).isEqualTo(zeroed);
  }

  @Test
  void theOptionAndTheEnvironmentMeanTheSame() throws Exception {
    assertThat(inShell("DNSQR_ZERO_RESOLVER_ADDRESS=1", "--zero-resolver").out())
        .contains("\"privacy\":{\"client_subnets\"");
  }

  @Test
  void refusesWhatIsNeitherYesNorNo() throws Exception {
    Outcome outcome = inShell("DNSQR_ZERO_RESOLVER_ADDRESS=maybe");
    assertThat(outcome.status()).isEqualTo(Complaint.UNUSABLE);
    assertThat(outcome.err()).contains("DNSQR_ZERO_RESOLVER_ADDRESS must be 0 or 1, not maybe");
  }

  @Test
  void refusesBoth() throws Exception {
    String key = key(HEX) + "";
    Outcome outcome = run("--zero-resolver", "--anonymize", key);
    assertThat(outcome.status()).isEqualTo(Complaint.UNUSABLE);
    assertThat(outcome.err()).startsWith("nxsight: --anonymize: ").contains("choose one");
    assertThat(inShell("DNSQR_ZERO_RESOLVER_ADDRESS=1", "--anonymize", key).status())
        .isEqualTo(Complaint.UNUSABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void readsAKeyAsOctetsOrAsDigits(String end) throws Exception {
    byte[] octets = new byte[32];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) i;
    }
    Path file = directory.resolve("octets");
    Files.write(file, octets);
    assertThat(KeyFile.read(file)).isEqualTo(octets);
    assertThat(KeyFile.read(key(HEX + end))).isEqualTo(octets);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "  " + HEX, HEX + "\n\n", HEX + HEX, "x" + HEX})
  void refusesWhatIsNoKeyAndDoesNotShowIt(String content) throws Exception {
    Outcome outcome = run("--anonymize", key(content) + "");
    assertThat(outcome.status()).isEqualTo(Complaint.UNUSABLE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).hasLineCount(1).contains("is no key: 32 octets are expected");
    assertThat(outcome.err().replace(directory.toString(), "")).doesNotContain(HEX, "short");
  }

  @Test
  void saysWhenThereIsNoKeyFile() {
    Outcome outcome = run("--anonymize", directory.resolve("none") + "");
    assertThat(outcome.status()).isEqualTo(Complaint.UNUSABLE);
    assertThat(outcome.err()).hasLineCount(1).contains("none: no such file");
    assertThat(run("--anonymize", directory + "").status()).isEqualTo(Complaint.UNUSABLE);
  }

  @Test
  void warnsWhenOthersMayReadTheKey() throws Exception {
    Path key = key(HEX);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    Outcome outcome = run("--anonymize", key + "");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).hasLineCount(1).contains("others may read this key; chmod 600 it");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertThat(run("--anonymize", key + "").err()).isEmpty();
  }

  private Path key(String content) throws IOException {
    return Files.write(directory.resolve("key"), content.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Outcome run(String... options) {
    return Program.here(InputStream.nullInputStream(), words(options));
  }

  private Outcome inShell(String environment, String... options) throws Exception {
    return Program.inShell(environment + " \"$@\"", words(options).toArray(String[]::new));
  }

  private List<String> words(String... options) {
    List<String> words = new ArrayList<>(List.of("run", SAMPLE, "--summary=json"));
    words.addAll(List.of("-o", directory.resolve("out") + ""));
    words.addAll(List.of(options));
    return words;
  }
}
