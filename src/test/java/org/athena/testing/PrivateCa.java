package org.athena.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate authority that no trust store knows, as Supabase's is one; made by the JDK's keytool. */
public final class PrivateCa {

    private static final String PASSWORD = "only-for-this-test";
    private static final int LINE = 64;

    private final Path directory;
    private final String name;

    /**
     * What a server shows.
     *
     * @param certificate signed by the authority, PEM
     * @param key its private key, PEM
     */
    public record Identity(String certificate, String key) {}

    private PrivateCa(Path directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    /** Makes one, whose files are in the directory. */
    public static PrivateCa create(Path directory, String name) throws IOException, InterruptedException {
        PrivateCa ca = new PrivateCa(directory, name);
        ca.pair(name, "CN=" + name, "-ext", "bc:critical=ca:true", "-ext", "ku:critical=keyCertSign");
        ca.keytool(name, "-exportcert", "-rfc", "-file", ca.certificate().toString());
        return ca;
    }

    /** Its own certificate, PEM: what a client has to hold. */
    public Path certificate() {
        return directory.resolve(name + ".crt");
    }

    /** Signs a certificate for that host. */
    public Identity issue(String host) throws IOException, InterruptedException, GeneralSecurityException {
        Path request = directory.resolve(host + ".csr");
        Path certificate = directory.resolve(host + ".crt");
        pair(host, "CN=server");
        keytool(host, "-certreq", "-file", request.toString());
        keytool(
                name,
                "-gencert",
                "-rfc",
                "-ext",
                "san=dns:" + host,
                "-infile",
                request.toString(),
                "-outfile",
                certificate.toString());
        return new Identity(Files.readString(certificate), key(host));
    }

    private String key(String alias) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store(alias))) {
            store.load(in, PASSWORD.toCharArray());
        }
        byte[] key = store.getKey(alias, PASSWORD.toCharArray()).getEncoded();
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key) + "\n-----END PRIVATE KEY-----\n";
    }

    private void pair(String alias, String subject, String... more) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("-genkeypair", "-keyalg", "EC", "-dname", subject, "-validity", "2"));
        arguments.addAll(List.of(more));
        keytool(alias, arguments.toArray(String[]::new));
    }

    private void keytool(String alias, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/keytool"));
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-alias", alias, "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", "" + store(alias)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private Path store(String alias) {
        return directory.resolve(alias + ".p12");
    }
}
