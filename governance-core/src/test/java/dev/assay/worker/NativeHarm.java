package dev.assay.worker;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What native code can do to its process, by the C library.
@SuppressWarnings("restricted")
final class NativeHarm {

  private static final long CHUNK = 64L << 20;

  private NativeHarm() {}

  private static Object call(String function, FunctionDescriptor type, Object... arguments) {
    Linker linker = Linker.nativeLinker();
    try {
      return linker
          .downcallHandle(linker.defaultLookup().findOrThrow(function), type)
          .invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  static Object takeMemoryUntilNull() {
    FunctionDescriptor malloc = FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
    while (true) {
      MemorySegment chunk = (MemorySegment) call("malloc", malloc, CHUNK);
      if (chunk.address() == 0) {
        System.err.println("terminate called after throwing an instance of 'std::bad_alloc'");
        return abort();
      }
      chunk.reinterpret(CHUNK).fill((byte) 1);
    }
  }

  static Object writeToNull() {
    MemorySegment.ofAddress(0).reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 1);
    return 0;
  }

  static Object abort() {
    return call("abort", FunctionDescriptor.of(ValueLayout.JAVA_INT));
  }

  static Object killSelf() {
    return call("raise", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT), 9);
  }

  static void putsToStandardOutput(String text) {
    try (Arena arena = Arena.ofConfined()) {
      call(
          "puts",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS),
          arena.allocateFrom(text));
      call(
          "fflush",
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS),
          MemorySegment.NULL);
    }
  }

  /// What a worker must not be able to do; each that succeeds is named.
  static List<String> breakOut() {
    List<String> succeeded = new ArrayList<>();
    Thread later = new Thread(() -> attempt(succeeded), "later");
    attempt(succeeded);
    later.start();
    try {
      later.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return succeeded;
  }

  private static void attempt(List<String> succeeded) {
    FunctionDescriptor threeInts =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    FunctionDescriptor twoInts =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    if ((int) call("socket", threeInts, 2, 1, 0) >= 0) {
      succeeded.add("internet socket");
    }
    if ((int) call("socket", threeInts, 1, 1, 0) >= 0) {
      succeeded.add("local socket");
    }
    int parent = (int) call("getppid", FunctionDescriptor.of(ValueLayout.JAVA_INT));
    if ((int) call("kill", twoInts, parent, 0) == 0) {
      succeeded.add("signal to the parent");
    }
    if ((int)
            call(
                "unshare",
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
                0x10000000)
        == 0) {
      succeeded.add("name space");
    }
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), 1)) {
      succeeded.add("Java socket " + socket);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("not permitted")) {
        succeeded.add("Java socket: " + e.getMessage());
      }
    }
    try {
      new ProcessBuilder("/bin/true").start().destroy();
      succeeded.add("program");
    } catch (IOException denied) {
      // as it should be
    }
    if (!readLimit().equals("0 0")) {
      succeeded.add("core files: " + readLimit());
    }
  }

  private static String readLimit() {
    try {
      return Files.readAllLines(Path.of("/proc/self/limits")).stream()
          .filter(line -> line.startsWith("Max core file size"))
          .map(line -> line.substring(20).replace("bytes", "").strip().replaceAll(" +", " "))
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return e.toString();
    }
  }
}
