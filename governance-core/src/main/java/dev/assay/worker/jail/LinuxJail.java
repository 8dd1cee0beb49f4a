package dev.assay.worker.jail;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Confinement on Linux: `RLIMIT_DATA` and `RLIMIT_CORE`, a signal at the parent's death, no new
/// privileges, and a filter of system calls without sockets and programs.
final class LinuxJail {

  private static final int RLIMIT_DATA = 2;
  private static final int RLIMIT_CORE = 4;
  private static final int PR_SET_PDEATHSIG = 1;
  private static final int PR_SET_NO_NEW_PRIVS = 38;
  private static final int SIGKILL = 9;
  private static final int SECCOMP_SET_MODE_FILTER = 1;
  private static final int SECCOMP_FILTER_FLAG_TSYNC = 1;
  private static final int AF_INET = 2;
  private static final int SOCK_STREAM = 1;
  private static final int STANDARD_OUTPUT = 1;
  private static final int STANDARD_ERROR = 2;

  private final Machine machine;
  private final LinuxKernel kernel = new LinuxKernel();
  private final List<String> missing = new ArrayList<>();

  LinuxJail(Machine machine) {
    this.machine = machine;
  }

  Confinement enter(long dataBytes, long parent) {
    kernel.call(machine.dup3(), STANDARD_ERROR, STANDARD_OUTPUT, 0);
    kernel.call(machine.setsid()); // an interrupt at the terminal is the parent's to handle
    dieWithParent(parent);
    preferThisProcessWhenMemoryIsShort();
    limit(RLIMIT_CORE, 0);
    boolean memory = limit(RLIMIT_DATA, dataBytes);
    if (!memory) {
      missing.add("The system refused the limit on the worker's memory (RLIMIT_DATA).");
    }
    boolean network = filterSystemCalls();
    return Confinement.of(memory, network, missing);
  }

  private void dieWithParent(long parent) {
    kernel.call(machine.prctl(), PR_SET_PDEATHSIG, SIGKILL);
    if (kernel.call(machine.getppid()) != parent) {
      Runtime.getRuntime().halt(1);
    }
  }

  private static void preferThisProcessWhenMemoryIsShort() {
    try {
      Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
    } catch (IOException notOffered) {
      // decision: without it the system chooses its victim itself
    }
  }

  /// Lowers a limit, never raises it; the hard limit too, so that it stays.
  private boolean limit(int resource, long bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment limits = arena.allocate(2 * ValueLayout.JAVA_LONG.byteSize());
      if (kernel.call(machine.prlimit64(), 0, resource, 0, limits.address()) != 0) {
        return false;
      }
      long hard = limits.getAtIndex(ValueLayout.JAVA_LONG, 1);
      long lower = Long.compareUnsigned(bytes, hard) < 0 ? bytes : hard;
      limits.setAtIndex(ValueLayout.JAVA_LONG, 0, lower);
      limits.setAtIndex(ValueLayout.JAVA_LONG, 1, lower);
      return kernel.call(machine.prlimit64(), 0, resource, limits.address(), 0) == 0;
    }
  }

  private boolean filterSystemCalls() {
    if (kernel.call(machine.prctl(), PR_SET_NO_NEW_PRIVS, 1) != 0) {
      missing.add("The system refused to forbid new privileges (PR_SET_NO_NEW_PRIVS).");
      return false;
    }
    if (!installFilter()) {
      missing.add("The system has no filter of system calls (seccomp) for the worker.");
      return false;
    }
    if (kernel.call(machine.socket(), AF_INET, SOCK_STREAM, 0) >= 0) {
      missing.add("The worker could still open a socket behind its filter of system calls.");
      return false;
    }
    return true;
  }

  private boolean installFilter() {
    byte[] filter = SyscallFilter.of(machine, ProcessHandle.current().pid());
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment code = arena.allocate(filter.length, ValueLayout.JAVA_LONG.byteAlignment());
      MemorySegment.copy(filter, 0, code, ValueLayout.JAVA_BYTE, 0, filter.length);
      MemorySegment program = arena.allocate(2 * ValueLayout.JAVA_LONG.byteSize(), 8);
      program.set(
          ValueLayout.JAVA_SHORT, 0, (short) (filter.length / SyscallFilter.INSTRUCTION_BYTES));
      program.set(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG.byteSize(), code.address());
      return kernel.call(
              machine.seccomp(),
              SECCOMP_SET_MODE_FILTER,
              SECCOMP_FILTER_FLAG_TSYNC,
              program.address())
          == 0;
    }
  }
}
