package org.nxsight.wire.nmsg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers and payloads against files that nmsgtool wrote. */
class ContainerCorpusTest {
  private final ContainerReader reader = new ContainerReader(new FragmentAssembler());

  @ParameterizedTest
  @ValueSource(
      strings = {"test1-dnsqr.nmsg", "dnsqr.nmsg", "dnsqr2.nmsg", "dnsnx1.nmsg", "dedupe.nmsg"})
  void rewritesAFileToTheSameOctets(String name) throws IOException {
    byte[] file = Corpus.nmsg(name);
    ContainerWriter writer = new ContainerWriter(1 << 20);
    byte[] rewritten = new byte[0];
    for (int at = 0; at < file.length; ) {
      int octets = ContainerReader.octetsNeeded(file, at, file.length - at);
      assertThat(reader.open(file, at, octets)).isEqualTo(ContainerState.READABLE);
      copy(writer);
      int length = writer.finish();
      byte[] container = Arrays.copyOfRange(writer.buffer(), 0, length);
      rewritten = concat(rewritten, container);
      writer.reset();
      at += octets;
    }
    assertThat(rewritten).isEqualTo(file);
  }

  private void copy(ContainerWriter writer) {
    while (reader.next()) {
      PayloadView payload = reader.payload();
      byte[] again = Payloads.recode(payload);
      int at =
          writer.open(
              payload.vendor(),
              payload.type(),
              payload.epochNanos(),
              payload.source(),
              again.length);
      System.arraycopy(again, 0, writer.buffer(), at, again.length);
      writer.close();
    }
  }

  private static byte[] concat(byte[] head, byte[] tail) {
    byte[] both = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, both, head.length, tail.length);
    return both;
  }

  @ParameterizedTest
  @CsvSource({
    "test_crc32c_absent.nmsg, ABSENT",
    "test_crc32c_correct.nmsg, CORRECT",
    "test_crc32c_incorrect.nmsg, INCORRECT"
  })
  void tellsTheVerdictOnACrc(String name, PayloadCrc verdict) throws IOException {
    byte[] file = Corpus.nmsg(name);
    assertThat(reader.open(file, 0, file.length)).isEqualTo(ContainerState.READABLE);
    assertThat(reader.next()).isTrue();
    assertThat(reader.crc()).isEqualTo(verdict);
    assertThat(reader.next()).isFalse();
  }

  @Test
  void readsTypesItHasNoDecoderFor() throws IOException {
    byte[] file = Corpus.nmsg("test1-dnsobs.nmsg");
    assertThat(reader.open(file, 0, file.length)).isEqualTo(ContainerState.READABLE);
    while (reader.next()) {
      assertThat(reader.payload().is(1, 14)).isTrue();
      assertThat(reader.crc()).isEqualTo(PayloadCrc.CORRECT);
    }
    assertThat(reader.payloads()).isPositive();
  }
}
