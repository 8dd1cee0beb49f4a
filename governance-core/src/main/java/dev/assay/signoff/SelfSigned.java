package dev.assay.signoff;

import dev.assay.ledger.Signer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/// The certificate that a key in PKCS#12 must come with (RFC 5280, RFC 8410). It vouches for
/// nothing: who a key belongs to is what the register says.
final class SelfSigned {

  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INTEGER = 0x02;
  private static final int BITS = 0x03;
  private static final int TEXT = 0x0C;
  private static final int TIME = 0x18;
  private static final int EXPLICIT_0 = 0xA0;
  private static final byte[] ED25519 = HexFormat.of().parseHex("300506032b6570");
  private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  // RFC 5280, 4.1.2.5: no well-defined end
  private static final String NO_END = "99991231235959Z";

  private SelfSigned() {}

  static X509Certificate of(String name, PublicKey key, Signer signer, Instant from) {
    byte[] named = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, text(TEXT, name))));
    byte[] body =
        der(
            SEQUENCE,
            der(EXPLICIT_0, der(INTEGER, new byte[] {2})),
            der(INTEGER, BigInteger.valueOf(from.toEpochMilli()).toByteArray()),
            ED25519,
            named,
            der(SEQUENCE, text(TIME, STAMP.format(from)), text(TIME, NO_END)),
            named,
            key.getEncoded());
    byte[] certificate = der(SEQUENCE, body, ED25519, der(BITS, new byte[] {0}, signer.sign(body)));
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(certificate));
    } catch (CertificateException e) {
      throw new IllegalStateException("a certificate that was made cannot be read", e);
    }
  }

  private static byte[] text(int tag, String text) {
    return der(tag, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] der(int tag, byte[]... parts) {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
