package dev.assay.report.seal;

import dev.assay.common.WorkFailed;
import dev.assay.ledger.Signer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Hashtable;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.jspecify.annotations.Nullable;

/// The signature of a PDF as CMS asks for it (ETSI EN 319 142-1, baseline B): Ed25519 with SHA-512
/// (RFC 8419), the digest of the content, and the signer's certificate by its digest. The time is
/// not in here but in the PDF, as the standard says.
final class Cms {

  static final AlgorithmIdentifier ED25519 =
      new AlgorithmIdentifier(EdECObjectIdentifiers.id_Ed25519);

  static final AlgorithmIdentifier SHA_512 =
      new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha512);

  private Cms() {}

  /// Signs.
  ///
  /// @param stamps asked for a time stamp over the signature, absent = none
  static byte[] sign(byte[] content, Sealer sealer, @Nullable TimeStamps stamps) {
    try {
      X509CertificateHolder certificate =
          new X509CertificateHolder(sealer.certificate().getEncoded());
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.setEncoding(ASN1Encoding.DL);
      generator.addCertificate(certificate);
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .setSignedAttributeGenerator(attributes(sealer.certificate()))
              .build(new Person(sealer.signer()), certificate));
      CMSSignedData signed = generator.generate(new CMSProcessableByteArray(content), false);
      return (stamps == null ? signed : stamped(signed, stamps)).getEncoded("DER");
    } catch (CMSException | OperatorCreationException | IOException | GeneralSecurityException e) {
      throw new IllegalStateException("a signature could not be put together", e);
    }
  }

  /// Content type, digest and certificate, and nothing that a clock says.
  private static CMSAttributeTableGenerator attributes(X509Certificate certificate)
      throws GeneralSecurityException {
    byte[] digest = sha("SHA-512", certificate.getEncoded());
    SigningCertificateV2 certified =
        new SigningCertificateV2(new ESSCertIDv2[] {new ESSCertIDv2(SHA_512, digest)});
    return parameters -> {
      Hashtable<ASN1ObjectIdentifier, Attribute> all = new Hashtable<>();
      put(
          all,
          CMSAttributes.contentType,
          new DERSet(
              (ASN1ObjectIdentifier) parameters.get(CMSAttributeTableGenerator.CONTENT_TYPE)));
      put(
          all,
          CMSAttributes.messageDigest,
          new DERSet(
              new DEROctetString((byte[]) parameters.get(CMSAttributeTableGenerator.DIGEST))));
      put(all, PKCSObjectIdentifiers.id_aa_signingCertificateV2, new DERSet(certified));
      return new AttributeTable(all);
    };
  }

  private static void put(
      Hashtable<ASN1ObjectIdentifier, Attribute> all, ASN1ObjectIdentifier type, DERSet values) {
    all.put(type, new Attribute(type, values));
  }

  private static CMSSignedData stamped(CMSSignedData signed, TimeStamps stamps)
      throws IOException, GeneralSecurityException, CMSException {
    SignerInformation signer = signed.getSignerInfos().getSigners().iterator().next();
    byte[] digest = sha("SHA-256", signer.getSignature());
    TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
    asking.setCertReq(true);
    TimeStampRequest request =
        asking.generate(
            NISTObjectIdentifiers.id_sha256, digest, new BigInteger(1, sha("SHA-256", digest)));
    ASN1Primitive token = token(request, stamps.ask(request.getEncoded()));
    ASN1EncodableVector unsigned = new ASN1EncodableVector();
    unsigned.add(
        new Attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(token)));
    SignerInformation with =
        SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(unsigned));
    return CMSSignedData.replaceSigners(signed, new SignerInformationStore(List.of(with)));
  }

  private static ASN1Primitive token(TimeStampRequest request, byte[] answer) {
    try {
      TimeStampResponse response = new TimeStampResponse(answer);
      response.validate(request);
      if (response.getTimeStampToken() != null) {
        return ASN1Primitive.fromByteArray(response.getTimeStampToken().getEncoded());
      }
      throw noStamp(String.valueOf(response.getStatusString()), null);
    } catch (TSPException | IOException | RuntimeException e) {
      if (e instanceof WorkFailed said) {
        throw said;
      }
      throw noStamp(String.valueOf(e.getMessage()), e);
    }
  }

  private static WorkFailed noStamp(String why, @Nullable Exception cause) {
    return new WorkFailed(
        "SEAL-STAMP",
        "The time-stamp authority's answer is no stamp of this signature (" + why + ").",
        "Ask another authority, or sign without a time stamp: leave --tsa out.",
        cause);
  }

  static byte[] sha(String algorithm, byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance(algorithm).digest(bytes);
  }

  /// A person's key as CMS asks for signatures.
  private static final class Person implements ContentSigner {

    private final Signer signer;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();

    Person(Signer signer) {
      this.signer = signer;
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return ED25519;
    }

    @Override
    public OutputStream getOutputStream() {
      return message;
    }

    @Override
    public byte[] getSignature() {
      return signer.sign(message.toByteArray());
    }
  }
}
