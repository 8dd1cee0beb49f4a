package dev.assay.worker;

/// A child that does what files named after a [Misbehaviour] tell it.
final class HostileMain {

  private HostileMain() {}

  public static void main(String[] args) {
    ChildLoop.run(args, new HostileHandlers());
  }
}
