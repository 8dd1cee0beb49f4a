package dev.assay.signoff.model;

import dev.assay.common.InputRejected;
import dev.assay.common.Visible;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Keys in files.
final class KeyFiles {

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z ]{1,40})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
  private static final Set<Integer> CURVES = Set.of(256, 384, 521);

  private KeyFiles() {}

  static ECPublicKey publicKey(byte[] bytes, String name) {
    try {
      Key key =
          KeyFactory.getInstance("EC")
              .generatePublic(new X509EncodedKeySpec(der(bytes, "PUBLIC KEY", name)));
      if (key instanceof ECPublicKey ec && CURVES.contains(bits(ec.getParams()))) {
        return ec;
      }
    } catch (GeneralSecurityException e) {
      throw refused(name, "it holds no public key of an elliptic curve");
    }
    throw refused(name, "its curve is none of P-256, P-384 and P-521");
  }

  static ECPrivateKey privateKey(byte[] bytes, String name) {
    try {
      Key key =
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(der(bytes, "PRIVATE KEY", name)));
      if (key instanceof ECPrivateKey ec && CURVES.contains(bits(ec.getParams()))) {
        return ec;
      }
    } catch (GeneralSecurityException e) {
      throw refused(name, "it holds no private key of an elliptic curve");
    }
    throw refused(name, "its curve is none of P-256, P-384 and P-521");
  }

  /// The algorithm that goes with a curve.
  static String algorithm(ECParameterSpec curve) {
    return switch (bits(curve)) {
      case 256 -> "SHA256withECDSA";
      case 384 -> "SHA384withECDSA";
      default -> "SHA512withECDSA";
    };
  }

  private static int bits(ECParameterSpec curve) {
    return curve.getCurve().getField().getFieldSize();
  }

  private static byte[] der(byte[] bytes, String kind, String name) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher pem = PEM.matcher(text);
    if (!pem.find()) {
      if (text.contains("-----BEGIN")) {
        throw refused(name, "its PEM cannot be read");
      }
      return bytes;
    }
    if (!pem.group(1).equals(kind)) {
      throw refused(
          name,
          "it holds a '" + pem.group(1) + "', not a '" + kind + "'; openssl pkcs8 -topk8 converts");
    }
    try {
      return Base64.getMimeDecoder().decode(pem.group(2));
    } catch (IllegalArgumentException e) {
      throw refused(name, "its PEM cannot be read");
    }
  }

  static InputRejected refused(String name, String why) {
    return new InputRejected(
        "MODEL-KEY",
        "The key '" + Visible.of(name, 80) + "' cannot be used: " + why + ".",
        "Give a key of P-256, P-384 or P-521 in PEM, a private one in PKCS#8 without a passphrase.");
  }
}
