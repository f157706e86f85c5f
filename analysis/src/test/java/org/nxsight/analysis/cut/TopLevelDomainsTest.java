package org.nxsight.analysis.cut;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopLevelDomainsTest {
  @ParameterizedTest
  @CsvSource({
    "example.de., DELEGATED, true",
    "a.ck., DELEGATED, true",
    "file.zip., DELEGATED, true",
    "a.xn--p1ai., DELEGATED, true",
    "., DELEGATED, true",
    "1.0.0.127.in-addr.arpa., DELEGATED, true",
    "printer.local., SPECIAL_USE, false",
    "abc.onion., SPECIAL_USE, false",
    "x.alt., SPECIAL_USE, false",
    "x.test., SPECIAL_USE, false",
    "printer.home.arpa., SPECIAL_USE, true",
    "www.example.com., SPECIAL_USE, true",
    "x.home., PRIVATE, false",
    "x.corp., PRIVATE, false",
    "lan., PRIVATE, false",
    "vm.internal., PRIVATE, false",
    "x.localdomain., PRIVATE, false",
    "home.x., UNKNOWN, false",
    "www.google.con., UNKNOWN, false",
    "\\000., UNKNOWN, false"
  })
  void knowsTheEndsOfNames(String name, TopLevel kind, boolean delegated) {
    assertThat(TopLevelDomains.kind(Wire.of(name), 0)).isEqualTo(kind);
    assertThat(TopLevelDomains.isDelegated(Wire.of(name), 0)).isEqualTo(delegated);
  }

  @ParameterizedTest
  @CsvSource({"home", "corp", "mail", "lan", "internal", "router", "dlink", "belkin", "alt"})
  void noLeakHasBeenDelegated(String name) {
    assertThat(TopLevelDomains.isDelegated(Wire.of(name), 0)).isFalse();
  }
}
