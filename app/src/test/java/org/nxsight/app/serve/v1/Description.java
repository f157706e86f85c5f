package org.nxsight.app.serve.v1;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The OpenAPI file: its operations, and what answers must be by its schemas. */
public final class Description {
  /** An operation, with its parameters in the order of the file. */
  public record Operation(String path, String method, JsonObject json, List<Parameter> parameters) {
    /** A URL of it with the examples of the parameters that are wanted. */
    String url(java.util.function.Predicate<Parameter> wanted) {
      String url = path;
      StringBuilder query = new StringBuilder();
      for (Parameter each : parameters) {
        if (each.inPath) {
          url = url.replace("{" + each.name + "}", encoded(each.example));
        } else if (wanted.test(each)) {
          query.append(query.isEmpty() ? '?' : '&').append(each.name).append('=');
          query.append(encoded(each.example));
        }
      }
      return url + query;
    }

    /** Whether it is of the process of a run only. */
    public boolean isLive() {
      return json.getAsJsonArray("tags").contains(new JsonPrimitive("live"));
    }

    /** Whether its answer goes on for ever. */
    boolean isStream() {
      return path.endsWith("/live");
    }

    /** The forms in which it is answered. */
    Set<String> forms(Description of) {
      JsonObject ok = of.resolved(json.getAsJsonObject("responses").getAsJsonObject("200"));
      return ok.getAsJsonObject("content").keySet();
    }

    /** The names of its parameters behind the question mark. */
    public Set<String> queried() {
      Set<String> names = new TreeSet<>();
      parameters.stream().filter(each -> !each.inPath).forEach(each -> names.add(each.name));
      return names;
    }

    /** The schema of what is answered in JSON; null when that is not described. */
    @Nullable JsonElement answer() {
      JsonObject ok = json.getAsJsonObject("responses").getAsJsonObject("200");
      JsonObject content = ok == null ? null : ok.getAsJsonObject("content");
      JsonObject type = content == null ? null : content.getAsJsonObject("application/json");
      return type == null ? null : type.get("schema");
    }
  }

  /** One parameter. */
  public record Parameter(String name, boolean inPath, String example) {}

  final JsonObject root;

  public Description() throws Exception {
    try (InputStream in = StoreApi.class.getResourceAsStream("openapi.yaml")) {
      Object yaml =
          new Load(LoadSettings.builder().build()).loadFromInputStream(Objects.requireNonNull(in));
      root = new Gson().toJsonTree(yaml).getAsJsonObject();
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Each of them. */
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    for (Map.Entry<String, JsonElement> path : root.getAsJsonObject("paths").entrySet()) {
      for (Map.Entry<String, JsonElement> method : path.getValue().getAsJsonObject().entrySet()) {
        JsonObject operation = method.getValue().getAsJsonObject();
        List<Parameter> parameters = new ArrayList<>();
        if (operation.has("parameters")) {
          for (JsonElement each : operation.getAsJsonArray("parameters")) {
            JsonObject parameter = resolved(each.getAsJsonObject());
            parameters.add(
                new Parameter(
                    parameter.get("name").getAsString(),
                    parameter.get("in").getAsString().equals("path"),
                    parameter.get("example").getAsString()));
          }
        }
        all.add(new Operation(path.getKey(), method.getKey(), operation, parameters));
      }
    }
    return all;
  }

  private JsonObject resolved(JsonObject object) {
    if (!object.has("$ref")) {
      return object;
    }
    JsonObject at = root;
    for (String step : object.get("$ref").getAsString().substring(2).split("/", -1)) {
      at = at.getAsJsonObject(step);
    }
    return resolved(at);
  }

  /** What is wrong with a value; nothing when it is as the schema has it. */
  List<String> faults(JsonElement value, JsonElement schema, String where) {
    JsonObject rules = resolved(schema.getAsJsonObject());
    List<String> faults = new ArrayList<>();
    if (rules.has("oneOf")) {
      long fitting = 0;
      for (JsonElement each : rules.getAsJsonArray("oneOf")) {
        fitting += faults(value, each, where).isEmpty() ? 1 : 0;
      }
      return fitting == 1 ? faults : List.of(where + ": fits " + fitting + " of oneOf");
    }
    if (rules.has("type") && !isOfType(value, rules.get("type"))) {
      return List.of(where + ": " + value + " is no " + rules.get("type"));
    }
    if (rules.has("enum") && !rules.getAsJsonArray("enum").contains(value)) {
      faults.add(where + ": " + value + " is not one of " + rules.get("enum"));
    }
    if (value instanceof JsonPrimitive primitive) {
      checkPrimitive(primitive, rules, where, faults);
    } else if (value instanceof JsonArray array && rules.has("items")) {
      for (int i = 0; i < array.size(); i++) {
        faults.addAll(faults(array.get(i), rules.get("items"), where + "[" + i + "]"));
      }
    } else if (value instanceof JsonObject object) {
      checkObject(object, rules, where, faults);
    }
    return faults;
  }

  private static void checkPrimitive(
      JsonPrimitive value, JsonObject rules, String where, List<String> faults) {
    if (rules.has("pattern")
        && !Pattern.compile(rules.get("pattern").getAsString())
            .matcher(value.getAsString())
            .find()) {
      faults.add(where + ": " + value + " is not " + rules.get("pattern"));
    }
    if (rules.has("minimum") && value.getAsDouble() < rules.get("minimum").getAsDouble()) {
      faults.add(where + ": " + value + " is too small");
    }
    if (rules.has("maximum") && value.getAsDouble() > rules.get("maximum").getAsDouble()) {
      faults.add(where + ": " + value + " is too large");
    }
  }

  private void checkObject(JsonObject object, JsonObject rules, String where, List<String> faults) {
    JsonObject properties =
        rules.has("properties") ? rules.getAsJsonObject("properties") : new JsonObject();
    if (rules.has("required")) {
      for (JsonElement name : rules.getAsJsonArray("required")) {
        if (!object.has(name.getAsString())) {
          faults.add(where + ": has no " + name);
        }
      }
    }
    JsonElement others = rules.get("additionalProperties");
    for (Map.Entry<String, JsonElement> member : object.entrySet()) {
      String at = where + "." + member.getKey();
      if (properties.has(member.getKey())) {
        faults.addAll(faults(member.getValue(), properties.get(member.getKey()), at));
      } else if (others instanceof JsonObject schema) {
        faults.addAll(faults(member.getValue(), schema, at));
      } else if (others instanceof JsonPrimitive allowed && !allowed.getAsBoolean()) {
        faults.add(at + ": is not described");
      }
    }
  }

  private static boolean isOfType(JsonElement value, JsonElement type) {
    if (type instanceof JsonArray several) {
      for (JsonElement each : several) {
        if (isOfType(value, each)) {
          return true;
        }
      }
      return false;
    }
    return switch (type.getAsString()) {
      case "object" -> value instanceof JsonObject;
      case "array" -> value instanceof JsonArray;
      case "null" -> value instanceof JsonNull;
      case "string" -> value instanceof JsonPrimitive primitive && primitive.isString();
      case "boolean" -> value instanceof JsonPrimitive primitive && primitive.isBoolean();
      case "number" -> value instanceof JsonPrimitive primitive && primitive.isNumber();
      case "integer" ->
          value instanceof JsonPrimitive primitive
              && primitive.isNumber()
              && primitive.getAsString().matches("-?\\d+");
      default -> throw new IllegalArgumentException("no type is called " + type);
    };
  }
}
