package dev.assay.worker;

import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.util.SortedMap;

/// What a child does with a request.
interface Handlers {

  /// Does it; runs on one thread, one request after the other.
  ///
  /// @return what goes back to the parent as JSON
  Object handle(Request request, Progress progress, Cancellation cancellation);

  /// Versions of the engines that have been loaded so far.
  SortedMap<String, String> engines();
}
