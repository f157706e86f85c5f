package org.nxsight.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nxsight.capture.CaptureFile;
import org.nxsight.capture.Clock;
import org.nxsight.capture.Source;
import org.nxsight.capture.UnreadableCaptureException;
import org.nxsight.channels.SealedFiles;

/**
 * Takes the files of directories as they are finished, in batches, until the run is to end. What a
 * batch made is published and what it took is noted in one step, so that after a crash at any
 * moment every file has been taken wholly or not at all.
 */
final class Following {
  /** How long until directories are looked at again; with ten times the time a look took. */
  private static final long LOOK_NANOS = 250_000_000L;

  /** A batch ends with the file in which this has passed: so much work a crash undoes. */
  private static final long BATCH_NANOS = 10_000_000_000L;

  /** A file under way is read to its end unless that takes longer once the run is to end. */
  private static final long LAST_NANOS = 10_000_000_000L;

  private final FollowedDirectories directories;
  private final TakenJournal journal;
  private final SealedFiles sealed;
  private final Clock clock;
  private final List<TakenFile> batch = new ArrayList<>();
  private boolean abandoned;
  private long taken;
  private long brokenOff;

  /**
   * @param sealed where the pipeline's channel files wait for their names
   */
  Following(
      FollowedDirectories directories, TakenJournal journal, SealedFiles sealed, Clock clock) {
    this.directories = directories;
    this.journal = journal;
    this.sealed = sealed;
    this.clock = clock;
  }

  /** Feeds the pipeline until the run is to end. */
  void feed(Pipeline pipeline, StopSignal stop, LiveProgress progress) throws IOException {
    while (!stop.isRequested()) {
      long startNanos = clock.monotonicNanos();
      List<TakenFile> finished = directories.finished(startNanos);
      long lookNanos = clock.monotonicNanos() - startNanos;
      takeAll(finished, pipeline, stop, progress);
      if (abandoned) {
        return;
      }
      if (!batch.isEmpty()) {
        commit(pipeline);
      }
      progress.update(clock.monotonicNanos(), pipeline.packets(), 0, pipeline.openQueries());
      stop.await(Math.max(LOOK_NANOS, 10 * lookNanos));
    }
  }

  private void takeAll(
      List<TakenFile> finished, Pipeline pipeline, StopSignal stop, LiveProgress progress)
      throws IOException {
    long batchNanos = clock.monotonicNanos();
    for (TakenFile file : finished) {
      if (stop.isRequested()) {
        return;
      }
      take(file, pipeline, stop, progress);
      if (abandoned) {
        return;
      }
      if (!batch.isEmpty() && clock.monotonicNanos() - batchNanos >= BATCH_NANOS) {
        commit(pipeline);
        batchNanos = clock.monotonicNanos();
      }
    }
  }

  /** Takes a file, or leaves it to the next look when it is not what this one found. */
  private void take(TakenFile file, Pipeline pipeline, StopSignal stop, LiveProgress progress) {
    batch.add(file);
    try (InputStream in = Files.newInputStream(file.path())) {
      // looked at after it was opened, so that what is read is what the look found
      if (!directories.isAsFound(file)) {
        batch.removeLast();
        return;
      }
      read(CaptureFile.open(file.path().toString(), in), pipeline, stop, progress);
    } catch (NoSuchFileException e) {
      batch.removeLast();
      Notices.say(file.path() + ": has gone before it was taken");
    } catch (UnreadableCaptureException e) {
      brokenOff++;
      Notices.say(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      brokenOff++;
      Notices.say(Faults.describe(e, file.path().toString()));
    }
  }

  private void read(Source capture, Pipeline pipeline, StopSignal stop, LiveProgress progress)
      throws IOException {
    try (capture) {
      long stopNanos = 0;
      boolean stopping = false;
      while (pipeline.poll(capture)) {
        long nowNanos = clock.monotonicNanos();
        progress.update(nowNanos, pipeline.packets(), 0, pipeline.openQueries());
        if (!stopping && stop.isRequested()) {
          stopping = true;
          stopNanos = nowNanos;
        }
        if (stopping && nowNanos - stopNanos >= LAST_NANOS) {
          abandoned = true;
          return;
        }
      }
      taken++;
    }
  }

  private void commit(Pipeline pipeline) throws IOException {
    pipeline.cut();
    publish(pipeline);
  }

  /**
   * Publishes what the pipeline gave out when it finished; or, of a file not read whole, nothing.
   */
  void finish(Pipeline pipeline) throws IOException {
    if (abandoned) {
      sealed.discard();
      Notices.say(
          "stopped inside "
              + batch.getLast().path()
              + ": the next run begins with "
              + batch.getFirst().path()
              + " again");
    } else {
      publish(pipeline);
    }
  }

  private void publish(Pipeline pipeline) throws IOException {
    OpenStore store = pipeline.store();
    MadeFiles made = new MadeFiles(sealed.names(), store == null ? List.of() : store.seal());
    if (batch.isEmpty() && made.isEmpty()) {
      return;
    }
    sealed.sync();
    journal.commit(batch, made.names());
    sealed.release();
    pipeline.commit();
    journal.onReleased();
    batch.clear();
  }

  /** What there is to tell besides packets, by name. */
  Map<String, Long> counters() {
    Map<String, Long> counters = new LinkedHashMap<>();
    counters.put("files_taken", taken);
    counters.put("files_broken_off", brokenOff);
    counters.putAll(directories.counters());
    return counters;
  }
}
