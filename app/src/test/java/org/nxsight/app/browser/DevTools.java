package org.nxsight.app.browser;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A connection by the Chrome DevTools Protocol: commands with answers, and events. */
final class DevTools implements WebSocket.Listener {
  private static final long PATIENCE_SECONDS = 60;

  private final Map<Integer, CompletableFuture<JsonObject>> asked = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final StringBuilder text = new StringBuilder();
  private final Consumer<JsonObject> events;
  private final WebSocket socket;

  DevTools(HttpClient client, URI address, Consumer<JsonObject> events) {
    this.events = events;
    socket = client.newWebSocketBuilder().buildAsync(address, this).join();
  }

  /** Sends a command and waits for its result. */
  JsonObject send(String method, JsonObject parameters) throws Exception {
    int id = ids.incrementAndGet();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    asked.put(id, answer);
    JsonObject command = new JsonObject();
    command.addProperty("id", id);
    command.addProperty("method", method);
    command.add("params", parameters);
    socket.sendText(command.toString(), true).join();
    JsonObject answered = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (answered.has("error")) {
      throw new IllegalStateException(method + ": " + answered.get("error"));
    }
    return answered.getAsJsonObject("result");
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      JsonObject message = JsonParser.parseString(text.toString()).getAsJsonObject();
      text.setLength(0);
      if (message.has("id")) {
        CompletableFuture<JsonObject> answer = asked.remove(message.get("id").getAsInt());
        if (answer != null) {
          answer.complete(message);
        }
      } else {
        events.accept(message);
      }
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket from, Throwable fault) {
    asked.values().forEach(answer -> answer.completeExceptionally(fault));
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    onError(from, new IllegalStateException("the browser has ended: " + reason));
    return CompletableFuture.completedStage(null);
  }
}
