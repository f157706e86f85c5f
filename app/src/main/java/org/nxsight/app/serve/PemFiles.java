package org.nxsight.app.serve;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate with its chain and its private key, in two files of PEM (RFC 7468). */
public final class PemFiles {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519", "Ed448");

  private final Path certificates;
  private final Path key;

  /**
   * What they hold.
   *
   * @param chain the server's own certificate first
   */
  @SuppressWarnings("ArrayRecordComponent") // as the key manager hands it on
  record Identity(X509Certificate[] chain, PrivateKey key) {}

  public PemFiles(Path certificates, Path key) {
    this.certificates = certificates;
    this.key = key;
  }

  /** When they were changed. */
  List<FileTime> times() throws IOException {
    return List.of(Files.getLastModifiedTime(certificates), Files.getLastModifiedTime(key));
  }

  /**
   * Reads them.
   *
   * @throws IOException with one line when one of them is not what it should be
   */
  Identity read() throws IOException {
    X509Certificate[] chain = chain();
    PrivateKey privateKey = privateKey();
    String needed = chain[0].getPublicKey().getAlgorithm();
    if (!needed.startsWith("Ed") && !needed.equals(privateKey.getAlgorithm())) {
      throw new IOException(
          key
              + ": is a key of "
              + privateKey.getAlgorithm()
              + ", and the certificate is of "
              + needed);
    }
    return new Identity(chain, privateKey);
  }

  private X509Certificate[] chain() throws IOException {
    byte[] octets = Files.readAllBytes(certificates);
    try {
      List<X509Certificate> chain = new ArrayList<>();
      for (Certificate each :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(octets))) {
        if (each instanceof X509Certificate certificate) {
          chain.add(certificate);
        }
      }
      if (!chain.isEmpty()) {
        return chain.toArray(X509Certificate[]::new);
      }
    } catch (CertificateException e) {
      throw new IOException(certificates + ": is no certificate in PEM", e);
    }
    throw new IOException(certificates + ": has no certificate in PEM");
  }

  private PrivateKey privateKey() throws IOException {
    Matcher text = KEY.matcher(Files.readString(key, StandardCharsets.ISO_8859_1));
    if (text.find()) {
      byte[] octets = Base64.getMimeDecoder().decode(text.group(1));
      for (String algorithm : ALGORITHMS) {
        try {
          return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(octets));
        } catch (InvalidKeySpecException e) {
          // Perhaps one of the next.
        } catch (GeneralSecurityException e) {
          throw new IOException(key + ": this Java knows no " + algorithm, e);
        }
      }
    }
    throw new IOException(
        key
            + ": has no private key in PEM (BEGIN PRIVATE KEY); openssl pkcs8 -topk8 -nocrypt makes"
            + " one of others");
  }
}
