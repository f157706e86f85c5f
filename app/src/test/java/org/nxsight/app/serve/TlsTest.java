package org.nxsight.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String PASSWORD = "changeit";

  @TempDir private Path directory = Path.of(".");
  private final Queue<String> notices = new ConcurrentLinkedQueue<>();

  /** Makes a certificate with its key, and writes them as PEM. */
  private void write(String name, String algorithm, long modifiedSeconds) throws Exception {
    Path store = directory.resolve(name + ".p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "s",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(
            new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                + keytool.waitFor())
        .endsWith("0");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    pem("cert.pem", "CERTIFICATE", keys.getCertificate("s").getEncoded(), modifiedSeconds);
    pem(
        "key.pem",
        "PRIVATE KEY",
        keys.getKey("s", PASSWORD.toCharArray()).getEncoded(),
        modifiedSeconds);
  }

  private void pem(String file, String type, byte[] octets, long modifiedSeconds)
      throws IOException {
    Path path = directory.resolve(file);
    Files.writeString(
        path,
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(type, Base64.getMimeEncoder().encodeToString(octets), type));
    Files.setLastModifiedTime(path, FileTime.fromMillis(1_000 * modifiedSeconds));
  }

  private ReloadedIdentity identity() throws IOException {
    return new ReloadedIdentity(
        new PemFiles(directory.resolve("cert.pem"), directory.resolve("key.pem")), notices::add);
  }

  /** Whom the server says to be. */
  private static String subject(ApiServer server) throws Exception {
    SSLContext trusting = SSLContext.getInstance("TLS");
    trusting.init(null, new TrustManager[] {new TrustsAll()}, null);
    try (SSLSocket socket =
        (SSLSocket)
            trusting
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.startHandshake();
      X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return shown.getSubjectX500Principal().getName();
    }
  }

  private static final class TrustsAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  @Test
  void showsTheCertificateThatTheFilesHaveNow() throws Exception {
    write("first", "EC", 1_000);
    try (ApiServer server =
        new ApiServer(
            new ServerPlan(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                ApiKeys.none(),
                identity().context(),
                false),
            List.of())) {
      assertThat(subject(server)).isEqualTo("CN=first");
      write("second", "RSA", 2_000);
      assertThat(subject(server)).isEqualTo("CN=second");
      assertThat(notices).containsExactly("the certificate was read again");
      pem("cert.pem", "NONSENSE", new byte[3], 3_000);
      assertThat(subject(server)).isEqualTo("CN=second");
      assertThat(notices).anyMatch(notice -> notice.endsWith("the last certificate stays"));
    }
  }

  @Test
  void saysWhichFileIsNone() throws Exception {
    write("first", "EC", 1_000);
    pem("key.pem", "RSA PRIVATE KEY", new byte[3], 1_000);
    assertThatThrownBy(this::identity).hasMessageContaining("key.pem: has no private key in PEM");
    Files.writeString(directory.resolve("cert.pem"), "nonsense");
    assertThatThrownBy(this::identity).hasMessageContaining("cert.pem");
  }
}
