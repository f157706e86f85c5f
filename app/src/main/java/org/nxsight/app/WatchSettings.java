package org.nxsight.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nxsight.analysis.findings.FindingKind;
import org.nxsight.analysis.findings.Severity;
import org.nxsight.analysis.findings.WatchFiles;
import org.nxsight.analysis.findings.Watchlists;
import picocli.CommandLine.Option;

/** The options of {@code nxsight run} that say what is watched, and who is told what was found. */
final class WatchSettings {
  @Option(
      names = "--own",
      paramLabel = "FILE",
      description = "domains of your own, one a line: leaks below them are told (repeatable)")
  private List<Path> own = new ArrayList<>();

  @Option(
      names = "--never-mail",
      paramLabel = "FILE",
      description =
          "domains, addresses and networks that never send mail, one a line: it is told when DNS"
              + " lists are asked about them (repeatable)")
  private List<Path> neverMail = new ArrayList<>();

  @Option(
      names = "--without-finding",
      paramLabel = "KIND",
      split = ",",
      description = "makes no findings of these kinds: ${COMPLETION-CANDIDATES}")
  private List<FindingKind> without = new ArrayList<>();

  @Option(
      names = "--tune",
      paramLabel = "KIND.SETTING=VALUE",
      converter = TunedSetting.Reader.class,
      description =
          "changes from when on findings of a kind are told, such as SPIKE.failures=200; 'nxsight"
              + " findings --kinds' lists the settings (repeatable)")
  private List<TunedSetting> tuned = new ArrayList<>();

  @Option(
      names = "--notify",
      paramLabel = "URL",
      description =
          "posts each finding there as JSON when it opens, changes or closes; http or https;"
              + " repeatable")
  private List<String> notify = new ArrayList<>();

  @Option(
      names = "--notify-key",
      paramLabel = "FILE",
      description =
          "signs what is posted: X-Nxsight-Signature is sha256= and the HMAC-SHA256 of the body"
              + " with this key of 32 octets, or 64 hexadecimal digits")
  private @Nullable Path notifyKey;

  @Option(
      names = "--syslog",
      paramLabel = "udp:HOST/PORT",
      description = "also sends each finding there as a syslog message (RFC 5424); repeatable")
  private List<String> syslog = new ArrayList<>();

  @Option(
      names = "--notify-from",
      paramLabel = "SEVERITY",
      defaultValue = "low",
      description =
          "the least severity that is posted and sent: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE})")
  private Severity notifyFrom = Severity.LOW;

  /**
   * All of it, read.
   *
   * @param brands the files of domains whose slips matter
   * @param output where people's marks are
   * @param reload reads it again; null when nothing does
   */
  FindingsPlan read(List<Path> brands, Path output, @Nullable Reload reload) throws Complaint {
    return new FindingsPlan(
        watchlists(brands),
        TunedSetting.tuning(tuned),
        Set.copyOf(without),
        notifiers(output),
        reload);
  }

  /**
   * What is watched, read.
   *
   * @param brands the files of domains whose slips matter
   */
  Watchlists watchlists(List<Path> brands) throws Complaint {
    WatchFiles slips = new WatchFiles();
    WatchFiles ownDomains = new WatchFiles();
    WatchFiles silent = new WatchFiles();
    try {
      for (Path file : brands) {
        slips.read(file, false);
      }
      for (Path file : own) {
        ownDomains.read(file, false);
      }
      for (Path file : neverMail) {
        silent.read(file, true);
      }
    } catch (IOException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(String.valueOf(e.getMessage())));
    }
    return new Watchlists(
        slips.domains(), ownDomains.domains(), silent.domains(), silent.networks());
  }

  private List<Notifier> notifiers(Path output) throws Complaint {
    NotableFindings notable = new NotableFindings(output, notifyFrom);
    byte[] key = notifyKey == null ? null : KeyFile.read(notifyKey);
    List<Notifier> notifiers = new ArrayList<>();
    try {
      for (String url : notify) {
        notifiers.add(new Webhook(url, key, notable));
      }
      for (String address : syslog) {
        notifiers.add(new Syslog(NmsgAddress.parse(address).getFirst(), notable));
      }
    } catch (IllegalArgumentException e) {
      throw new Complaint(Complaint.UNUSABLE, Printable.of(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new Complaint(Complaint.FAILED, Printable.of("--syslog: " + e.getMessage()));
    }
    return notifiers;
  }
}
