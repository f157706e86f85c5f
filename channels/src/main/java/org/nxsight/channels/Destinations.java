package org.nxsight.channels;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes the places a channel is published to. */
public final class Destinations {
  private Destinations() {}

  /**
   * Files of one channel in a directory of its name.
   *
   * @param directory holds the directories of all channels
   * @param channel the channel's name, {@code ch221} say
   * @param intervalSeconds how much record time goes to one file
   */
  public static Destination files(
      Path directory, String channel, ChannelForm form, long intervalSeconds) {
    return form.files(directory, channel, intervalSeconds, FileNaming.AT_ONCE);
  }

  /**
   * Files of one channel as above, which get their names later, together with others.
   *
   * @param sealed takes those that are whole
   */
  public static Destination files(
      Path directory, String channel, ChannelForm form, long intervalSeconds, SealedFiles sealed) {
    return form.files(directory, channel, intervalSeconds, sealed);
  }

  /**
   * Files of one channel of JSON lines in a directory of its name.
   *
   * @param sealed takes those that are whole, to give them their names later; null when they get
   *     them at once
   */
  public static LineFiles jsonLines(
      Path directory, String channel, long intervalSeconds, @Nullable SealedFiles sealed) {
    return new LineFiles(
        new RotatingFile(
            directory.resolve(channel),
            channel,
            ChannelForm.JSON.suffix(),
            intervalSeconds,
            sealed == null ? FileNaming.AT_ONCE : sealed));
  }

  /**
   * NMSG containers over UDP, unicast, broadcast or multicast.
   *
   * @param sequenceId tells this sender's numbers from those of others; a random number
   */
  public static Destination udp(InetSocketAddress address, long sequenceId) throws IOException {
    return new UdpDestination(address, sequenceId);
  }

  /**
   * Removes what an earlier run left unfinished in one channel's directory, because it can be made
   * again.
   *
   * @return how many files
   */
  public static int clearUnfinished(Path directory, String channel) throws IOException {
    return UnfinishedFiles.clear(directory.resolve(channel));
  }

  /**
   * Completes what an earlier live run left unfinished in one channel's directory, because it
   * cannot be made again: all whole containers or records stay.
   *
   * @return how many files
   */
  public static int completeUnfinished(Path directory, String channel) throws IOException {
    return UnfinishedFiles.complete(directory.resolve(channel));
  }
}
