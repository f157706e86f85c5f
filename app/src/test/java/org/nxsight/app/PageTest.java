package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nxsight.app.browser.Browser;
import org.nxsight.app.browser.Tab;

/** The page over the sample's store, in a real browser. */
@EnabledIfSystemProperty(named = "nxsight.lab", matches = "true")
class PageTest {
  private static final Path SAMPLE =
      Path.of("../samples/first-light.pcap").toAbsolutePath().normalize();

  @TempDir private static Path directory = Path.of(".");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Browser browser;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ServedPage page;

  private final Tab tab;

  PageTest() throws Exception {
    tab = browser.open();
  }

  @BeforeAll
  static void serveTheSample() throws Exception {
    String data = directory.resolve("data").toString();
    assertThat(Program.alone("run", SAMPLE.toString(), "-o", data).status()).isZero();
    page = ServedPage.ofStore(directory.resolve("data"));
    browser = new Browser();
  }

  @AfterAll
  static void end() throws Exception {
    browser.close();
    page.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "now",
        "causes",
        "causes/TYPO",
        "findings",
        "findings?state=all&severity=low&subject=*.com",
        "look",
        "look?q=outlok.com",
        "look?q=*.com",
        "look?q=.",
        "look?q=198.51.100.10",
        "look?q=2001:db8::/32",
        "lists",
        "lists/zen.spamhaus.org.",
        "brands",
        "brands/google.com",
        "zones",
        "zones?cause=SERVER_BROKEN",
        "records?rcode=NXDOMAIN&below=com.&cause=TYPO",
        "watch",
        "nothing-of-this-name"
      })
  void showsEachViewWithoutFault(String view) throws Exception {
    page.show(tab, view);
    assertThat(tab.text("main h1")).isNotBlank();
    assertThat(tab.texts("main [role=alert]")).isEmpty();
    assertThat(tab.faults()).isEmpty();
  }

  @Test
  void tellsTheNumbersOfTheStore() throws Exception {
    page.show(tab, "causes");
    List<String> shown =
        tab.texts("td:nth-child(3)").stream().map(text -> text.replace("\u202f", "")).toList();
    JsonObject summary = ask("/summary");
    List<String> expected =
        summary.getAsJsonArray("causes").asList().stream()
            .map(cause -> cause.getAsJsonObject().get("count").getAsString())
            .toList();
    assertThat(shown).isEqualTo(expected).hasSizeGreaterThan(10);
    assertThat(shown.stream().mapToLong(Long::parseLong).sum())
        .isEqualTo(summary.get("failures").getAsLong());
  }

  @Test
  void leadsFromANumberToItsRecords() throws Exception {
    page.show(tab, "causes");
    tab.click("a[href*='records?cause=TYPO']")
        .until("document.querySelector('h1').textContent === 'Records'")
        .settle();
    assertThat(tab.text(".chips")).contains("cause", "TYPO");
    assertThat(tab.texts("tbody td:nth-child(7)")).isNotEmpty().containsOnly("Typo");
    String href = tab.evaluate("document.querySelector('tbody td .name a').href").getAsString();
    assertThat(href).contains("/#/look?");
  }

  @Test
  void tellsWhatIsKnownOfAName() throws Exception {
    page.show(tab, "look?q=outlok.com");
    assertThat(tab.text(".lead")).contains("outlok.com.");
    assertThat(tab.text("main")).contains("NXDOMAIN", "one slip away", "outlook.com");
  }

  @Test
  void keepsTheRangeAndTheFiltersInItsAddress() throws Exception {
    page.show(tab, "records?rcode=SERVFAIL&from=2026-11-24T04:22:00Z&to=2026-11-24T04:24:00Z");
    assertThat(tab.texts("tbody td:nth-child(3)"))
        .isNotEmpty()
        .allMatch(said -> said.startsWith("SERVFAIL"));
    tab.click("#nav li:nth-child(2) a")
        .until("document.querySelector('h1').textContent === 'Causes'")
        .settle();
    assertThat(tab.evaluate("location.hash").getAsString())
        .contains("from=2026-11-24T04", "to=2026-11-24T04");
    page.show(tab, "records?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z");
    assertThat(tab.text("main")).contains("No record fits");
  }

  @Test
  void exportsWhatItLists() throws Exception {
    page.show(tab, "records?cause=TYPO");
    JsonArray exported =
        tab.evaluate(
                """
                Promise.all([...document.querySelectorAll('.export a')].map(async (link) => {
                  const answer = await fetch(link.href);
                  return [link.textContent, answer.status, answer.headers.get('content-type'), await answer.text()];
                }))\
                """)
            .getAsJsonArray();
    int rows = ask("/failures?cause=TYPO&limit=10000").getAsJsonArray("items").size();
    JsonArray csv = exported.get(0).getAsJsonArray();
    assertThat(csv.get(2).getAsString()).startsWith("text/csv");
    assertThat(csv.get(3).getAsString().lines().count()).isEqualTo(rows + 1);
    assertThat(exported.get(1).getAsJsonArray().get(2).getAsString())
        .startsWith("application/json");
  }

  @Test
  void saysWhatIsWrongAndThatItCanBeAskedAgain() throws Exception {
    page.show(tab, "records?from=yesterday");
    assertThat(tab.text("main [role=alert]")).contains("from").contains("Try again");
    assertThat(tab.text("main h1")).isEqualTo("Records");
    assertThat(tab.faults()).isNotEmpty().allMatch(fault -> fault.contains("400"));
  }

  @Test
  void hasAPolicyThatForbidsInlineScriptsAndStyles() throws Exception {
    page.show(tab, "look");
    tab.evaluate(
        """
        (() => {
          const script = document.createElement('script');
          script.textContent = 'document.title = 666';
          document.body.append(script);
          document.getElementById('main').setAttribute('style', 'display: none');
          document.getElementById('main').setAttribute('onclick', 'document.title = 666');
          document.getElementById('main').click();
        })()\
        """);
    assertThat(tab.evaluate("document.title").getAsString()).doesNotContain("666");
    assertThat(tab.evaluate("getComputedStyle(document.getElementById('main')).display"))
        .hasToString("\"block\"");
    assertThat(tab.faults()).hasSize(3).allMatch(fault -> fault.contains("Content Security"));
  }

  @Test
  void asksForTheKeyOfAServerThatHasOne() throws Exception {
    Path keyFile = directory.resolve("key");
    Files.writeString(keyFile, "a-key-of-32-letters-for-the-tests\n");
    Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-------"));
    try (ServedPage locked =
        ServedPage.ofStore(directory.resolve("data"), "--key-file", keyFile.toString())) {
      locked.show(tab, "causes");
      assertThat(tab.text("main")).contains("key").doesNotContain("failures");
      tab.click("input[type=password]").type("wrong").press("Enter");
      tab.until("document.querySelector('input[type=password]')?.value === ''").settle();
      tab.click("input[type=password]").type("a-key-of-32-letters-for-the-tests").press("Enter");
      tab.until("document.querySelector('main table')").settle();
      assertThat(tab.text(".lead")).contains("failures");
      assertThat(tab.texts("main [role=alert]")).isEmpty();
    }
  }

  @Test
  void hasATableForEachChart() throws Exception {
    page.show(tab, "now?from=0");
    tab.until("document.querySelector('.chart canvas')").click("details.alternative summary");
    tab.until("document.querySelector('details.alternative table')");
    int times = ask("/rates?by=rcode&top=6").getAsJsonArray("times").size();
    assertThat(tab.texts("details.alternative tbody tr")).hasSize(times);
  }

  @Test
  void keepsTheColoursThatWereChosen() throws Exception {
    String background = "getComputedStyle(document.documentElement).backgroundColor";
    page.show(tab.prefer("light"), "now");
    String light = tab.evaluate(background).getAsString();
    tab.click("#theme");
    String dark = tab.evaluate(background).getAsString();
    assertThat(dark).isNotEqualTo(light);
    page.show(tab, "causes");
    assertThat(tab.evaluate(background).getAsString()).isEqualTo(dark);
    tab.click("#theme");
    assertThat(tab.evaluate(background).getAsString()).isEqualTo(light);
    tab.evaluate("localStorage.clear()");
    page.show(tab.prefer("dark"), "now");
    assertThat(tab.evaluate(background).getAsString()).isEqualTo(dark);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"now", "causes", "findings", "look?q=outlok.com", "lists", "brands", "zones"})
  void fitsAPhone(String view) throws Exception {
    page.show(tab.size(360, 800), view);
    assertThat(tab.evaluate("document.documentElement.scrollWidth").getAsInt())
        .isLessThanOrEqualTo(360);
  }

  @Test
  void paintsWithinASecond() throws Exception {
    page.show(tab, "now");
    double paint =
        tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
            .getAsDouble();
    page.show(tab, "causes");
    double again =
        tab.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
            .getAsDouble();
    double whole = tab.evaluate("performance.now()").getAsDouble();
    System.out.printf(
        "first paint after %.0f ms, of a page known before %.0f ms; whole after %.0f ms%n",
        paint, again, whole);
    assertThat(paint).isLessThan(1_000);
  }

  private JsonObject ask(String path) throws Exception {
    JsonElement answer =
        tab.evaluate("fetch(" + Tab.quoted(page.api(path)) + ").then((a) => a.json())");
    return answer.getAsJsonObject();
  }
}
