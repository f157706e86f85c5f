package org.nxsight.analysis.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.wire.dns.NameText;

/** What users watch. */
class WatchedTest {
  @TempDir private Path directory;

  @Test
  void findsTheWatchedDomainThatANameIsBelow() {
    DomainSet set = DomainSet.of(List.of("Example.com", "deep.example.org.", "example.com."));
    assertThat(set.texts()).containsExactlyInAnyOrder("example.com.", "deep.example.org.");
    assertThat(find(set, "a.b.example.com.")).isEqualTo(4);
    assertThat(find(set, "example.com.")).isZero();
    assertThat(find(set, "deep.example.org.")).isZero();
    assertThat(find(set, "example.org.")).isEqualTo(-1);
    assertThat(find(set, "notexample.com.")).isEqualTo(-1);
    assertThat(find(set, ".")).isEqualTo(-1);
    assertThat(find(DomainSet.NONE, "example.com.")).isEqualTo(-1);
  }

  private static int find(DomainSet set, String name) {
    byte[] wire = new byte[255];
    return set.find(wire, 0, NameText.parse(name, wire));
  }

  @Test
  void knowsTheAddressesOfNetworksThatLieWithinEachOther() {
    NetworkSet set =
        NetworkSet.of(List.of("10.0.0.0/8", "10.1.0.0/16", "192.0.2.7", "2001:db8::/32", "::/128"));
    assertThat(contains(set, "10.0.0.0")).isTrue();
    assertThat(contains(set, "10.255.255.255")).isTrue();
    assertThat(contains(set, "11.0.0.0")).isFalse();
    assertThat(contains(set, "9.255.255.255")).isFalse();
    assertThat(contains(set, "192.0.2.7")).isTrue();
    assertThat(contains(set, "192.0.2.8")).isFalse();
    assertThat(contains(set, "2001:db8:ffff::1")).isTrue();
    assertThat(contains(set, "2001:db9::1")).isFalse();
    assertThat(contains(set, "::")).isTrue();
    assertThat(contains(NetworkSet.NONE, "10.0.0.1")).isFalse();
  }

  private static boolean contains(NetworkSet set, String address) {
    byte[] octets = InetAddress.ofLiteral(address).getAddress();
    return set.contains(octets, 0, octets.length);
  }

  @Test
  void readsFilesAndSaysWhatIsWrongWithThemWhere() throws IOException {
    Path file = directory.resolve("list");
    Files.writeString(file, "# ours\n\nexample.com\n7,example.net\n192.0.2.0/24\n2001:db8::1\n");
    WatchFiles files = new WatchFiles();
    files.read(file, true);
    assertThat(files.domains().texts()).containsExactly("example.com.", "example.net.");
    assertThat(contains(files.networks(), "192.0.2.200")).isTrue();
    assertThatThrownBy(() -> new WatchFiles().read(file, false))
        .isInstanceOf(IOException.class)
        .hasMessage(file + ", line 5: '192.0.2.0/24' is no domain, such as example.com");
    Files.writeString(file, "192.0.2.7\n");
    assertThatThrownBy(() -> new WatchFiles().read(file, false)).hasMessageContaining("line 1");
    Files.writeString(file, "192.0.2.0/33\n");
    assertThatThrownBy(() -> new WatchFiles().read(file, true))
        .hasMessageContaining("line 1: '192.0.2.0/33' is no domain");
    assertThatThrownBy(() -> new WatchFiles().read(directory.resolve("none"), true))
        .hasMessageEndingWith("none: there is no such file");
  }
}
