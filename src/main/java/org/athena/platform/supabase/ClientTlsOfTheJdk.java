package org.athena.platform.supabase;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;

import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.CipherSuiteFilter;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextOption;
import io.netty.handler.ssl.SslProvider;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/**
 * Keeps OpenSSL, which the service does not use, out of the native executable. Netty 4.1.136 added a parameter, {@code startTls},
 * to the method that creates a client's TLS. Quarkus 3.34 replaces only the method without it, so a native build fails with
 * {@code ClassNotFoundException: io.netty.internal.tcnative.SSL}. Quarkus 3.33.3.1 and later releases of its line replace both;
 * this class can be deleted when the platform has that change.
 */
@TargetClass(className = "io.netty.handler.ssl.SslContext")
final class ClientTlsOfTheJdk {

    @Substitute
    static SslContext newClientContextInternal(
            SslProvider provider,
            Provider sslContextProvider,
            X509Certificate[] trustCert,
            TrustManagerFactory trustManagerFactory,
            X509Certificate[] keyCertChain,
            PrivateKey key,
            String keyPassword,
            KeyManagerFactory keyManagerFactory,
            Iterable<String> ciphers,
            CipherSuiteFilter cipherFilter,
            ApplicationProtocolConfig protocol,
            String[] protocols,
            long sessionCacheSize,
            long sessionTimeout,
            boolean startTls,
            boolean enableOcsp,
            SecureRandom secureRandom,
            String keyStoreType,
            String endpointIdentificationAlgorithm,
            Map.Entry<SslContextOption<?>, Object>[] options)
            throws SSLException {
        if (enableOcsp) {
            throw new IllegalArgumentException("OCSP is a matter of OpenSSL");
        }
        return (SslContext) (Object) new JdkClientTls(
                sslContextProvider,
                trustCert,
                trustManagerFactory,
                keyCertChain,
                key,
                keyPassword,
                keyManagerFactory,
                ciphers,
                cipherFilter,
                protocol,
                protocols,
                sessionCacheSize,
                sessionTimeout,
                secureRandom,
                keyStoreType,
                endpointIdentificationAlgorithm,
                new Resumption());
    }
}

/** The constructor that the original method calls for the JDK's provider. */
@TargetClass(className = "io.netty.handler.ssl.JdkSslClientContext")
final class JdkClientTls {

    @Alias
    JdkClientTls(
            Provider sslContextProvider,
            X509Certificate[] trustCert,
            TrustManagerFactory trustManagerFactory,
            X509Certificate[] keyCertChain,
            PrivateKey key,
            String keyPassword,
            KeyManagerFactory keyManagerFactory,
            Iterable<String> ciphers,
            CipherSuiteFilter cipherFilter,
            ApplicationProtocolConfig protocol,
            String[] protocols,
            long sessionCacheSize,
            long sessionTimeout,
            SecureRandom secureRandom,
            String keyStoreType,
            String endpointIdentificationAlgorithm,
            Resumption resumption)
            throws SSLException {}
}

/** The type of its last parameter. */
@TargetClass(className = "io.netty.handler.ssl.ResumptionController")
final class Resumption {

    @Alias
    Resumption() {}
}
