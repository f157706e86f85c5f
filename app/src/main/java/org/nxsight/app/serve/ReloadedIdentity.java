package org.nxsight.app.serve;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate that a server shows, read again when its files have changed. While they cannot be
 * read the last one stays.
 */
public final class ReloadedIdentity extends X509ExtendedKeyManager {
  private static final String ALIAS = "server";

  private final PemFiles files;
  private final Consumer<String> notices;
  private List<FileTime> times;
  private PemFiles.Identity identity;

  /**
   * @param notices hears in one line what is wrong with files that have changed
   * @throws IOException with one line when they cannot be read now
   */
  public ReloadedIdentity(PemFiles files, Consumer<String> notices) throws IOException {
    this.files = files;
    this.notices = notices;
    times = files.times();
    identity = files.read();
  }

  /** What a server encrypts with: TLS 1.2 and 1.3, as the JDK has them. */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {this}, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has TLS", e);
    }
  }

  private synchronized PemFiles.Identity current() {
    try {
      List<FileTime> now = files.times();
      if (!now.equals(times)) {
        times = now;
        identity = files.read();
        notices.accept("the certificate was read again");
      }
    } catch (IOException e) {
      notices.accept(e.getMessage() + "; the last certificate stays");
    }
    return identity;
  }

  private @Nullable String alias(@Nullable String keyType) {
    String algorithm = current().key().getAlgorithm();
    boolean fits =
        keyType != null
            && (keyType.equals(algorithm)
                || keyType.startsWith(algorithm + "_")
                || (keyType.equals("RSASSA-PSS") && algorithm.equals("RSA"))
                || (keyType.equals("EdDSA") && algorithm.startsWith("Ed")));
    return fits ? ALIAS : null;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      @Nullable String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return alias(keyType);
  }

  @Override
  public @Nullable String chooseServerAlias(
      @Nullable String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return alias(keyType);
  }

  @Override
  public X509Certificate[] getCertificateChain(@Nullable String alias) {
    return identity().chain().clone();
  }

  @Override
  public PrivateKey getPrivateKey(@Nullable String alias) {
    return identity().key();
  }

  private synchronized PemFiles.Identity identity() {
    return identity;
  }

  @Override
  public String @Nullable [] getServerAliases(
      @Nullable String keyType, Principal @Nullable [] issuers) {
    String alias = alias(keyType);
    return alias == null ? null : new String[] {alias};
  }

  @Override
  public String @Nullable [] getClientAliases(
      @Nullable String keyType, Principal @Nullable [] issuers) {
    return null; // it is no client
  }

  @Override
  public @Nullable String chooseClientAlias(
      String @Nullable [] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
