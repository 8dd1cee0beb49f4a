package dev.assay.store.sqlite;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// A connection whose n-th statement from now fails, as on a disk that fails; later ones work
/// again, or never.
final class FaultyConnection {

  private final Connection real;
  private int left = Integer.MAX_VALUE;
  private boolean forGood;

  FaultyConnection(Connection real) {
    this.real = real;
  }

  void failAt(int statement, boolean forever) {
    left = statement;
    forGood = forever;
  }

  Connection connection() {
    InvocationHandler handler =
        (proxy, method, arguments) -> {
          if (method.getName().equals("prepareStatement")
              || method.getName().equals("createStatement")) {
            count();
          }
          try {
            return method.invoke(real, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        };
    return (Connection)
        Proxy.newProxyInstance(
            FaultyConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, handler);
  }

  private void count() throws SQLException {
    left--;
    if (left == 0 || (left < 0 && forGood)) {
      throw new SQLiteException("disk I/O error", SQLiteErrorCode.SQLITE_IOERR_WRITE);
    }
  }
}
