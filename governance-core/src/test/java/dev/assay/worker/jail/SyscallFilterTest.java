package dev.assay.worker.jail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The filter, carried out here instruction by instruction.
class SyscallFilterTest {

  private static final int ALLOW = 0x7FFF0000;
  private static final int DENY = 0x00050001;
  private static final int X86_64 = 0xC000003E;
  private static final int SELF = 4321;

  private static final int LOAD = 0x20;
  private static final int EQUAL = 0x15;
  private static final int AT_LEAST = 0x35;

  /// What the driver of a graphics processor does with its device files, as strace shows of CUDA.
  @ParameterizedTest
  @CsvSource({
    "open, 2",
    "openat, 257",
    "ioctl, 16",
    "mmap, 9",
    "munmap, 11",
    "mprotect, 10",
    "madvise, 28",
    "poll, 7",
    "eventfd2, 290",
    "memfd_create, 319",
    "mknod, 133",
    "stat, 4",
    "newfstatat, 262",
    "clone, 56",
    "clone3, 435",
    "futex, 202",
    "sched_setaffinity, 203",
    "get_mempolicy, 239",
    "mbind, 237",
    "mremap, 25",
    "pipe2, 293",
    "readlink, 89"
  })
  void deviceFilesOfGraphicsProcessorsGetThrough(String name, int number) {
    assertThat(verdict(number, 0)).as(name).isEqualTo(ALLOW);
  }

  @ParameterizedTest
  @CsvSource({"socket, 41", "connect, 42", "bind, 49", "execve, 59", "ptrace, 101", "bpf, 321"})
  void whatAWorkerNeverNeedsDoesNot(String name, int number) {
    assertThat(verdict(number, 0)).as(name).isEqualTo(DENY);
  }

  @Test
  void signalsReachThisProcessOnly() {
    assertThat(verdict(234, SELF)).isEqualTo(ALLOW);
    assertThat(verdict(234, 1)).isEqualTo(DENY);
  }

  /// @param argument first argument of the call
  private static int verdict(int number, int argument) {
    ByteBuffer code =
        ByteBuffer.wrap(SyscallFilter.of(Machine.of("amd64").orElseThrow(), SELF))
            .order(ByteOrder.nativeOrder());
    int value = 0;
    for (int at = 0; ; at++) {
      int place = at * SyscallFilter.INSTRUCTION_BYTES;
      int operation = code.getShort(place);
      int operand = code.getInt(place + 4);
      boolean jumps = operation == EQUAL || operation == AT_LEAST;
      if (operation == LOAD) {
        value = operand == 0 ? number : operand == 4 ? X86_64 : argument;
      } else if (jumps) {
        boolean holds =
            operation == EQUAL ? value == operand : Integer.compareUnsigned(value, operand) >= 0;
        at += code.get(place + (holds ? 2 : 3));
      } else {
        return operand;
      }
    }
  }
}
