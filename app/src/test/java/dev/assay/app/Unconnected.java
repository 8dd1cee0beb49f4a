package dev.assay.app;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The program in a process that the kernel kills, with all its threads, at the first attempt to
/// connect, send, bind or listen. Its children inherit that, and cannot take it off.
public final class Unconnected {

  /// Instead of a command: tries to connect, to show that the kernel keeps its word.
  static final String TRY = "--try-to-connect";

  private static final int KILL_PROCESS = 0x80000000;
  private static final int ALLOW = 0x7FFF0000;
  private static final int OFFSET_OF_LENGTH = 32;

  /// Length of an address of a socket file, with which the C library asks this machine's own cache
  /// of user names when a process starts. Addresses of a network have 16 or 28 bytes.
  private static final int LOCAL_LENGTH = 110;

  private static final int NO_NEW_PRIVILEGES = 38;
  private static final int SET_FILTER = 1;
  private static final int ALL_THREADS = 1;
  private static final int REFUSED = 70;

  private Unconnected() {}

  /// Runs a command of the program under the filter.
  public static void main(String[] arguments) throws Exception {
    if (!seal()) {
      System.err.println("the kernel took no filter of system calls");
      System.exit(REFUSED);
    }
    System.err.println(network());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.err.println(network())));
    if (arguments[0].equals(TRY)) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress("127.0.0.1", 9), 500);
      }
      return;
    }
    Launcher.main(arguments);
  }

  /// Interfaces of this process's network, lines of its table of routes, packets that it sent.
  private static String network() {
    try {
      List<String[]> devices =
          Files.readAllLines(Path.of("/proc/self/net/dev")).stream()
              .skip(2)
              .map(line -> line.trim().split("[: ]+"))
              .toList();
      String names = devices.stream().map(d -> d[0]).collect(Collectors.joining(","));
      long sent = devices.stream().mapToLong(d -> Long.parseLong(d[10])).sum();
      long routes = Files.readAllLines(Path.of("/proc/self/net/route")).size() - 1L;
      return "network: interfaces=" + names + " routes=" + Math.max(0, routes) + " sent=" + sent;
    } catch (IOException e) {
      return "network: unreadable";
    }
  }

  @SuppressWarnings("restricted") // the kernel is what this class is about
  private static boolean seal() throws IOException {
    boolean arm = System.getProperty("os.arch").equals("aarch64");
    // accept, sendto, sendmsg, bind, listen, accept4, sendmmsg, io_uring_setup
    int[] forbidden =
        arm
            ? new int[] {202, 206, 211, 200, 201, 242, 269, 425}
            : new int[] {43, 44, 46, 49, 50, 288, 307, 425};
    ByteBuffer code = ByteBuffer.allocate(512).order(ByteOrder.nativeOrder());
    add(code, 0x20, 0, 4);
    add(code, 0x15, 1, arm ? 0xC00000B7 : 0xC000003E);
    add(code, 0x06, 0, KILL_PROCESS);
    add(code, 0x20, 0, 0);
    for (int number : forbidden) {
      jump(code, number, 1);
      add(code, 0x06, 0, KILL_PROCESS);
    }
    jump(code, arm ? 203 : 42, 4);
    add(code, 0x20, 0, OFFSET_OF_LENGTH);
    jump(code, LOCAL_LENGTH, 1);
    add(code, 0x06, 0, ALLOW);
    add(code, 0x06, 0, KILL_PROCESS);
    add(code, 0x06, 0, ALLOW);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment program = arena.allocate(code.position(), 8);
      program.copyFrom(MemorySegment.ofArray(code.array()).asSlice(0, code.position()));
      MemorySegment described = arena.allocate(16, 8);
      described.set(ValueLayout.JAVA_SHORT, 0, (short) (code.position() / 8));
      described.set(ValueLayout.ADDRESS, 8, program);
      call(arm ? 167 : 157, NO_NEW_PRIVILEGES, 1, 0);
      return call(arm ? 277 : 317, SET_FILTER, ALL_THREADS, described.address()) == 0;
    }
  }

  private static void add(ByteBuffer code, int operation, int ifTrue, int operand) {
    code.putShort((short) operation).put((byte) ifTrue).put((byte) 0).putInt(operand);
  }

  /// Goes on when the word is this one, else leaves so many instructions out.
  private static void jump(ByteBuffer code, int word, int otherwise) {
    code.putShort((short) 0x15).put((byte) 0).put((byte) otherwise).putInt(word);
  }

  @SuppressWarnings("restricted")
  private static long call(long number, long first, long second, long third) {
    Linker linker = Linker.nativeLinker();
    MethodHandle syscall =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("syscall"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_LONG),
            Linker.Option.firstVariadicArg(1));
    try {
      return (long) syscall.invokeExact(number, first, second, third, 0L, 0L);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
