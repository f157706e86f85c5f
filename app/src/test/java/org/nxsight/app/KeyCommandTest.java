package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandTest {
  @TempDir private Path data = Path.of(".");

  private Program.Outcome key(String... arguments) {
    List<String> words = new ArrayList<>(List.of("key"));
    words.addAll(List.of(arguments));
    words.addAll(List.of("--data", data.toString()));
    return Program.here(InputStream.nullInputStream(), words);
  }

  @Test
  void printsAKeyOnceAndKeepsItsHash() throws Exception {
    Program.Outcome made = key("add", "alice", "--scope", "read,write", "--rate", "60");
    assertThat(made.status()).isZero();
    assertThat(made.out()).matches("[0-9a-f]{64}\n");
    assertThat(Files.readString(data.resolve("api.keys"))).doesNotContain(made.out().strip());
    assertThat(key("list").out()).isEqualTo("alice  read,write  60 a minute\n");
    assertThat(key("remove", "alice").status()).isZero();
    assertThat(key("list").out()).isEmpty();
  }

  @Test
  void tellsWhatIsWrongInOneLine() {
    assertThat(key("add", "a b").err()).contains("NAME has");
    assertThat(key("add", "a", "--scope", "all").err())
        .contains("--scope: the scopes are read, live and write");
    assertThat(key("add", "a", "--rate", "-1").err()).contains("--rate");
    assertThat(key("remove", "nobody").err()).contains("has no key nobody").hasLineCount(1);
    assertThat(key("add", "a").status()).isZero();
    assertThat(key("add", "a").err()).contains("there is a key a already");
    assertThat(key("remove", "nobody").status()).isEqualTo(2);
  }
}
