package dev.assay.report.seal;

import dev.assay.common.UsageError;
import dev.assay.common.Visible;
import dev.assay.common.WorkFailed;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A time-stamp authority at an address that somebody gave. It is the only thing that Assay ever
/// asks over a network, it is asked only then, and all it is told is the digest of a signature.
public final class TimeStampAuthority implements TimeStamps {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int MOST_BYTES = 64 * 1024;
  private static final int OK = 200;

  private final URI address;

  /// @throws UsageError when the address is none of http or https
  public TimeStampAuthority(String address) {
    try {
      URI uri = URI.create(address.strip());
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null) {
        this.address = uri;
        return;
      }
    } catch (IllegalArgumentException none) {
      // said below
    }
    throw new UsageError(
        "USAGE-TSA",
        "'" + Visible.of(address, 120) + "' is not the address of a time-stamp authority.",
        "Give an address that begins with https:// or http://.");
  }

  @Override
  public byte[] ask(byte[] request) {
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      HttpResponse<InputStream> response =
          client.send(
              HttpRequest.newBuilder(address)
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/timestamp-query")
                  .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        byte[] answer = body.readNBytes(MOST_BYTES + 1);
        if (response.statusCode() != OK || answer.length > MOST_BYTES) {
          throw failed("it answered with status " + response.statusCode(), null);
        }
        return answer;
      }
    } catch (IOException e) {
      throw failed(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("it was interrupted", e);
    }
  }

  private WorkFailed failed(String why, @Nullable Exception cause) {
    return new WorkFailed(
        "SEAL-TSA",
        "The time-stamp authority "
            + Visible.of(address.toString(), 120)
            + " gave no stamp ("
            + why
            + ").",
        "Check the address, or sign without a time stamp: leave --tsa out.",
        cause);
  }
}
