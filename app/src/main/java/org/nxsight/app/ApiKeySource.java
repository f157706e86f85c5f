package org.nxsight.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.serve.ApiKey;

/** Where the API key comes from: a file of one line, or the environment. It is never shown. */
final class ApiKeySource {
  /** The variable of the environment. */
  static final String VARIABLE = "NXSIGHT_API_KEY";

  private static final String FORM =
      "is no API key: one line of "
          + ApiKey.LEAST_CHARACTERS
          + " to "
          + ApiKey.MOST_CHARACTERS
          + " printable characters without spaces is expected, as from openssl rand -hex 32";

  private ApiKeySource() {}

  /** The key in the file, or else in the environment; null when there is none. */
  static @Nullable ApiKey read(@Nullable Path file, @Nullable String variable) throws Complaint {
    if (file != null) {
      return inFile(file);
    }
    return variable == null || variable.isEmpty() ? null : key(variable, VARIABLE);
  }

  private static ApiKey inFile(Path file) throws Complaint {
    byte[] octets;
    try (InputStream in = Files.newInputStream(file)) {
      octets = in.readNBytes(ApiKey.MOST_CHARACTERS + "\r\n".length() + 1);
    } catch (IOException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(Faults.describe(e, file.toString())));
    }
    ApiKey key =
        key(
            new String(octets, StandardCharsets.ISO_8859_1).replaceFirst("\r?\n\\z", ""),
            file + ":");
    if (KeyFile.isOpenToOthers(file)) {
      Notices.say(file + ": others may read this key; chmod 600 it");
    }
    return key;
  }

  private static ApiKey key(String text, String where) throws Complaint {
    ApiKey key = ApiKey.of(text);
    if (key == null) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(where + " " + FORM));
    }
    return key;
  }
}
