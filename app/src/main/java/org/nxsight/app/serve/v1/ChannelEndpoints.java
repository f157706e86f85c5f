package org.nxsight.app.serve.v1;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.serve.Call;
import org.nxsight.app.serve.Route;
import org.nxsight.store.pdns.BadQuestionException;

/** The channels' files. */
final class ChannelEndpoints {
  /** What there can be, with what it is. */
  private static final Map<String, String> CHANNELS = channels();

  /** Downloads at once; each reads a file as fast as it is taken. */
  private static final int MOST_DOWNLOADS = 4;

  private final Path directory;
  private final boolean live;
  private final Semaphore downloads = new Semaphore(MOST_DOWNLOADS);

  ChannelEndpoints(Path data, boolean live) {
    directory = data.resolve("channels");
    this.live = live;
  }

  private static Map<String, String> channels() {
    Map<String, String> channels = new LinkedHashMap<>();
    channels.put("ch204", "Answers");
    channels.put("ch220", "DNS Errors");
    channels.put("ch221", "NXDOMAIN");
    channels.put("findings", "Findings");
    return channels;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/channels", this::list),
        Route.get("/api/v1/channels/{channel}/download", this::download, "from", "to", "format"));
  }

  private void list(Call call) throws IOException {
    List<Map<String, @Nullable Object>> items = new ArrayList<>();
    for (Map.Entry<String, String> channel : CHANNELS.entrySet()) {
      List<ChannelFiles.File> files = ChannelFiles.in(directory.resolve(channel.getKey()));
      Map<String, @Nullable Object> item = new LinkedHashMap<>();
      item.put("channel", channel.getKey());
      item.put("name", channel.getValue());
      item.put("from", files.isEmpty() ? null : Page.iso(files.getFirst().startSeconds()));
      item.put("to", files.isEmpty() ? null : Page.iso(files.getLast().startSeconds()));
      item.put("files", (long) files.size());
      item.put("octets", files.stream().mapToLong(ChannelFiles.File::octets).sum());
      item.put("live", live);
      items.add(item);
    }
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("items", items);
    answer.put("more", false);
    Reply reply = Reply.json(answer);
    call.send(reply.type(), reply.octets());
  }

  private void download(Call call) throws IOException, BadQuestionException {
    String channel = call.path("channel");
    if (!CHANNELS.containsKey(channel)) {
      call.refuse(Status.NOT_FOUND_404, "the channels are " + String.join(", ", CHANNELS.keySet()));
      return;
    }
    boolean findings = channel.equals("findings");
    String format = call.parameters().one("format");
    String form = format == null ? (findings ? "json" : "nmsg") : format;
    if (!form.equals("json") && (findings || !form.equals("nmsg"))) {
      throw new BadQuestionException(findings ? "format is json" : "format is nmsg or json");
    }
    long from = time(call, "from", Long.MIN_VALUE);
    long to = time(call, "to", Long.MAX_VALUE);
    List<ChannelFiles.File> files =
        ChannelFiles.in(directory.resolve(channel)).stream()
            .filter(file -> file.startSeconds() < to)
            .filter(file -> file.form().equals(findings ? "json" : "nmsg"))
            .toList();
    if (!downloads.tryAcquire()) {
      Questions.busy(call, MOST_DOWNLOADS + " downloads go on; try again later");
      return;
    }
    try {
      send(call, channel, form, new Download(files, from, to));
    } finally {
      downloads.release();
    }
  }

  private static void send(Call call, String channel, String form, Download download) {
    boolean nmsg = form.equals("nmsg");
    call.response()
        .header(HeaderNames.CONTENT_TYPE, nmsg ? "application/x-nmsg" : "application/x-ndjson");
    call.response()
        .header(
            HeaderNames.CONTENT_DISPOSITION,
            "attachment; filename=\"" + channel + (nmsg ? ".nmsg\"" : ".jsonl\""));
    try (OutputStream out = call.response().outputStream()) {
      if (nmsg) {
        download.writeNmsg(out);
      } else if (channel.equals("findings")) {
        download.writeFindings(out);
      } else {
        download.writeJson(out);
      }
    } catch (IOException | UncheckedIOException e) {
      // The client has hung up, or a file is gone or broken: what was sent ends without an end.
    }
  }

  private static long time(Call call, String name, long absent) throws BadQuestionException {
    String value = call.parameters().one(name);
    if (value == null) {
      return absent;
    }
    try {
      return value.matches("\\d{1,11}")
          ? Long.parseLong(value)
          : Instant.parse(value).getEpochSecond();
    } catch (DateTimeException e) {
      throw new BadQuestionException(name + " is 2026-01-31T00:00:00Z or seconds since 1970");
    }
  }
}
