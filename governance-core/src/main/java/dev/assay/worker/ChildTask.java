package dev.assay.worker;

import dev.assay.common.AssayException;
import dev.assay.common.Cancelled;
import dev.assay.common.InputRejected;
import dev.assay.common.Json;
import dev.assay.common.UsageError;
import dev.assay.common.WorkFailed;
import dev.assay.work.Cancellation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/// One request within the child. Whatever it throws becomes an answer.
///
/// @param request what to do
/// @param cancellation may stop it
record ChildTask(Request request, Cancellation cancellation) {

  private static final int TRACE_LIMIT = 20_000;

  void run(Handlers handlers, ChildVoice voice) throws IOException {
    Answer answer = answer(handlers, voice);
    byte[] message = Frames.encode(answer);
    voice.say(message.length <= Frames.LIMIT_BYTES ? message : Frames.encode(tooLong(message)));
  }

  private static Answer tooLong(byte[] message) {
    return new Answer.Refused(
        Answer.Refused.Type.WORK,
        "WORKER-ANSWER-SIZE",
        "What was found in the file takes "
            + Memory.shown(message.length)
            + " to describe; the limit is "
            + Memory.shown(Frames.LIMIT_BYTES)
            + ".",
        "Give a file with fewer columns or less metadata.");
  }

  private Answer answer(Handlers handlers, ChildVoice voice) {
    try {
      Object result = handlers.handle(request, voice, cancellation);
      return new Answer.Done(Json.mapper().valueToTree(result), handlers.engines());
    } catch (AssayException known) {
      return Memory.saidIn(known.sentence())
          .<Answer>map(Answer.Exhausted::new)
          .orElseGet(
              () ->
                  new Answer.Refused(type(known), known.code(), known.sentence(), known.remedy()));
    } catch (Throwable unexpected) { // decision: the parent tells the user, whatever it is
      Optional<String> memory = Memory.exhaustedBy(unexpected);
      return memory.isPresent() ? new Answer.Exhausted(memory.get()) : defect(unexpected);
    }
  }

  private static Answer.Refused.Type type(AssayException known) {
    return switch (known) {
      case UsageError ignored -> Answer.Refused.Type.USAGE;
      case InputRejected ignored -> Answer.Refused.Type.INPUT;
      case WorkFailed ignored -> Answer.Refused.Type.WORK;
      case Cancelled ignored -> Answer.Refused.Type.CANCELLED;
    };
  }

  private static Answer defect(Throwable unexpected) {
    StringWriter trace = new StringWriter();
    unexpected.printStackTrace(new PrintWriter(trace, true));
    StackTraceElement[] places = unexpected.getStackTrace();
    String where = places.length == 0 ? "" : " at " + places[0];
    String text = trace.toString();
    return new Answer.Defect(
        unexpected.getClass().getSimpleName() + where,
        text.substring(0, Math.min(text.length(), TRACE_LIMIT)));
  }
}
