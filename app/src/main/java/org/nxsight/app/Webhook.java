package org.nxsight.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.Finding;
import org.nxsight.analysis.findings.FindingJson;

/**
 * Posts findings to a URL, one JSON object a request, in their order, from a thread of its own.
 * What is not taken with a status of 2xx is tried again after 1, 4 and 16 seconds, and then given
 * up and counted; so is what comes while too many wait.
 */
final class Webhook implements Notifier {
  /** Findings that wait; at some 2 kB each. */
  private static final int MAX_WAITING = 1_000;

  private static final int TRIES = 4;
  private static final long FIRST_PAUSE_MILLIS = 1_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final long END_MILLIS = 30_000;
  private static final String ALGORITHM = "HmacSHA256";
  private static final String END = "";

  private final URI url;
  private final byte @Nullable [] key;
  private final NotableFindings notable;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final AtomicLong told = new AtomicLong();
  private final AtomicLong lost = new AtomicLong();
  private final Thread thread;
  private volatile boolean ending;

  /**
   * @param key signs what is posted; null for none
   * @throws IllegalArgumentException with a line when it is no URL that can be posted to
   */
  Webhook(String url, byte @Nullable [] key, NotableFindings notable) {
    this.url = parse(url);
    this.key = key;
    this.notable = notable;
    thread = Thread.ofPlatform().daemon().name("webhook").start(this::work);
  }

  private static URI parse(String text) {
    try {
      URI url = URI.create(text);
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (http && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new IllegalArgumentException(
        "--notify: '" + text + "' is no URL such as https://example.com/findings");
  }

  @Override
  public void onFinding(Finding finding) {
    if (!notable.contains(finding)) {
      return;
    }
    StringBuilder json = new StringBuilder();
    FindingJson.append(json, finding);
    if (!waiting.offer(json.toString())) {
      lost.incrementAndGet();
    }
  }

  private void work() {
    try {
      for (String body = waiting.take(); !body.equals(END); body = waiting.take()) {
        if (post(body)) {
          told.incrementAndGet();
        } else {
          lost.incrementAndGet();
        }
      }
    } catch (InterruptedException e) {
      lost.addAndGet(waiting.stream().filter(body -> !body.equals(END)).count());
    }
  }

  private boolean post(String body) throws InterruptedException {
    HttpRequest request = request(body.getBytes(StandardCharsets.UTF_8));
    long pauseMillis = FIRST_PAUSE_MILLIS;
    for (int tries = 1; ; tries++) {
      try {
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 == 2) {
          return true;
        }
      } catch (IOException e) {
        // Tried again.
      }
      if (tries == TRIES || ending) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(pauseMillis);
      pauseMillis *= 4;
    }
  }

  private HttpRequest request(byte[] body) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(url)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("User-Agent", "nxsight/" + Version.current())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    byte[] secret = key;
    if (secret != null) {
      builder.header("X-Nxsight-Signature", "sha256=" + signature(secret, body));
    }
    return builder.build();
  }

  private static String signature(byte[] key, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  @Override
  public String summary() {
    return "posted " + told + " findings to " + url.getHost() + lostText();
  }

  private String lostText() {
    return lost.get() == 0 ? "" : ", and could not post " + lost;
  }

  @Override
  public void close() {
    ending = true;
    try {
      if (waiting.offer(END, END_MILLIS, TimeUnit.MILLISECONDS)) {
        thread.join(END_MILLIS);
      }
      thread.interrupt();
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.shutdownNow();
  }
}
