package org.hyperlinker.server.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperlinker.core.corpus.Document;
import org.hyperlinker.linking.Ranking;
import org.hyperlinker.server.json.AskedText;
import org.hyperlinker.server.problem.Problem;
import org.hyperlinker.server.system.ServedSystem;

/**
 * Links documents of many requests together: whoever waits while the linker is busy becomes the
 * next batch, so that nobody waits for others to come and the encoder sees many mentions at once.
 * The number of waiting documents is bounded; beyond it requests are refused at once. Safe for many
 * threads; one thread links, and linking itself uses several.
 */
public final class LinkQueue implements AutoCloseable {

  /** Documents linked together: enough to fill the encoder's batches. */
  private static final int TOGETHER = 16;

  /** Characters behind which a batch takes no more: those of so many abstracts. */
  private static final int ENOUGH = 32_000;

  /** Named mentions behind which it takes no more. */
  private static final int MENTIONS = 500;

  /** Query texts encoded together. */
  private static final int ENCODED = 64;

  private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
  private final Semaphore room;
  private final int capacity;
  private final QueueListener listener;
  private final Thread linking;

  /** What is being linked. */
  private List<Task> inWork = List.of();

  /**
   * An empty queue.
   *
   * @param capacity documents that may wait, at least 1
   */
  public LinkQueue(int capacity, QueueListener listener) {
    this.capacity = capacity;
    this.room = new Semaphore(capacity);
    this.listener = listener;
    this.linking = Thread.ofPlatform().name("link-queue").start(this::work);
  }

  /**
   * A document that waits.
   *
   * @param system which links it
   * @param asked the document, and whether its mentions are to be found
   * @param since when it came
   * @param answer completed when it is linked, or when nobody waits for it any more
   */
  private record Task(
      ServedSystem system, AskedText asked, long since, CompletableFuture<Linked> answer) {

    /** Tells the thread to end once all before it is done. */
    static final Task LAST = new Task(null, null, 0, null);
  }

  /** How many documents wait or are being linked. */
  public int waiting() {
    return capacity - room.availablePermits();
  }

  /** How many may wait. */
  public int capacity() {
    return capacity;
  }

  /**
   * Requires that a request has no more documents than may wait.
   *
   * @throws Problem if it has
   */
  public void requireRoom(int documents) {
    if (documents > capacity) {
      throw new Problem(
          Problem.Kind.TOO_LARGE,
          "a request has at most " + capacity + " documents, found " + documents);
    }
  }

  /**
   * Links documents and waits for them.
   *
   * @param system which must stay leased until this returns
   * @param limit after which the caller waits no longer; what was not begun is left undone
   * @return one answer for each, in order
   * @throws Problem if there is no room, the time is over, or a document cannot be linked
   * @throws InterruptedException if the caller is interrupted
   */
  public List<Linked> link(ServedSystem system, List<AskedText> documents, Duration limit)
      throws InterruptedException {
    requireRoom(documents.size());
    if (!room.tryAcquire(documents.size())) {
      throw new Problem(
          Problem.Kind.BUSY,
          waiting() + " documents wait already, of at most " + capacity + "; ask again later");
    }
    long now = System.nanoTime();
    List<Task> own =
        documents.stream()
            .map(asked -> new Task(system, asked, now, new CompletableFuture<>()))
            .toList();
    own.forEach(task -> task.answer().whenComplete((_, _) -> room.release()));
    tasks.addAll(own);
    try {
      List<Linked> answers = new ArrayList<>(own.size());
      for (Task task : own) {
        long left = now + limit.toNanos() - System.nanoTime();
        answers.add(task.answer().get(Math.max(0, left), TimeUnit.NANOSECONDS));
      }
      return answers;
    } catch (TimeoutException e) {
      throw new Problem(
          Problem.Kind.LATE, "not linked within " + limit.toMillis() + " ms; ask for less at once");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      own.forEach(task -> task.answer().cancel(false));
      awaitUnused(own);
    }
  }

  /** A batch that has begun still uses its system, also for a document that nobody waits for. */
  private synchronized void awaitUnused(List<Task> own) throws InterruptedException {
    while (own.stream().anyMatch(task -> inWork.stream().anyMatch(other -> other == task))) {
      wait();
    }
  }

  /** Takes up those of a batch that are still waited for. */
  private synchronized List<Task> begin(List<Task> batch) {
    inWork = batch.stream().filter(task -> !task.answer().isDone()).toList();
    return inWork;
  }

  private synchronized void end() {
    inWork = List.of();
    notifyAll();
  }

  private void work() {
    try {
      for (Task first = tasks.take(); first != Task.LAST; first = tasks.take()) {
        List<Task> batch = new ArrayList<>(List.of(first));
        try {
          fill(batch);
          link(begin(batch));
        } catch (RuntimeException | Error e) {
          // Whatever it is, the next batch wants this thread.
          batch.forEach(task -> task.answer().completeExceptionally(e));
        } finally {
          end();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Adds those that come next, as long as they are few and short. */
  private void fill(List<Task> batch) {
    Task first = batch.getFirst();
    int characters = first.asked().length();
    int mentions = first.asked().mentions();
    while (batch.size() < TOGETHER
        && characters < ENOUGH
        && mentions < MENTIONS
        && tasks.peek() instanceof Task next
        && next.system() == first.system()) {
      batch.add(tasks.remove());
      characters += next.asked().length();
      mentions += next.asked().mentions();
    }
  }

  private void link(List<Task> batch) {
    if (batch.isEmpty()) {
      return;
    }
    long begun = System.nanoTime();
    try {
      batch.forEach(task -> listener.took("wait", Duration.ofNanos(begun - task.since())));
      ServedSystem system = batch.getFirst().system();
      List<Document> documents = new ArrayList<>();
      for (Task task : batch) {
        requireAwaited(batch);
        Document document = task.asked().document();
        documents.add(task.asked().find() ? system.linker().detector().mark(document) : document);
      }
      listener.took("detect", Duration.ofNanos(System.nanoTime() - begun));
      Ranking ranking = system.linker().rank(documents, ENCODED, (_, _) -> requireAwaited(batch));
      listener.took("encode", seconds(ranking.encodeSeconds()));
      listener.took("search", seconds(ranking.searchSeconds()));
      listener.batch(batch.size());
      int next = 0;
      for (int i = 0; i < batch.size(); i++) {
        int end = next + (int) documents.get(i).mentions().count();
        batch
            .get(i)
            .answer()
            .complete(
                new Linked(
                    documents.get(i),
                    ranking.mentions().subList(next, end).stream()
                        .map(mention -> mention.link())
                        .toList()));
        next = end;
      }
    } catch (CancellationException e) {
      // Nobody is left to answer.
    } catch (RuntimeException | Error e) {
      failed(batch, e);
    }
  }

  /** One document's fault is not that of those which happened to come with it. */
  private void failed(List<Task> batch, Throwable fault) {
    if (batch.size() == 1) {
      batch.getFirst().answer().completeExceptionally(fault);
    } else {
      batch.stream().filter(task -> !task.answer().isDone()).forEach(task -> link(List.of(task)));
    }
  }

  /**
   * Ends the work on a batch for which nobody waits any more: others do.
   *
   * @throws CancellationException then
   */
  private static void requireAwaited(List<Task> batch) {
    if (batch.stream().allMatch(task -> task.answer().isDone())) {
      throw new CancellationException();
    }
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  /** Links what waits, then ends. */
  @Override
  public void close() {
    tasks.add(Task.LAST);
    try {
      linking.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
