package org.nxsight.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nxsight.wire.dnstap.DnstapRole;

/** dnstap files: ours, real ones, and broken ones. */
class FrameStreamFileTest {
  private static final long SECONDS_2 = 2_000_000_000L;

  private final Frames frames = new Frames();

  @Test
  void readsFilesThatWerePutTogether() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(DnstapSamples.stream(new byte[] {1}));
    both.writeBytes(DnstapSamples.stream(new byte[] {2}, new byte[] {3}));
    read(both.toByteArray());
    assertThat(frames.taken).containsExactly("01", "02", "03");
  }

  @Test
  void readsAFileThatNobodyStopped() throws IOException {
    byte[] stream = DnstapSamples.stream(new byte[] {1});
    read(Arrays.copyOf(stream, stream.length - 12));
    assertThat(frames.taken).containsExactly("01");
  }

  @Test
  void tellsWhereAFileBreaksOff() {
    byte[] stream = DnstapSamples.stream(new byte[] {1}, new byte[] {2, 2});
    assertThatThrownBy(() -> read(Arrays.copyOf(stream, stream.length - 13)))
        .hasMessage("f: ends inside frame 2; kept the 1 frames before it");
    assertThat(frames.taken).containsExactly("01");
  }

  @Test
  void refusesZerosThatAreNoFrameStream() {
    assertThatThrownBy(() -> read(new byte[100]))
        .isInstanceOf(UnreadableCaptureException.class)
        .hasMessage("f: begins with zeros but is no Frame Streams file");
    assertThatThrownBy(() -> read(new byte[5]))
        .hasMessage("f: ends before the START of a Frame Streams file");
  }

  @Test
  void countsEveryFrameOfTheCorpusInOnePlace() throws IOException {
    List<Path> files = Corpus.files("fstrm");
    assertThat(files).hasSizeGreaterThan(20);
    for (Path file : files) {
      PacketCounts counts = new PacketCounts();
      Intake intake = intake(counts);
      try (Source source = CaptureFile.open(file)) {
        while (source.poll(intake)) {}
      } catch (UnreadableCaptureException cutOff) {
        assertThat(cutOff.nothingRead()).as(file.toString()).isFalse();
      }
      assertThat(counts.packets()).as(file.toString()).isPositive();
      assertIdentity(counts);
    }
  }

  @Test
  void countsEveryFrameOfTwoSecondsOfMutations() throws IOException {
    long seed = System.nanoTime();
    System.out.println("FrameStreamFileTest seed " + seed);
    Random random = new Random(seed);
    byte[] stream =
        DnstapSamples.stream(
            DnstapSamples.query(),
            DnstapSamples.response(),
            DnstapSamples.frame(
                DnstapSamples.RESOLVER_RESPONSE, DnstapSamples.QUERY, DnstapSamples.RESPONSE));
    PacketCounts counts = new PacketCounts();
    Intake intake = intake(counts);
    long start = System.nanoTime();
    while (System.nanoTime() - start < SECONDS_2) {
      byte[] mutated = Arrays.copyOf(stream, 1 + random.nextInt(stream.length));
      for (int i = random.nextInt(4); i > 0; i--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
      }
      try (Source source = CaptureFile.open("f", new ByteArrayInputStream(mutated))) {
        while (source.poll(intake)) {}
      } catch (UnreadableCaptureException unreadable) {
        assertThat(unreadable.getMessage()).startsWith("f: ");
      }
      assertIdentity(counts);
    }
  }

  private void read(byte[] octets) throws IOException {
    try (Source source = CaptureFile.open("f", new ByteArrayInputStream(octets))) {
      while (source.poll(frames.intake())) {}
    }
  }

  private static Intake intake(PacketCounts counts) {
    DnstapMessages messages =
        new DnstapMessages(EnumSet.allOf(DnstapRole.class), counts, captured -> {});
    Intake others = new Frames().intake();
    return new Intake(others.packets(), messages, others.payloads());
  }

  private static void assertIdentity(PacketCounts counts) {
    long leftOut = Arrays.stream(LeftOut.values()).mapToLong(counts::leftOut).sum();
    assertThat(counts.dnsPackets() + leftOut).isEqualTo(counts.packets());
    assertThat(counts.dnsMessages()).isBetween(counts.dnsPackets(), 2 * counts.dnsPackets());
  }
}
