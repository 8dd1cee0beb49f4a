package dev.assay.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.common.AssayException;
import dev.assay.common.Cancelled;
import dev.assay.common.InputRejected;
import dev.assay.common.WorkFailed;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerTest {

  @TempDir Path output;

  @Test
  void aWarmChildIsReused() {
    try (HostileChildren children = HostileChildren.in(output)) {
      assertThat(children.doing(Misbehaviour.ANSWER).format()).isEqualTo("ANSWER");
      long first = children.worker().pid();
      children.doing(Misbehaviour.ANSWER);

      assertThat(children.worker().pid()).isEqualTo(first).isPositive();
      assertThat(children.worker().engines()).containsEntry("hostile", "1");
      assertThat(output).isNotEmptyDirectory();
    }
  }

  @Test
  void aRefusalComesBackAsItWasThrownAndTheChildStaysWarm() {
    try (HostileChildren children = HostileChildren.in(output)) {
      assertThatThrownBy(() -> children.doing(Misbehaviour.REFUSE))
          .isInstanceOfSatisfying(
              InputRejected.class,
              e -> {
                assertThat(e.code()).isEqualTo("TEST-REFUSED");
                assertThat(e.sentence()).isEqualTo("Row 3 is wrong.");
                assertThat(e.remedy()).isEqualTo("Mend it.");
              });
      long first = children.worker().pid();
      assertThat(first).isPositive();
      children.doing(Misbehaviour.ANSWER);
      assertThat(children.worker().pid()).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FAIL        | TEST-FAILED     | The engine failed.
          DEFECT      | WORKER-DEFECT   | Assay has a defect that showed while reading the dataset 'DEFECT' (IllegalStateException at
          HEAP        | WORKER-MEMORY   | The worker needed more memory than its limit of 128 MiB for Java objects while reading the dataset 'HEAP'.
          NATIVE      | WORKER-MEMORY   | The worker needed more memory than its limit of 1.0 GiB while reading the dataset 'NATIVE'.
          DIRECT      | WORKER-MEMORY   | The worker needed more memory than its limit of 1.0 GiB while reading the dataset 'DIRECT'.
          BAD_ALLOC   | WORKER-MEMORY   | The worker needed more memory than its limit of 1.0 GiB while reading the dataset 'BAD_ALLOC'.
          NULL_WRITE  | WORKER-CRASHED  | The worker crashed (SIGSEGV
          ABORT       | WORKER-CRASHED  | The worker was ended by signal SIGABRT while reading the dataset 'ABORT'.
          KILL        | WORKER-KILLED   | The worker was ended by signal SIGKILL while reading the dataset 'KILL'.
          EXIT        | WORKER-CRASHED  | The worker ended by itself with exit code 3 while reading the dataset 'EXIT'.
          CHATTER     | WORKER-CRASHED  | The worker ended by itself with exit code 3 while
          GARBAGE     | WORKER-PROTOCOL | The worker's answer while reading the dataset 'GARBAGE' is not to be trusted: it is not one of the messages.
          HUGE_FRAME  | WORKER-PROTOCOL | The worker's answer while reading the dataset 'HUGE_FRAME' is not to be trusted: a message claims a length of 2147483647.
          HALF_ANSWER | WORKER-PROTOCOL | The worker's answer while reading the dataset 'HALF_ANSWER' is not to be trusted: it has no digest.
          RECURSE     | WORKER-DEFECT   | Assay has a defect that showed while reading the dataset 'RECURSE' (StackOverflowError
          """)
  void everyFaultIsASentenceAndTheNextCallGetsAFreshChild(
      Misbehaviour misbehaviour, String code, String sentence) {
    try (HostileChildren children = HostileChildren.in(output)) {
      assertThatThrownBy(() -> children.doing(misbehaviour))
          .isInstanceOfSatisfying(
              WorkFailed.class,
              e -> {
                assertThat(e.code()).isEqualTo(code);
                assertThat(e.sentence()).startsWith(sentence);
                assertThat(e.remedy()).endsWith(".");
              });
      assertThat(output).as("nothing half-written").isEmptyDirectory();
      assertThat(children.worker().pid()).as("the child is gone").isEqualTo(-1);
      assertThat(children.doing(Misbehaviour.ANSWER).format()).isEqualTo("ANSWER");
    }
  }

  @Test
  void textFromAChildCannotReachTheTerminalRaw() {
    try (HostileChildren children = HostileChildren.in(output)) {
      assertThatThrownBy(() -> children.doing(Misbehaviour.ESCAPES))
          .isInstanceOfSatisfying(
              AssayException.class,
              e -> {
                assertThat(e.sentence()).isEqualTo("\\u001B[2J\\u202Egone");
                assertThat(e.remedy()).isEqualTo("\\u000A\\u000D");
              });
    }
  }

  @Test
  void whatIsPrintedCannotComeBetweenMessages() {
    try (HostileChildren children = HostileChildren.in(output)) {
      assertThat(children.doing(Misbehaviour.PRINT).format()).isEqualTo("PRINT");
      assertThat(children.doing(Misbehaviour.ANSWER).format()).isEqualTo("ANSWER");
    }
  }

  @Test
  void aChildHasNoNetworkNoProgramsNoOtherProcessesAndNoEnvironment() {
    try (HostileChildren children = HostileChildren.in(output)) {
      assertThat(children.worker().isolation()).isEqualTo("full");
      assertThat(children.worker().greeting().missing()).isEmpty();
      assertThat(children.doing(Misbehaviour.BREAK_OUT).format()).isEmpty();
      assertThat(children.doing(Misbehaviour.ENVIRONMENT).format().split(","))
          .isSubsetOf("HOME", "TMPDIR", "OPT_OUT_TRACKING", "LANG", "LC_ALL", "LC_CTYPE");
    }
  }

  @Test
  void aHangIsKilledAtItsDeadline() {
    WorkerSettings hasty = new WorkerSettings(128L << 20, 1L << 30, Duration.ofSeconds(2));
    try (HostileChildren children = HostileChildren.in(output, hasty)) {
      long start = System.nanoTime();
      assertThatThrownBy(() -> children.doing(Misbehaviour.SPIN))
          .isInstanceOf(WorkFailed.class)
          .hasMessage(
              "The worker ran longer than 2 seconds while reading the dataset 'SPIN', and was stopped.");
      assertThat(millisSince(start)).isBetween(1_990L, 3_500L);
      assertThat(output).isEmptyDirectory();
    }
  }

  @ParameterizedTest
  @CsvSource({"OBEDIENT, true", "SPIN, false"})
  void aCancellationIsObeyedWithin200Milliseconds(Misbehaviour misbehaviour, boolean staysWarm)
      throws Exception {
    long[] latencies = new long[5];
    try (HostileChildren children = HostileChildren.in(output)) {
      for (int i = 0; i < latencies.length; i++) {
        children.doing(Misbehaviour.ANSWER);
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Throwable> ended = started(children, misbehaviour, cancellation);
        Thread.sleep(150);
        long start = System.nanoTime();
        cancellation.cancel();
        Throwable thrown = ended.get(10, TimeUnit.SECONDS);
        latencies[i] = millisSince(start);
        assertThat(thrown).isInstanceOf(Cancelled.class);
        assertThat(output).as("nothing half-written").isEmptyDirectory();
        assertThat(children.worker().pid() > 0).isEqualTo(staysWarm);
      }
    }
    Arrays.sort(latencies);
    System.out.println("cancel " + misbehaviour + ": " + Arrays.toString(latencies) + " ms");
    assertThat(latencies[latencies.length / 2]).isLessThanOrEqualTo(200);
  }

  private static CompletableFuture<Throwable> started(
      HostileChildren children, Misbehaviour misbehaviour, Cancellation cancellation) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            children.doing(misbehaviour, Progress.NONE, cancellation);
            return new AssertionError("it ended by itself");
          } catch (AssayException e) {
            return e;
          }
        });
  }

  @Test
  void aChildThatIsKilledFromOutsideIsReportedAndReplaced() throws Exception {
    try (HostileChildren children = HostileChildren.in(output)) {
      children.doing(Misbehaviour.ANSWER);
      long victim = children.worker().pid();
      CompletableFuture<Throwable> ended = started(children, Misbehaviour.SPIN, new Cancellation());
      Thread.sleep(100);
      ProcessHandle.of(victim).orElseThrow().destroyForcibly();

      assertThat(ended.get(5, TimeUnit.SECONDS))
          .hasMessage("The worker was ended by signal SIGKILL while reading the dataset 'SPIN'.");
      children.doing(Misbehaviour.ANSWER);
      assertThat(children.worker().pid()).isNotEqualTo(victim);
    }
  }

  @Test
  void aWarmChildThatDiedBetweenCallsIsReplacedUnnoticed() throws Exception {
    try (HostileChildren children = HostileChildren.in(output)) {
      children.doing(Misbehaviour.ANSWER);
      ProcessHandle victim = ProcessHandle.of(children.worker().pid()).orElseThrow();
      victim.destroyForcibly();
      victim.onExit().get(5, TimeUnit.SECONDS);

      assertThat(children.doing(Misbehaviour.ANSWER).format()).isEqualTo("ANSWER");
    }
  }

  @Test
  void callsFromSeveralThreadsTakeTurns() {
    try (HostileChildren children = HostileChildren.in(output)) {
      List<CompletableFuture<String>> calls = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        calls.add(
            CompletableFuture.supplyAsync(() -> children.doing(Misbehaviour.ANSWER).format()));
      }
      assertThat(calls).allSatisfy(call -> assertThat(call.join()).isEqualTo("ANSWER"));
    }
  }

  @Test
  void progressOfTheChildArrives() throws Exception {
    try (HostileChildren children = HostileChildren.in(output)) {
      List<Long> seen = new ArrayList<>();
      Cancellation cancellation = new Cancellation();
      Progress progress =
          (step, done, total) -> {
            assertThat(step).isEqualTo("waiting");
            assertThat(total).isEqualTo(-1);
            seen.add(done);
            if (seen.size() == 3) {
              cancellation.cancel();
            }
          };
      assertThatThrownBy(() -> children.doing(Misbehaviour.OBEDIENT, progress, cancellation))
          .isInstanceOf(Cancelled.class);
      assertThat(seen).hasSizeGreaterThanOrEqualTo(3).isSorted();
    }
  }

  @Test
  void closingKillsTheChildAndEndsTheCallThatIsUnderWay() throws Exception {
    HostileChildren children = HostileChildren.in(output);
    children.doing(Misbehaviour.ANSWER);
    ProcessHandle process = ProcessHandle.of(children.worker().pid()).orElseThrow();
    CompletableFuture<Throwable> ended = started(children, Misbehaviour.SPIN, new Cancellation());
    Thread.sleep(100);

    children.close();

    assertThat(process.isAlive()).isFalse();
    assertThat(ended.get(5, TimeUnit.SECONDS)).isInstanceOf(Cancelled.class);
    assertThatThrownBy(() -> children.doing(Misbehaviour.ANSWER)).isInstanceOf(Cancelled.class);
  }

  private static long millisSince(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
