package org.nxsight.app;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON objects (RFC 8259, strictly): members are strings, numbers as {@link Long} or {@link
 * Double}, booleans, null, lists and objects.
 */
final class JsonObjects {
  private static final Gson GSON =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE)
          .create();

  private static final TypeToken<Map<String, @Nullable Object>> MEMBERS = new TypeToken<>() {};

  private JsonObjects() {}

  /** The members; an {@link IllegalArgumentException} says in one line what is wrong and where. */
  static Map<String, @Nullable Object> parse(String text) {
    try {
      Map<String, @Nullable Object> members = GSON.fromJson(text, MEMBERS);
      if (members == null) {
        throw new IllegalArgumentException("nothing stands there");
      }
      return members;
    } catch (JsonParseException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException(
          String.valueOf(cause.getMessage()).lines().findFirst().orElse("no object"), e);
    }
  }
}
