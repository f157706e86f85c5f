package org.nxsight.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.nxsight.analysis.causes.Knowledge;
import org.nxsight.analysis.findings.WatchFiles;
import org.nxsight.analysis.findings.Watchlists;
import org.nxsight.analysis.sharding.Sharding;

/**
 * What all tasks of the job agree on, as it goes to them. Files are read where the tasks run.
 *
 * @param shards how many there are, which is the most tasks a stage can have; fixed for the life of
 *     a state
 * @param causesSeed of hashes by which causes are told
 * @param findingsSeed of hashes by which findings are made
 * @param day around which generated names are known at first
 * @param brands files of domains to be watched
 * @param own files of the user's own domains
 * @param neverMail files of who never sends mail
 * @param outOfOrderMillis how much later than others of its partition a record may come and still
 *     be in order
 * @param idleMillis after how long a partition without records is not waited for
 */
public record JobSettings(
    int shards,
    long causesSeed,
    long findingsSeed,
    LocalDate day,
    List<String> brands,
    List<String> own,
    List<String> neverMail,
    long outOfOrderMillis,
    long idleMillis)
    implements Serializable {
  /** For names of each shard, 1.5 MB: 8 million of all shards together. */
  private static final int PLACES = 1 << 16;

  /** Verdicts that each task remembers, 2 MB. */
  private static final int REMEMBERED = 1 << 18;

  /** What the stages need to know; one for each task, since part of it is not shared by threads. */
  Sharding sharding() throws IOException {
    WatchFiles never = read(neverMail, true);
    Watchlists watchlists =
        new Watchlists(
            read(brands, false).domains(),
            read(own, false).domains(),
            never.domains(),
            never.networks());
    return new Sharding(
        shards,
        causesSeed,
        findingsSeed,
        PLACES,
        REMEMBERED,
        Knowledge.with(day, paths(brands), List.of(), List.of(), null),
        watchlists,
        Set.of());
  }

  private static WatchFiles read(List<String> files, boolean networksToo) throws IOException {
    WatchFiles read = new WatchFiles();
    for (Path file : paths(files)) {
      read.read(file, networksToo);
    }
    return read;
  }

  private static List<Path> paths(List<String> names) {
    return names.stream().map(Path::of).toList();
  }
}
