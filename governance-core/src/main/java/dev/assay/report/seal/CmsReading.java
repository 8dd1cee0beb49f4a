package dev.assay.report.seal;

import dev.assay.ledger.VerifierKey;
import dev.assay.report.seal.Seal.Stamp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;

/// What a CMS signature says, and whether it holds for some content.
///
/// @param key of the signer; absent when it is not an Ed25519 key
/// @param certificate subject of the signer's certificate
/// @param stamp time stamp, absent without one
record CmsReading(@Nullable VerifierKey key, String certificate, @Nullable Stamp stamp) {

  static final CmsReading NONE = new CmsReading(null, "", null);

  /// Reads and checks.
  ///
  /// @param padded the signature, zeros after it
  /// @param content what it is for
  /// @param faults receives why it does not hold
  static CmsReading of(byte[] padded, byte[] content, List<String> faults) {
    try {
      byte[] der = unpadded(padded);
      CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), der);
      Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
      if (signers.size() != 1) {
        faults.add("it is of " + signers.size() + " signers, where one is asked");
        return NONE;
      }
      SignerInformation signer = signers.iterator().next();
      X509CertificateHolder certificate = certificate(signed.getCertificates(), signer.getSID());
      if (certificate == null) {
        faults.add("the certificate of its signer is not in it");
        return NONE;
      }
      check(signer, certificate, faults);
      if (isOurs(signer) && !Arrays.equals(der, rebuilt(signer, certificate))) {
        faults.add("something in it is not as whoever signed wrote it");
      }
      return new CmsReading(key(certificate), subject(certificate), stamp(signer, faults));
    } catch (CMSException | IOException | RuntimeException e) {
      faults.add("it cannot be read as a signature (" + e.getMessage() + ")");
      return NONE;
    }
  }

  /// Without the zeros that fill the place reserved for it.
  private static byte[] unpadded(byte[] padded) throws IOException {
    try (ByteArrayInputStream bytes = new ByteArrayInputStream(padded);
        ASN1InputStream in = new ASN1InputStream(bytes)) {
      in.readObject();
      int length = padded.length - bytes.available();
      for (int i = length; i < padded.length; i++) {
        if (padded[i] != 0) {
          throw new IOException("something stands after it");
        }
      }
      return Arrays.copyOf(padded, length);
    }
  }

  @SuppressWarnings("unchecked")
  private static @Nullable X509CertificateHolder certificate(
      Store<X509CertificateHolder> store, SignerId id) {
    Collection<X509CertificateHolder> found = store.getMatches(id);
    return found.size() == 1 ? found.iterator().next() : null;
  }

  private static void check(
      SignerInformation signer, X509CertificateHolder certificate, List<String> faults) {
    if (!verifies(signer, certificate)) {
      faults.add("the bytes of the file are not those that were signed");
    }
    AttributeTable attributes = signer.getSignedAttributes();
    Attribute named =
        attributes == null
            ? null
            : attributes.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
    if (named == null || !names(named, certificate)) {
      faults.add("its certificate is not the one that was signed with");
    }
  }

  private static boolean verifies(SignerInformation signer, X509CertificateHolder certificate) {
    try {
      // decision: by the key, not at a time: the certificates of our key ring vouch for nothing and
      // do not end, and whether an authority's still held is for whoever trusts it to ask.
      return signer.verify(
          new JcaSimpleSignerInfoVerifierBuilder()
              .build(new JcaX509CertificateConverter().getCertificate(certificate).getPublicKey()));
    } catch (CMSException | OperatorCreationException | GeneralSecurityException refused) {
      return false;
    }
  }

  private static boolean names(Attribute attribute, X509CertificateHolder certificate) {
    try {
      ESSCertIDv2 id =
          SigningCertificateV2.getInstance(attribute.getAttrValues().getObjectAt(0)).getCerts()[0];
      return Arrays.equals(
          id.getCertHash(),
          Cms.sha(id.getHashAlgorithm().getAlgorithm().getId(), certificate.getEncoded()));
    } catch (GeneralSecurityException | IOException unknown) {
      return false;
    }
  }

  private static boolean isOurs(SignerInformation signer) {
    return signer.toASN1Structure().getDigestEncryptionAlgorithm().equals(Cms.ED25519);
  }

  /// The only way in which this signature is written: whatever differs was changed.
  private static byte[] rebuilt(SignerInformation signer, X509CertificateHolder certificate)
      throws IOException {
    SignerInfo read = signer.toASN1Structure();
    SignerInfo written =
        new SignerInfo(
            new SignerIdentifier(new IssuerAndSerialNumber(certificate.toASN1Structure())),
            Cms.SHA_512,
            read.getAuthenticatedAttributes(),
            Cms.ED25519,
            read.getEncryptedDigest(),
            read.getUnauthenticatedAttributes());
    ASN1Set none = null;
    SignedData data =
        new SignedData(
            new DERSet(Cms.SHA_512),
            new ContentInfo(CMSObjectIdentifiers.data, null),
            new DERSet(certificate.toASN1Structure()),
            none,
            new DERSet(written));
    return new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded("DER");
  }

  private static @Nullable VerifierKey key(X509CertificateHolder certificate) {
    try {
      return VerifierKey.of(
          subject(certificate).replaceFirst("^CN=", ""),
          new JcaX509CertificateConverter().getCertificate(certificate).getPublicKey());
    } catch (GeneralSecurityException | IllegalArgumentException another) {
      return null;
    }
  }

  private static String subject(X509CertificateHolder certificate) {
    X500Name subject = certificate.getSubject();
    return subject.toString();
  }

  private static @Nullable Stamp stamp(SignerInformation signer, List<String> faults) {
    AttributeTable unsigned = signer.getUnsignedAttributes();
    Attribute attribute =
        unsigned == null ? null : unsigned.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
    if (attribute == null) {
      return null;
    }
    try {
      ASN1Primitive token = attribute.getAttrValues().getObjectAt(0).toASN1Primitive();
      TimeStampToken stamp = new TimeStampToken(new CMSSignedData(token.getEncoded()));
      byte[] imprint = stamp.getTimeStampInfo().getMessageImprintDigest();
      String algorithm = stamp.getTimeStampInfo().getMessageImprintAlgOID().getId();
      X509CertificateHolder authority = certificate(stamp.getCertificates(), stamp.getSID());
      if (authority == null || !Arrays.equals(imprint, Cms.sha(algorithm, signer.getSignature()))) {
        faults.add("its time stamp is of something else");
        return null;
      }
      stamp.validate(new JcaSimpleSignerInfoVerifierBuilder().build(authority));
      return new Stamp(stamp.getTimeStampInfo().getGenTime().toInstant(), subject(authority));
    } catch (CMSException
        | TSPException
        | IOException
        | GeneralSecurityException
        | OperatorCreationException
        | RuntimeException e) {
      faults.add("its time stamp does not hold (" + e.getMessage() + ")");
      return null;
    }
  }
}
