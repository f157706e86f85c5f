package org.nxsight.analysis.typo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetsTest {
  @TempDir private Path directory;
  private final Targets targets = new Targets();

  @Test
  void comeWithThousandsOfDomainsOfManyCountries() {
    Map<String, Target> all =
        Targets.builtIn().all().stream()
            .collect(Collectors.toMap(Target::domain, Function.identity()));
    assertThat(all).hasSizeGreaterThan(3_000);
    assertThat(all).containsKeys("google.com", "allegro.pl", "leboncoin.fr", "yandex.ru", "qq.com");
    assertThat(all.get("gmail.com")).matches(target -> target.has(Target.MAIL));
    assertThat(all.get("google.com")).matches(target -> !target.has(Target.MAIL));
    assertThat(all.values()).allMatch(target -> target.rank() > 0);
  }

  @Test
  void readsPopularNamesWithAndWithoutRanks() throws IOException {
    TargetFiles.addPopular(
        targets, file("1,Google.com\r\n20,example.co.uk\n\n# a comment\n3,com\n"));
    TargetFiles.addPopular(targets, file("first.example\nsecond.example.\nwww.second.example\n"));
    assertThat(targets.all())
        .containsExactly(
            new Target("google.com", 1, 0),
            new Target("example.co.uk", 20, 0),
            new Target("first.example", 1, 0),
            new Target("second.example", 2, 0));
  }

  @Test
  void readsBrandsAsTheBestKnown() throws IOException {
    targets.add("mybrand.com", 900, Target.MAIL);
    TargetFiles.addBrands(targets, file("mybrand.com\nother.example\n"));
    assertThat(targets.all())
        .containsExactly(
            new Target("mybrand.com", 1, Target.MAIL | Target.BRAND),
            new Target("other.example", 1, Target.BRAND));
  }

  @Test
  void saysInOneLineWhatIsWrongAndWhere() throws IOException {
    Path brands = file("good.example\nwww.good.example\n");
    assertThatThrownBy(() -> TargetFiles.addBrands(targets, brands))
        .isInstanceOf(IOException.class)
        .hasMessage(
            brands + ", line 2: 'www.good.example' is no registrable domain, such as example.com");
    Path popular = file("1,a.com\nx,b.com\n");
    assertThatThrownBy(() -> TargetFiles.addPopular(targets, popular))
        .hasMessage(popular + ", line 2: 'x' is no rank; write 'rank,domain' or 'domain'");
    Path absent = directory.resolve("absent");
    assertThatThrownBy(() -> TargetFiles.addPopular(targets, absent))
        .hasMessage(absent + ": there is no such file");
    Path binary = directory.resolve("binary");
    Files.write(binary, new byte[] {'a', (byte) 0xff, '\n'});
    assertThatThrownBy(() -> TargetFiles.addPopular(targets, binary))
        .hasMessageContaining("not text in UTF-8");
    assertThatThrownBy(() -> TargetFiles.addPopular(targets, directory))
        .isInstanceOf(IOException.class);
  }

  private Path file(String text) throws IOException {
    Path file = Files.createTempFile(directory, "names", ".txt");
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
