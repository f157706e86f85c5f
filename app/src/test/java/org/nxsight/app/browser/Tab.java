package org.nxsight.app.browser;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page in the browser: what a person sees of it and does with it, and what the console says. */
public final class Tab {
  /** The page has drawn the view of its address, and nothing that it asked for is still missing. */
  private static final String SETTLED =
      "document.querySelector('main h1') && !document.querySelector('[aria-busy]')"
          + " && document.getElementById('main').dataset.shows === location.hash";

  private static final int PATIENCE_MILLIS = 30_000;

  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final DevTools tools;

  Tab(HttpClient client, URI address) throws Exception {
    tools = new DevTools(client, address, this::onEvent);
    for (String domain : List.of("Runtime", "Log", "Page", "Network")) {
      tools.send(domain + ".enable", new JsonObject());
    }
    size(1440, 900);
  }

  private void onEvent(JsonObject event) {
    JsonObject parameters = event.getAsJsonObject("params");
    switch (event.get("method").getAsString()) {
      case "Runtime.exceptionThrown" -> faults.add(parameters.toString());
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning", "assert").contains(parameters.get("type").getAsString())) {
          faults.add(parameters.toString());
        }
      }
      case "Log.entryAdded" -> faults.add(parameters.getAsJsonObject("entry").toString());
      default -> {}
    }
  }

  /** Exceptions, complaints of the console, violations of the policy, answers that failed. */
  public List<String> faults() {
    return faults;
  }

  /** Loads an address from anew, and waits until its view is there. */
  public Tab open(String address) throws Exception {
    tools.send("Page.navigate", object("url", "about:blank"));
    tools.send("Page.navigate", object("url", address));
    return settle();
  }

  /** Waits until the view is there, and all that it asks for. */
  public Tab settle() throws Exception {
    return until(SETTLED);
  }

  /** Waits until an expression holds. */
  public Tab until(String condition) throws Exception {
    evaluate(
        """
        new Promise((done, fail) => {
          const end = performance.now() + %d;
          const look = () => {
            if (%s) done(true);
            else if (performance.now() > end)
              fail(new Error('in vain; the page says: ' + document.body.innerText));
            else setTimeout(look, 15);
          };
          look();
        })\
        """
            .formatted(PATIENCE_MILLIS, condition));
    return this;
  }

  /** The value of an expression, or of the promise that it is. */
  public JsonElement evaluate(String expression) throws Exception {
    JsonObject parameters = object("expression", expression);
    parameters.addProperty("awaitPromise", true);
    parameters.addProperty("returnByValue", true);
    JsonObject answer = tools.send("Runtime.evaluate", parameters);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    JsonObject result = answer.getAsJsonObject("result");
    return result.has("value") ? result.get("value") : new JsonObject();
  }

  /** The text that is seen of the first element that a selector finds. */
  public String text(String selector) throws Exception {
    return evaluate("document.querySelector(" + quoted(selector) + ").innerText").getAsString();
  }

  /** The texts that are seen of all elements that a selector finds. */
  public List<String> texts(String selector) throws Exception {
    JsonArray all =
        evaluate("[...document.querySelectorAll(" + quoted(selector) + ")].map((e) => e.innerText)")
            .getAsJsonArray();
    return all.asList().stream().map(JsonElement::getAsString).toList();
  }

  /** Clicks the middle of an element with the mouse. */
  public Tab click(String selector) throws Exception {
    JsonArray middle = middle(selector);
    mouse("mousePressed", middle, 0);
    mouse("mouseReleased", middle, 0);
    return this;
  }

  /** Draws across an element with the mouse, from its middle so many pixels to the right. */
  public Tab drag(String selector, int pixels) throws Exception {
    JsonArray middle = middle(selector);
    mouse("mouseMoved", middle, 0);
    mouse("mousePressed", middle, 0);
    mouse("mouseMoved", middle, pixels / 2);
    mouse("mouseMoved", middle, pixels);
    mouse("mouseReleased", middle, pixels);
    return this;
  }

  private JsonArray middle(String selector) throws Exception {
    return evaluate(
            """
            (() => {
              const element = document.querySelector(%s);
              element.scrollIntoView({ block: 'center' });
              const box = element.getClientRects()[0];
              return [box.x + box.width / 2, box.y + box.height / 2];
            })()\
            """
                .formatted(quoted(selector)))
        .getAsJsonArray();
  }

  private void mouse(String type, JsonArray place, int right) throws Exception {
    JsonObject mouse = object("type", type);
    mouse.addProperty("x", place.get(0).getAsDouble() + right);
    mouse.addProperty("y", place.get(1).getAsDouble());
    mouse.addProperty("button", "left");
    mouse.addProperty("buttons", type.equals("mouseReleased") ? 0 : 1);
    mouse.addProperty("clickCount", 1);
    tools.send("Input.dispatchMouseEvent", mouse);
  }

  /** Presses a key that types nothing, such as Tab or Enter. */
  public Tab press(String key) throws Exception {
    JsonObject down = object("type", "keyDown");
    down.addProperty("key", key);
    down.addProperty("windowsVirtualKeyCode", code(key));
    if (key.equals("Enter")) {
      down.addProperty("text", "\r");
    }
    tools.send("Input.dispatchKeyEvent", down);
    JsonObject up = object("type", "keyUp");
    up.addProperty("key", key);
    tools.send("Input.dispatchKeyEvent", up);
    return this;
  }

  /** Types a text, key by key. */
  public Tab type(String text) throws Exception {
    for (int i = 0; i < text.length(); i++) {
      JsonObject down = object("type", "keyDown");
      down.addProperty("key", text.substring(i, i + 1));
      down.addProperty("text", text.substring(i, i + 1));
      tools.send("Input.dispatchKeyEvent", down);
      JsonObject up = object("type", "keyUp");
      up.addProperty("key", text.substring(i, i + 1));
      tools.send("Input.dispatchKeyEvent", up);
    }
    return this;
  }

  private static int code(String key) {
    return switch (key) {
      case "Tab" -> 9;
      case "Enter" -> 13;
      case "Escape" -> 27;
      default -> throw new IllegalArgumentException(key);
    };
  }

  /** Makes the window so large; below 500 pixels it is a phone. */
  public Tab size(int width, int height) throws Exception {
    JsonObject metrics = new JsonObject();
    metrics.addProperty("width", width);
    metrics.addProperty("height", height);
    metrics.addProperty("deviceScaleFactor", 1);
    metrics.addProperty("mobile", width < 500);
    tools.send("Emulation.setDeviceMetricsOverride", metrics);
    return this;
  }

  /** Has the system prefer light or dark colours. */
  public Tab prefer(String scheme) throws Exception {
    JsonObject feature = object("name", "prefers-color-scheme");
    feature.addProperty("value", scheme);
    JsonArray features = new JsonArray();
    features.add(feature);
    JsonObject media = new JsonObject();
    media.add("features", features);
    tools.send("Emulation.setEmulatedMedia", media);
    return this;
  }

  /** What screen readers are told of: the role and the name of each node that has a role. */
  public List<String> spoken() throws Exception {
    JsonArray nodes =
        tools.send("Accessibility.getFullAXTree", new JsonObject()).getAsJsonArray("nodes");
    return nodes.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(node -> !node.get("ignored").getAsBoolean() && node.has("role"))
        .map(node -> value(node, "role") + " " + value(node, "name").strip())
        .toList();
  }

  private static String value(JsonObject node, String key) {
    JsonObject property = node.getAsJsonObject(key);
    return property == null || !property.has("value") ? "" : property.get("value").getAsString();
  }

  /** The window as a PNG. */
  public byte[] picture() throws Exception {
    JsonObject answer = tools.send("Page.captureScreenshot", object("format", "png"));
    return Base64.getDecoder().decode(answer.get("data").getAsString());
  }

  /** A text as a literal of JavaScript. */
  public static String quoted(String text) {
    return new Gson().toJson(text);
  }

  private static JsonObject object(String key, String value) {
    JsonObject object = new JsonObject();
    object.addProperty(key, value);
    return object;
  }
}
