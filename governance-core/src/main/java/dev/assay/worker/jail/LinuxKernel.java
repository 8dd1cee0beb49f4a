package dev.assay.worker.jail;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// System calls by number. One function of the C library for all of them: each further signature
/// would cost the worker's start some ten milliseconds.
final class LinuxKernel {

  private final MethodHandle syscall;

  @SuppressWarnings("restricted") // native access is what this class is for
  LinuxKernel() {
    Linker linker = Linker.nativeLinker();
    syscall =
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
  }

  /// Calls the kernel; missing arguments are zero.
  ///
  /// @return the call's result, -1 when it failed
  long call(int number, long... arguments) {
    long[] a = java.util.Arrays.copyOf(arguments, 5);
    try {
      return (long) syscall.invokeExact((long) number, a[0], a[1], a[2], a[3], a[4]);
    } catch (Throwable impossible) { // decision: a native call of longs throws nothing
      throw new IllegalStateException(impossible);
    }
  }
}
