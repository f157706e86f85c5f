package org.nxsight.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.serve.ApiKeys.Admission;
import org.nxsight.app.serve.ApiKeys.Holder;

class ApiKeysTest {
  private static final String ALICE = "alice-alice-alice-alice";
  private static final String BOB = "bob-bob-bob-bob-bob-bob";

  @TempDir private Path directory = Path.of(".");

  private static Holder holder(String name, String key, Set<Scope> scopes, int rate) {
    return new Holder(name, Objects.requireNonNull(ApiKey.of(key)), scopes, rate);
  }

  private static Class<?> admission(ApiKeys keys, @Nullable String key, Scope scope) {
    return keys.admit(key, scope).getClass();
  }

  @Test
  void letsEachDoWhatItsKeyAllows() {
    List<Holder> holders =
        List.of(
            holder("alice", ALICE, Set.of(Scope.READ, Scope.WRITE), 0),
            holder("bob", BOB, Set.of(Scope.LIVE), 0));
    ApiKeys keys = new ApiKeys(() -> holders, () -> 0);
    assertThat(admission(keys, ALICE, Scope.READ)).isEqualTo(Admission.Admitted.class);
    assertThat(admission(keys, ALICE, Scope.LIVE)).isEqualTo(Admission.OutOfScope.class);
    assertThat(admission(keys, BOB, Scope.LIVE)).isEqualTo(Admission.Admitted.class);
    assertThat(admission(keys, BOB, Scope.WRITE)).isEqualTo(Admission.OutOfScope.class);
    assertThat(admission(keys, BOB + "x", Scope.LIVE)).isEqualTo(Admission.Unknown.class);
    assertThat(admission(keys, null, Scope.LIVE)).isEqualTo(Admission.Unknown.class);
  }

  @Test
  void letsEachAskAsOftenAsItsRateAndSaysWhenAgain() {
    AtomicLong nanos = new AtomicLong(1);
    List<Holder> holders =
        List.of(
            holder("alice", ALICE, Set.of(Scope.READ), 6),
            holder("bob", BOB, Set.of(Scope.READ), 6));
    ApiKeys keys = new ApiKeys(() -> holders, nanos::get);
    for (int i = 0; i < 6; i++) {
      assertThat(admission(keys, ALICE, Scope.READ)).isEqualTo(Admission.Admitted.class);
    }
    assertThat(keys.admit(ALICE, Scope.READ)).isEqualTo(new Admission.TooMany(10));
    assertThat(admission(keys, BOB, Scope.READ)).isEqualTo(Admission.Admitted.class);
    nanos.addAndGet(10_000_000_000L);
    assertThat(admission(keys, ALICE, Scope.READ)).isEqualTo(Admission.Admitted.class);
    assertThat(admission(keys, ALICE, Scope.READ)).isEqualTo(Admission.TooMany.class);
  }

  @Test
  void keepsHashesOnlyInAFileForItsOwnerOnly() throws Exception {
    Path path = directory.resolve("api.keys");
    ApiKeyFile file = new ApiKeyFile(path);
    file.add(holder("alice", ALICE, Set.of(Scope.READ, Scope.LIVE), 60));
    file.add(holder("bob", BOB, Set.of(Scope.WRITE), 0));
    assertThat(Files.readString(path)).doesNotContain(ALICE, BOB).hasLineCount(2);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    ApiKeys keys = new ApiKeys(new ApiKeyFile(path)::current, () -> 0);
    assertThat(admission(keys, ALICE, Scope.READ)).isEqualTo(Admission.Admitted.class);
    assertThat(admission(keys, ALICE, Scope.WRITE)).isEqualTo(Admission.OutOfScope.class);
    assertThat(file.remove("alice")).isTrue();
    assertThat(file.remove("alice")).isFalse();
    assertThat(admission(keys, ALICE, Scope.READ)).isEqualTo(Admission.Unknown.class);
    assertThat(admission(keys, BOB, Scope.WRITE)).isEqualTo(Admission.Admitted.class);
  }

  @Test
  void saysWhichLineOfAFileIsNone() throws Exception {
    Path path = Files.writeString(directory.resolve("api.keys"), "alice secret read 1\n");
    assertThatThrownBy(() -> new ApiKeyFile(path).read())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 1 is not");
  }
}
