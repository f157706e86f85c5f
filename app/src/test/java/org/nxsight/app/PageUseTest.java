package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.nxsight.app.browser.Browser;
import org.nxsight.app.browser.Tab;

/**
 * The page without a mouse, without eyes, and without anything to show; over names that were made
 * up to do harm.
 */
@EnabledIfSystemProperty(named = "nxsight.lab", matches = "true")
class PageUseTest {
  private static final String OF_63 = "a".repeat(63);

  /** Names in presentation form; the last one has 255 octets. */
  private static final List<String> HOSTILE =
      List.of(
          "<script>document.title=666</script>.example.com.",
          "<img\\032src=x\\032onerror=document.title=666>.example.com.",
          "\\\"'`><svg\\032onload=document.title=666>.example.com.",
          "javascript:document.title=666.example.com.",
          "${document.title=666}{{document.title=666}}.example.com.",
          "\\226\\128\\174moc.elgoog.example.com.", // U+202E turns the direction of writing
          "\\215\\153\\215\\169.\\217\\133\\216\\181.example.com.",
          "\\000\\027[2J.example.com.",
          "=cmd.example.com.",
          OF_63 + "." + OF_63 + "." + OF_63 + "." + "a".repeat(49) + ".example.com.");

  @TempDir private static Path directory = Path.of(".");

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static Browser browser;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ServedPage hostile;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static ServedPage empty;

  private final Tab tab;

  PageUseTest() throws Exception {
    tab = browser.open();
  }

  @BeforeAll
  static void serve() throws Exception {
    hostile = ServedPage.ofStore(stored("hostile", HOSTILE));
    empty = ServedPage.ofStore(stored("empty", List.of()));
    browser = new Browser();
  }

  private static Path stored(String name, List<String> qnames) throws Exception {
    Path capture = directory.resolve(name + ".pcap");
    Files.write(capture, CaptureWriting.denials(0, 1, "example.com.", qnames));
    Path data = directory.resolve(name);
    assertThat(Program.alone("run", capture.toString(), "-o", data.toString()).status()).isZero();
    return data;
  }

  @AfterAll
  static void end() throws Exception {
    browser.close();
    hostile.close();
    empty.close();
  }

  @ParameterizedTest
  @FieldSource("org.nxsight.app.ServedPage#VIEWS")
  void saysWhatToDoWhenNothingIsStored(String view) throws Exception {
    empty.show(tab, view);
    assertThat(tab.faults()).isEmpty();
    if (!List.of("look", "watch").contains(view)) {
      assertThat(tab.text("main")).contains("./nxsight run samples/first-light.pcap");
    }
  }

  @Test
  void explainsANameWithoutAnyStore() throws Exception {
    empty.show(tab, "look?q=wwwgoogle.com");
    assertThat(tab.text("main")).contains("Nothing is stored of this name");
    assertThat(tab.faults()).isEmpty();
  }

  @Test
  void showsHostileNamesAsText() throws Exception {
    hostile.show(tab, "records");
    List<String> shown = tab.texts("tbody td:first-child");
    assertThat(shown).hasSize(HOSTILE.size()).anyMatch(name -> name.startsWith("<script>"));
    assertThat(shown).anyMatch(name -> name.length() == 254);
    assertThat(tab.texts("main script, main img, main td svg")).isEmpty();
    assertThat(tab.evaluate("document.querySelector('tbody td bdi').tagName").getAsString())
        .isEqualTo("BDI");
    for (String name : shown) {
      tab.evaluate("location.hash = '#/look?q=' + encodeURIComponent(" + Tab.quoted(name) + ")");
      tab.until("document.querySelector('h1').textContent === " + Tab.quoted(name)).settle();
      assertThat(tab.texts("main [role=alert]")).as(name).isEmpty();
      assertThat(tab.text(".lead")).contains(name);
      assertThat(tab.evaluate("document.title").getAsString()).contains(name);
    }
    assertThat(tab.faults()).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("org.nxsight.app.ServedPage#VIEWS")
  void fitsAPhoneWhateverNamesThereAre(String view) throws Exception {
    hostile.show(tab.size(360, 800), view);
    assertThat(tab.evaluate("document.documentElement.scrollWidth").getAsInt())
        .isLessThanOrEqualTo(360);
  }

  @Test
  void fitsTheLongestNameOnAPhone() throws Exception {
    hostile.show(tab.size(360, 800), "look?q=" + HOSTILE.getLast());
    assertThat(tab.text("h1")).hasSize(254);
    assertThat(tab.evaluate("document.documentElement.scrollWidth").getAsInt())
        .isLessThanOrEqualTo(360);
  }

  @Test
  void canBeUsedByKeyboardAlone() throws Exception {
    hostile.show(tab, "causes");
    tab.press("Tab");
    assertThat(focused()).isEqualTo("Skip to the content");
    tab.press("Enter").until("document.activeElement.id === 'main'");
    tab.press("Tab");
    assertThat(tab.evaluate("Boolean(document.activeElement.closest('main a'))").getAsBoolean())
        .isTrue();

    tab.type("/").until("document.activeElement.id === 'query'");
    tab.type("*.example.com").press("Enter");
    tab.until("document.querySelector('h1').textContent === '*.example.com'").settle();
    tab.until("document.activeElement.id === 'main'");
    assertThat(tab.text("main")).contains("What fails below it");
  }

  @Test
  void showsWhereTheFocusIs() throws Exception {
    hostile.show(tab, "findings");
    int count = 0;
    for (tab.press("Tab"); !focused().isEmpty() && count < 60; tab.press("Tab")) {
      count++;
      assertThat(
              tab.evaluate(
                      "getComputedStyle(document.activeElement).outlineStyle !== 'none'"
                          + " && document.activeElement.getClientRects().length > 0")
                  .getAsBoolean())
          .as("the focus on %s is seen", focused())
          .isTrue();
    }
    assertThat(count).isBetween(15, 59);
  }

  @ParameterizedTest
  @FieldSource("org.nxsight.app.ServedPage#VIEWS")
  void tellsAScreenReaderWhatEverythingIs(String view) throws Exception {
    hostile.show(tab, view);
    List<String> spoken = tab.spoken();
    assertThat(spoken).anyMatch(node -> node.startsWith("main"));
    assertThat(spoken).anyMatch(node -> node.equals("navigation Views"));
    assertThat(spoken.stream().filter(node -> node.startsWith("heading"))).isNotEmpty();
    assertThat(tab.texts("h1")).hasSize(1);
    List<String> nameless =
        spoken.stream()
            .filter(node ->
                Stream.of("link ", "button ", "textbox ", "combobox ", "image ", "table ")
                    .anyMatch(node::equals))
            .toList();
    assertThat(nameless).isEmpty();
    assertThat(tab.texts("table th:not([scope])")).isEmpty();
  }

  /** What has the focus, by its text, name or id; nothing when it is the page itself. */
  private String focused() throws Exception {
    return tab.evaluate(
            "((e) => e === document.body ? '' : e.innerText || e.name || e.id || e.tagName)"
                + "(document.activeElement)")
        .getAsString();
  }
}
