package org.nxsight.app.top;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nxsight.capture.Clock;

/** The view on a terminal: states and keys come in, frames go out, until a key ends it. */
public final class TopView {
  private static final long GLANCE_MILLIS = 250;

  /** How often the terminal's size is looked at, which takes a process of some milliseconds. */
  private static final long SIZE_NANOS = 1_000_000_000;

  private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();
  private final Look look = new Look();
  private final Screen screen;
  private final PrintStream out;
  private final Clock clock;
  private @Nullable NowReading now;
  private String trouble = "";
  private String shown = "";
  private RawTerminal.Size size = RawTerminal.STANDARD;
  private long nextSizeNanos;

  private sealed interface Happening {
    record Key(char key) implements Happening {}

    record State(NowReading now) implements Happening {}

    record Trouble(String text) implements Happening {}

    record End() implements Happening {}
  }

  /**
   * @param printable makes text from outside fit for a terminal
   */
  public TopView(PrintStream out, Clock clock, UnaryOperator<String> printable) {
    this.out = out;
    this.clock = clock;
    nextSizeNanos = clock.monotonicNanos();
    screen = new Screen(printable);
  }

  /**
   * Shows a run until a key or a signal ends it.
   *
   * @param base where the run listens
   * @param key what its requests carry; null for none
   * @param ended whether a signal has come
   * @throws IOException with a line when there is no terminal
   */
  public void show(URI base, @Nullable String key, InputStream keys, BooleanSupplier ended)
      throws IOException, InterruptedException {
    try (RawTerminal _ = RawTerminal.open();
        NowStream _ =
            new NowStream(
                base,
                key,
                state -> happenings.add(new Happening.State(state)),
                text -> happenings.add(new Happening.Trouble(text)))) {
      Thread.ofPlatform().daemon().name("keys").start(() -> readKeys(keys));
      draw();
      while (!look.isOver() && !ended.getAsBoolean()) {
        Happening next = happenings.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          take(next);
        }
        draw();
      }
    }
  }

  private void readKeys(InputStream keys) {
    try {
      for (int key = keys.read(); key >= 0; key = keys.read()) {
        happenings.add(new Happening.Key((char) key));
      }
    } catch (IOException e) {
      // As at the end of the keys.
    }
    happenings.add(new Happening.End());
  }

  private void take(Happening happening) {
    switch (happening) {
      case Happening.Key(char key) -> look.onKey(key);
      case Happening.State(NowReading state) -> now = look.isPaused() && now != null ? now : state;
      case Happening.Trouble(String text) -> trouble = text;
      case Happening.End() -> look.onKey('q');
    }
  }

  private void draw() {
    long nowNanos = clock.monotonicNanos();
    if (nowNanos - nextSizeNanos >= 0) {
      nextSizeNanos = nowNanos + SIZE_NANOS;
      size = RawTerminal.size();
    }
    String frame = screen.frame(now, look, trouble, size.rows(), size.columns());
    if (!frame.equals(shown)) {
      out.print(frame);
      out.flush();
      shown = frame;
    }
  }
}
