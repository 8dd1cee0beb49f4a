package dev.assay.ledger.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.ledger.LogKey;
import dev.assay.ledger.MalformedLedger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DsseTest {

  /// The example of the protocol's specification (secure-systems-lab/dsse, protocol.md).
  @Test
  void whatIsSignedIsThePreAuthenticationEncodingOfTheSpecification() {
    byte[] signed =
        Dsse.signed(
            "http://example.com/HelloWorld", "hello world".getBytes(StandardCharsets.UTF_8));
    assertThat(new String(signed, StandardCharsets.UTF_8))
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    assertThat(new String(Dsse.signed("ä", new byte[0]), StandardCharsets.UTF_8))
        .isEqualTo("DSSEv1 2 ä 0 ");
  }

  @Test
  void anEnvelopeReadsAsItWasWritten() {
    Random random = new Random(4);
    LogKey key = LogKey.generate("person/ada");
    for (int i = 0; i < 1_000; i++) {
      byte[] payload = new byte[random.nextInt(400)];
      random.nextBytes(payload);
      List<Dsse.Signature> signatures = new ArrayList<>();
      for (int n = 0; n <= random.nextInt(3); n++) {
        signatures.add(new Dsse.Signature(key.verifier().line(), key.sign(Dsse.signed(payload))));
      }
      Dsse read = Dsse.parse(new Dsse(payload, signatures).bytes());
      assertThat(read.payload()).isEqualTo(payload);
      assertThat(read.signatures()).hasSameSizeAs(signatures);
      assertThat(
              key.verifier()
                  .signed(Dsse.signed(read.payload()), read.signatures().getLast().bytes()))
          .isTrue();
      payload = payload.length == 0 ? new byte[1] : payload;
      payload[random.nextInt(payload.length)] ^= 1;
      assertThat(key.verifier().signed(Dsse.signed(payload), read.signatures().getFirst().bytes()))
          .isFalse();
    }
  }

  @Test
  void anyOtherWayOfWritingItIsRefused() {
    String whole =
        new String(
            new Dsse(new byte[] {1, 2}, List.of(new Dsse.Signature("k", new byte[64]))).bytes(),
            StandardCharsets.UTF_8);
    for (String other :
        List.of(
            whole.replace("{\"payload\"", "{ \"payload\""),
            whole.replace("\"AQI=\"", "\"AQI\""),
            whole.replace("\"AQI=\"", "\"AQJ=\""),
            whole.replace(Dsse.TYPE, "text/plain"),
            whole.replace("{\"payload\":\"AQI=\"", "{\"payload\":\"AQI=\",\"payload\":\"AQI=\""),
            whole.replace("\"signatures\":[", "\"signatures\":[],\"more\":["),
            whole.replace("\"keyid\":\"k\"", "\"cert\":\"c\",\"keyid\":\"k\""),
            whole.replaceAll("\\[\\{.*}]", "[]"),
            whole.replaceAll("\\[\\{.*}]", "{}"),
            whole + "\n",
            "[]",
            "{}",
            "null",
            "")) {
      assertThat(other).isNotEqualTo(whole);
      assertThatThrownBy(() -> Dsse.parse(other.getBytes(StandardCharsets.UTF_8)))
          .as(other)
          .isInstanceOf(MalformedLedger.class);
    }
    assertThatThrownBy(
            () ->
                Dsse.single(
                    new Dsse(
                            new byte[0],
                            List.of(
                                new Dsse.Signature("k", new byte[64]),
                                new Dsse.Signature("l", new byte[64])))
                        .bytes()))
        .hasMessageContaining("not one signature");
  }
}
