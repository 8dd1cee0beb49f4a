package dev.assay.worker.jail;

import java.util.List;
import java.util.Optional;

/// The numbers of Linux' system calls on a processor family (`asm/unistd_64.h`,
/// `asm-generic/unistd.h`, `linux/audit.h`).
///
/// @param auditArchitecture what a filter sees as the architecture
/// @param foreignBit numbers from here on belong to another calling convention; 0 = there is none
/// @param prctl controls the process
/// @param prlimit64 reads and sets limits
/// @param dup3 copies a file descriptor to another number
/// @param getppid the parent's process id
/// @param setsid leaves the terminal's session
/// @param seccomp installs a filter
/// @param socket opens a socket
/// @param tgkill signals a thread
/// @param denied calls that a worker never needs: sockets, programs, other processes, name spaces,
///   kernel interfaces with a history
record Machine(
    int auditArchitecture,
    int foreignBit,
    int prctl,
    int prlimit64,
    int dup3,
    int getppid,
    int setsid,
    int seccomp,
    int socket,
    int tgkill,
    List<Integer> denied) {

  /// In this order: socket, connect, bind, listen, accept, accept4; execve, execveat; ptrace,
  /// process_vm_readv, process_vm_writev, kill, tkill, rt_sigqueueinfo, rt_tgsigqueueinfo,
  /// pidfd_open, pidfd_send_signal, pidfd_getfd; mount, umount2, pivot_root, chroot, unshare,
  /// setns; io_uring_setup, bpf, perf_event_open, userfaultfd, add_key, request_key, keyctl,
  /// init_module, finit_module, kexec_load.
  private static final Machine X86_64 =
      new Machine(
          0xC000003E,
          0x40000000,
          157,
          302,
          292,
          110,
          112,
          317,
          41,
          234,
          List.of(
              41, 42, 49, 50, 43, 288, 59, 322, 101, 310, 311, 62, 200, 129, 297, 434, 424, 438,
              165, 166, 155, 161, 272, 308, 425, 321, 298, 323, 248, 249, 250, 175, 313, 246));

  private static final Machine AARCH64 =
      new Machine(
          0xC00000B7,
          0,
          167,
          261,
          24,
          173,
          157,
          277,
          198,
          131,
          List.of(
              198, 203, 200, 201, 202, 242, 221, 281, 117, 270, 271, 129, 130, 138, 240, 434, 424,
              438, 40, 39, 41, 51, 97, 268, 425, 280, 241, 282, 217, 218, 219, 105, 273, 104));

  /// The numbers of this architecture, as the `os.arch` property names it.
  static Optional<Machine> of(String architecture) {
    return switch (architecture) {
      case "amd64", "x86_64" -> Optional.of(X86_64);
      case "aarch64", "arm64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }
}
