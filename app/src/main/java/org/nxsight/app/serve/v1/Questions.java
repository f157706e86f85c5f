package org.nxsight.app.serve.v1;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.nxsight.app.serve.Call;
import org.nxsight.app.serve.Endpoint;
import org.nxsight.store.pdns.BadQuestionException;
import org.nxsight.store.pdns.PdnsLimits;
import org.nxsight.store.tables.StoreTables;
import org.nxsight.store.tables.TablePool;

/**
 * Questions to the store: so many at once, each on a thread of its own, since the engine's calls
 * would hold a carrier of virtual threads, and none for longer than it may take.
 */
final class Questions implements AutoCloseable {
  /** The most questions that wait for their turn; more are turned away with status 503. */
  static final int MOST_WAITING = 64;

  /** How often a question that is to end is told so. */
  private static final long STOPPING_MILLIS = 50;

  private final TablePool pool;
  private final PdnsLimits limits;
  private final LongSupplier nowSeconds;
  private final ThreadPoolExecutor answering;

  /** What finds an answer. */
  @FunctionalInterface
  interface Work {
    Reply answer(Asking asking) throws BadQuestionException, IOException;
  }

  Questions(TablePool pool, PdnsLimits limits, LongSupplier nowSeconds) {
    this.pool = pool;
    this.limits = limits;
    this.nowSeconds = nowSeconds;
    answering =
        new ThreadPoolExecutor(
            limits.questions(),
            limits.questions(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("asking-", 0).factory());
  }

  /** Answers that change with the store only: they have a tag, and are not found twice. */
  Endpoint tagged(Work work) {
    return call -> {
      String tag = '"' + pool.version() + '"';
      boolean moves = isRelative(call, "from") || isRelative(call, "to");
      if (!moves) {
        call.response().header(HeaderNames.CACHE_CONTROL, "no-cache");
        call.response().header(HeaderNames.ETAG, tag);
      }
      if (!moves && tag.equals(call.header(HeaderNames.IF_NONE_MATCH))) {
        call.response().status(Status.NOT_MODIFIED_304);
        call.response().send();
      } else {
        ask(call, work);
      }
    };
  }

  private static boolean isRelative(Call call, String name) throws BadQuestionException {
    String value = call.parameters().one(name);
    return value != null && value.startsWith("-");
  }

  /** Answers that can change at any time. */
  Endpoint untagged(Work work) {
    return call -> {
      call.response().header(HeaderNames.CACHE_CONTROL, "no-store");
      ask(call, work);
    };
  }

  private void ask(Call call, Work work) throws BadQuestionException, IOException {
    Question question = new Question(call, work);
    Future<Reply> answer;
    try {
      answer = answering.submit(question::answer);
    } catch (RejectedExecutionException e) {
      busy(call, MOST_WAITING + " questions wait already; ask again later");
      return;
    }
    try {
      Reply reply = answer.get(limits.longest().toMillis(), TimeUnit.MILLISECONDS);
      call.send(reply.type(), reply.octets());
    } catch (TimeoutException e) {
      stop(question, answer);
      busy(
          call,
          "this took longer than the "
              + limits.longest().toSeconds()
              + " seconds a question may take; ask for less");
    } catch (InterruptedException e) {
      stop(question, answer);
      Thread.currentThread().interrupt();
      busy(call, "the server ends");
    } catch (ExecutionException e) {
      rethrow(call, e.getCause());
    }
  }

  /**
   * Ends a question, and returns when it has ended. The engine forgets an interruption that comes
   * just before a statement, so it is told until it has stopped.
   */
  private static void stop(Question question, Future<Reply> answer) {
    boolean interrupted = false;
    while (!answer.isDone()) {
      question.end();
      try {
        answer.get(STOPPING_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException e) {
        // It goes on, or it has ended as it was to.
      } catch (InterruptedException e) {
        interrupted = true;
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void rethrow(Call call, @Nullable Throwable fault)
      throws BadQuestionException, IOException {
    call.response().headers().remove(HeaderNames.ETAG);
    switch (fault) {
      case NotFoundException e -> call.refuse(Status.NOT_FOUND_404, String.valueOf(e.getMessage()));
      case BusyException e -> busy(call, String.valueOf(e.getMessage()));
      case BadQuestionException e -> throw e;
      case IOException e -> throw e;
      case null, default ->
          throw new IllegalStateException("a question failed in a way that is a bug", fault);
    }
  }

  static void busy(Call call, String sentence) {
    call.response().headers().remove(HeaderNames.ETAG);
    call.response().header(HeaderNames.RETRY_AFTER, "10");
    call.refuse(Status.SERVICE_UNAVAILABLE_503, sentence);
  }

  /** As many questions as may run at once are running for too long. */
  static final class BusyException extends IOException {
    BusyException(String message) {
      super(message);
    }
  }

  /** One question, which can be ended while it runs. */
  private final class Question {
    private final Call call;
    private final Work work;
    private boolean ended;
    private @Nullable StoreTables running;

    Question(Call call, Work work) {
      this.call = call;
      this.work = work;
    }

    Reply answer() throws BadQuestionException, IOException {
      if (hasEnded()) {
        throw new BusyException("other questions are being answered; ask again later");
      }
      try (TablePool.Lease lease = pool.take(limits.longest().toNanos())) {
        if (lease == null || !begin(lease.tables())) {
          throw new BusyException("other questions are being answered; ask again later");
        }
        try {
          return work.answer(new Asking(call, lease.tables(), nowSeconds.getAsLong()));
        } finally {
          begin(null);
        }
      }
    }

    private synchronized boolean hasEnded() {
      return ended;
    }

    private synchronized boolean begin(@Nullable StoreTables tables) {
      running = tables;
      return !ended;
    }

    synchronized void end() {
      ended = true;
      StoreTables tables = running;
      if (tables != null) {
        tables.interrupt();
      }
    }
  }

  @Override
  public void close() {
    answering.shutdownNow();
  }
}
