package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.nxsight.app.browser.Browser;
import org.nxsight.app.browser.Tab;

/** The page over a run that goes on, to which a sensor sends the sample again and again. */
@EnabledIfSystemProperty(named = "nxsight.lab", matches = "true")
class PageLiveTest {
  private static final Path SAMPLE =
      Path.of("../samples/first-light.pcap").toAbsolutePath().normalize();

  @TempDir private Path directory = Path.of(".");

  @Test
  void movesWithTheTrafficAndWatchesIt() throws Exception {
    int port = freePort();
    Path data = directory.resolve("live");
    try (ServedPage page = ServedPage.ofRun(data, "--nmsg", "udp:127.0.0.1/" + port);
        Browser browser = new Browser()) {
      Tab tab = browser.open();
      page.show(tab, "now");
      assertThat(tab.text("#standing")).contains("live");
      tab.until("document.querySelector('#live .figures dd')");
      String packets =
          "Number([...document.querySelectorAll('#live .figures div')]"
              + ".find((d) => d.innerText.startsWith('packets\\n')).innerText.replace(/\\D/g, ''))";
      long before = tab.evaluate(packets).getAsLong();
      send(port);
      tab.until(packets + " > " + before);
      assertThat(tab.faults()).isEmpty();

      Tab watching = browser.open();
      page.show(watching, "watch");
      watching.click("textarea").type("soa=com.").press("Enter").type("qtype=MX");
      watching.click("form.filters button.main").until("location.hash.includes('ch221')").settle();
      watching.until("document.querySelector('#log')");
      send(port);
      watching.until("document.querySelectorAll('#log .record').length > 3");
      assertThat(watching.texts("#log .record summary"))
          .allMatch(text -> text.contains("MX") || text.toLowerCase(Locale.ROOT).contains(".com."))
          .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(".com."));
      assertThat(watching.evaluate("location.hash").getAsString())
          .contains("watch=soa%3Dcom.", "watch=qtype%3DMX");
      assertThat(watching.faults()).isEmpty();
    }
  }

  /** Sends the sample's errors as a sensor does. */
  private void send(int port) throws Exception {
    Path sent = directory.resolve("sent");
    String to = "ch220=udp:127.0.0.1/" + port;
    assertThat(
            Program.alone(
                    "run", SAMPLE.toString(), "-o", sent.toString(), "--no-store", "--publish", to)
                .status())
        .isZero();
  }

  private static int freePort() throws Exception {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
