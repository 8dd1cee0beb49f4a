package dev.assay.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// Builds commands by constructor injection: a command that asks for the context gets it.
final class CommandFactory implements IFactory {

  private final CommandContext context;
  private final IFactory others = CommandLine.defaultFactory();

  CommandFactory(CommandContext context) {
    this.context = context;
  }

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (var constructor : type.getDeclaredConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (parameters.length == 1 && parameters[0] == CommandContext.class) {
        return type.cast(constructor.newInstance(context));
      }
    }
    return others.create(type);
  }
}
