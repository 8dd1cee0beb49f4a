package dev.assay.worker;

import dev.assay.common.InputRejected;
import dev.assay.common.WorkFailed;
import dev.assay.dataset.ImportRequest;
import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Does what the name of the file says.
final class HostileHandlers implements Handlers {

  private final List<Object> kept = new ArrayList<>();

  @Override
  public SortedMap<String, String> engines() {
    return new TreeMap<>(Map.of("hostile", "1"));
  }

  @Override
  public Object handle(Request request, Progress progress, Cancellation cancellation) {
    return request instanceof Request.Import data
        ? imported(data.request(), progress, cancellation)
        : Map.of();
  }

  private Object imported(ImportRequest request, Progress progress, Cancellation cancellation) {
    try {
      Files.writeString(request.output().resolve("columns.json"), "begun");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Misbehaviour misbehaviour = Misbehaviour.valueOf(String.valueOf(request.file().getFileName()));
    return switch (misbehaviour) {
      case ANSWER -> Reports.of("ANSWER");
      case REFUSE -> throw new InputRejected("TEST-REFUSED", "Row 3 is wrong.", "Mend it.");
      case FAIL -> throw new WorkFailed("TEST-FAILED", "The engine failed.", "Try again.");
      case DEFECT -> throw new IllegalStateException("a defect");
      case SPIN -> spin();
      case OBEDIENT -> obey(progress, cancellation);
      case HEAP -> fillHeap();
      case NATIVE -> NativeHarm.takeMemoryUntilNull();
      case DIRECT -> takeDirectBuffers();
      case BAD_ALLOC -> throw new WorkFailed("X", "The runtime failed: std::bad_alloc.", "y");
      case NULL_WRITE -> NativeHarm.writeToNull();
      case ABORT -> NativeHarm.abort();
      case KILL -> killSelf();
      case EXIT -> exit();
      case PRINT -> print();
      case CHATTER -> chatter();
      case GARBAGE -> sayRaw(new byte[] {0, 0, 0, 5, 'h', 'e', 'l', 'l', 'o'});
      case HUGE_FRAME -> sayRaw(ByteBuffer.allocate(4).putInt(Integer.MAX_VALUE).array());
      case HALF_ANSWER -> Map.of("fileName", "x", "rows", 1);
      case ESCAPES -> throw new InputRejected("TEST-ESCAPES", "\u001b[2J\u202Egone", "\n\r");
      case RECURSE -> recurse(0);
      case BREAK_OUT -> Reports.of(String.join(", ", NativeHarm.breakOut()));
      case ENVIRONMENT -> Reports.of(String.join(",", new TreeMap<>(System.getenv()).keySet()));
    };
  }

  private static Object spin() {
    double sum = 0;
    while (sum >= 0) {
      sum += 1e-9;
    }
    return sum;
  }

  private static Object obey(Progress progress, Cancellation cancellation) {
    try {
      for (int i = 0; true; i++) {
        progress.report("waiting", i, -1);
        cancellation.check();
        Thread.sleep(20);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object fillHeap() {
    while (true) {
      kept.add(new long[1 << 16]);
    }
  }

  private Object takeDirectBuffers() {
    while (true) {
      kept.add(ByteBuffer.allocateDirect(64 << 20));
    }
  }

  private static Object killSelf() {
    try {
      // A signal to itself by the thread call, which its own jail allows.
      return NativeHarm.killSelf();
    } finally {
      spin();
    }
  }

  private static Object exit() {
    Runtime.getRuntime().halt(3);
    return Map.of();
  }

  private static Object print() {
    System.out.println("printed by Java");
    NativeHarm.putsToStandardOutput("printed by the C library");
    try (FileOutputStream out = new FileOutputStream("/proc/self/fd/1")) {
      out.write("written to descriptor 1\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Reports.of("PRINT");
  }

  private static Object chatter() {
    for (int i = 0; i < 20_000; i++) {
      System.err.println("chatter " + i + " " + "x".repeat(200));
    }
    return exit();
  }

  /// Finds the pipe to the parent among the open descriptors and writes past the protocol.
  private static Object sayRaw(byte[] bytes) {
    try (var descriptors = Files.list(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors.toList()) {
        if (isPipeToParent(descriptor)) {
          try (FileOutputStream out = new FileOutputStream(descriptor.toFile())) {
            out.write(bytes);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return spin();
  }

  private static boolean isPipeToParent(Path descriptor) throws IOException {
    String number = String.valueOf(descriptor.getFileName());
    return Files.isSymbolicLink(descriptor)
        && !List.of("0", "1", "2").contains(number)
        && Files.readSymbolicLink(descriptor).toString().startsWith("pipe:");
  }

  private static int recurse(int depth) {
    return depth < 0 ? 0 : recurse(depth + 1) + 1;
  }
}
