package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.browser.Browser;
import org.nxsight.app.browser.Tab;

/** The page over a day made of the sample, in which things are found, and its pictures. */
@EnabledIfSystemProperty(named = "nxsight.lab", matches = "true")
class PageDayTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final long SEED = 7;
  private static final int MOST_OCTETS = 200_000;

  @TempDir private static Path directory = Path.of(".");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Browser browser;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ServedPage page;

  private final Tab tab;

  PageDayTest() throws Exception {
    tab = browser.open();
  }

  @BeforeAll
  static void serveADay() throws Exception {
    Path capture = directory.resolve("day.pcap");
    new SampleDay(SEED).write(ROOT.resolve("samples/first-light.pcap"), capture);
    Path data = directory.resolve("data");
    assertThat(Program.alone("run", capture.toString(), "-o", data.toString()).status()).isZero();
    page = ServedPage.ofStore(data);
    browser = new Browser();
  }

  @AfterAll
  static void end() throws Exception {
    browser.close();
    page.close();
  }

  @Test
  void marksAFinding() throws Exception {
    page.show(tab, "findings");
    int open = tab.texts(".finding").size();
    assertThat(open).isPositive();
    tab.click(".finding .what a").until("location.hash.startsWith('#/findings/')").settle();
    String sentence = tab.text(".lead");
    String address = tab.evaluate("location.hash").getAsString().substring(2);
    tab.click("[aria-label=Mark] button");
    tab.until("document.querySelector('[aria-label=Mark]').innerText.includes('acknowledged now')");

    page.show(tab, address);
    assertThat(tab.text(".lead")).isEqualTo(sentence);
    assertThat(tab.text("[aria-label=Mark]")).contains("It is acknowledged").contains("Unmark");
    page.show(tab, "findings");
    assertThat(tab.texts(".finding.marked")).hasSize(1).first().asString().contains("acknowledged");
    assertThat(tab.faults()).isEmpty();
  }

  @Test
  void narrowsFindings() throws Exception {
    page.show(tab, "findings?kind=LAME_ZONE&state=all");
    assertThat(tab.texts(".finding .what"))
        .isNotEmpty()
        .allMatch(what -> what.startsWith("Lame zone"));
    page.show(tab, "findings?severity=critical&kind=SPIKE&state=all");
    assertThat(tab.texts(".finding .severity")).allMatch(said -> said.contains("critical"));
  }

  @Test
  void looksCloserAtWhatIsDrawnAcross() throws Exception {
    page.show(tab, "now?from=0").until("document.querySelector('.chart .u-over')");
    int before = failures();
    tab.drag(".chart .u-over", 200).until("location.hash.includes('to=')").settle();
    assertThat(tab.evaluate("location.hash").getAsString())
        .matches(".*from=2026-11-24T1\\d.*to=2026-11-24T1\\d.*");
    assertThat(failures()).isPositive().isLessThan(before);
  }

  private int failures() throws Exception {
    return Integer.parseInt(tab.text(".figures dd").replaceAll("\\D", ""));
  }

  /** {@code -Dnxsight.pictures=true} puts them into docs/screenshots. */
  @Test
  void makesAPictureOfEachThatTheReadmeShows() throws Exception {
    Path pictures =
        Boolean.getBoolean("nxsight.pictures") ? ROOT.resolve("docs/screenshots") : directory;
    page.show(tab.size(1280, 860), "now?from=0");
    take(pictures.resolve("now.png"));
    page.show(tab.prefer("dark"), "causes");
    take(pictures.resolve("causes-dark.png"));
    page.show(tab.prefer("light").size(390, 844), "look?q=outlok.com");
    take(pictures.resolve("look-up-phone.png"));
    assertThat(tab.faults()).isEmpty();
  }

  private void take(Path file) throws Exception {
    tab.until("[...document.querySelectorAll('.chart')].every((c) => c.querySelector('canvas'))");
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, tab.picture());
    assertThat(Files.size(file)).isLessThan(MOST_OCTETS);
  }
}
