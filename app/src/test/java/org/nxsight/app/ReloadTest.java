package org.nxsight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGHUP has a live run read its lists again, and does not end it. */
class ReloadTest {
  @TempDir private Path directory = Path.of(".");

  @Test
  void readsListsAgainAndGoesOnWhenOneIsBroken() throws Exception {
    Path own = Files.writeString(directory.resolve("own.txt"), "example.com\n");
    Path socket = directory.resolve("tap.sock");
    Background run =
        new Background(
            Program.command(
                "run",
                "--dnstap",
                "unix:" + socket,
                "--own",
                own.toString(),
                "-o",
                directory.resolve("out").toString(),
                "--summary",
                "json"));
    Background.waitUntil("the run listens", () -> Files.exists(socket));

    run.signal("HUP");
    run.waitFor("has read its lists again");
    Files.writeString(own, "not a domain\n");
    run.signal("HUP");
    run.waitFor("the run goes on with the lists it has");
    Files.writeString(own, "example.net\n");
    run.signal("HUP");
    run.waitFor("has read its lists again", 2);

    assertThat(run.hasEnded()).isFalse();
    run.end("TERM", 0);
  }
}
