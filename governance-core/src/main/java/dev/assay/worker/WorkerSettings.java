package dev.assay.worker;

import java.time.Duration;

/// Limits of a child process.
///
/// @param heapBytes `-Xmx` of the child
/// @param nativeBytes most data memory of the child, heap included (`RLIMIT_DATA` where the
///   platform has it)
/// @param deadline a request that takes longer is killed and reported
public record WorkerSettings(long heapBytes, long nativeBytes, Duration deadline) {}
