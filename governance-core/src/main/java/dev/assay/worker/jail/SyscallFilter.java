package dev.assay.worker.jail;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A filter of system calls in classic BPF (`linux/filter.h`, `linux/seccomp.h`). A denied call
/// fails with EPERM, which libraries report as an ordinary error.
final class SyscallFilter {

  static final int INSTRUCTION_BYTES = 8;

  private static final short LOAD_WORD = 0x20;
  private static final short JUMP_IF_EQUAL = 0x15;
  private static final short JUMP_IF_AT_LEAST = 0x35;
  private static final short RETURN = 0x06;

  private static final int OFFSET_NUMBER = 0;
  private static final int OFFSET_ARCHITECTURE = 4;
  private static final int OFFSET_FIRST_ARGUMENT = 16;

  private static final int ALLOW = 0x7FFF0000;
  private static final int DENY = 0x00050000 | 1;
  private static final int KILL_PROCESS = 0x80000000;

  private final ByteBuffer code = ByteBuffer.allocate(4096).order(ByteOrder.nativeOrder());

  private SyscallFilter() {}

  /// The filter for a worker: no call of [Machine#denied()], no signal to and no limit on another
  /// process, no foreign calling convention.
  ///
  /// @param self id of this process
  /// @return the instructions, ready to be copied to native memory
  static byte[] of(Machine machine, long self) {
    SyscallFilter filter = new SyscallFilter();
    filter.add(LOAD_WORD, 0, 0, OFFSET_ARCHITECTURE);
    filter.add(JUMP_IF_EQUAL, 1, 0, machine.auditArchitecture());
    filter.add(RETURN, 0, 0, KILL_PROCESS);
    filter.add(LOAD_WORD, 0, 0, OFFSET_NUMBER);
    if (machine.foreignBit() != 0) {
      filter.add(JUMP_IF_AT_LEAST, 0, 1, machine.foreignBit());
      filter.add(RETURN, 0, 0, DENY);
    }
    for (int number : machine.denied()) {
      filter.add(JUMP_IF_EQUAL, 0, 1, number);
      filter.add(RETURN, 0, 0, DENY);
    }
    filter.allowOnlyOn(machine.tgkill(), (int) self);
    filter.allowOnlyOn(machine.prlimit64(), 0);
    filter.add(RETURN, 0, 0, ALLOW);
    byte[] bytes = new byte[filter.code.position()];
    filter.code.flip().get(bytes);
    return bytes;
  }

  private void allowOnlyOn(int number, int process) {
    add(JUMP_IF_EQUAL, 0, 4, number);
    add(LOAD_WORD, 0, 0, OFFSET_FIRST_ARGUMENT);
    add(JUMP_IF_EQUAL, 0, 1, process);
    add(RETURN, 0, 0, ALLOW);
    add(RETURN, 0, 0, DENY);
  }

  private void add(short operation, int ifTrue, int ifFalse, int operand) {
    code.putShort(operation).put((byte) ifTrue).put((byte) ifFalse).putInt(operand);
  }
}
