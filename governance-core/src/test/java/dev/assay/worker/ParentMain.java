package dev.assay.worker;

import dev.assay.work.Cancellation;
import dev.assay.work.Progress;
import java.nio.file.Path;

/// A parent whose child is busy for ever; prints the child's process id.
final class ParentMain {

  private ParentMain() {}

  public static void main(String[] args) {
    HostileChildren children = HostileChildren.in(Path.of(args[0]));
    children.doing(Misbehaviour.ANSWER);
    System.out.println(children.worker().pid());
    children.doing(Misbehaviour.SPIN, Progress.NONE, new Cancellation());
  }
}
