package org.athena.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressChecksTest {

    private static final Optional<String> NONE = Optional.empty();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://abcdefghijklmnopqrst.supabase.co",
                "https://abcdefghijklmnopqrst.supabase.co/",
                "https://auth.example.org:8443",
                "HTTPS://auth.example.org",
                "https://10.0.0.7",
                "http://localhost:54321",
                "http://127.0.0.1:54321/",
                "http://[::1]:54321"
            })
    void aProjectIsNamedBySchemeHostAndPort(String url) {
        assertThat(project(url, NONE).faults()).isEmpty();
        assertThat(project(url, NONE).warnings()).isEmpty();
    }

    /** Keys of tokens are fetched there, and the service key is sent. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://abcdefghijklmnopqrst.supabase.co",
                "http://kong:8000",
                "http://10.0.0.7",
                "http://127.0.0.1.example.org",
                "http://127.example.org",
                "http://localhost.example.org",
                "HTTP://kong:8000"
            })
    void aProjectOfAnotherMachineIsNotSpokenToInTheClearUnlessThatIsSaid(String url) {
        assertThat(project(url, NONE).faults())
                .containsExactly("SUPABASE_URL must begin with https://, because the project is on another machine"
                        + " (ATHENA_SUPABASE_TLS=off allows http://)");
        assertThat(project(url, Optional.of("on")).faults()).hasSize(1);
        assertThat(project(url, Optional.of("off")).faults()).isEmpty();
        assertThat(project(url, Optional.of("off")).warnings())
                .containsExactly("ATHENA_SUPABASE_TLS=off: the keys of tokens and the service key may cross a network"
                        + " unencrypted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example.org/auth/v1", "http://localhost:54321/auth/v1", "http://[::1]/auth/v1"})
    void anIssuerThatIsAnAddressPasses(String issuer) {
        assertThat(issuer(issuer).faults()).isEmpty();
        assertThat(issuer(issuer).warnings()).isEmpty();
    }

    /** It is a name that tokens carry, which is compared and not asked. */
    @ParameterizedTest
    @ValueSource(strings = {"supabase", "http://kong:8000/auth/v1", "a.example.org/auth/v1"})
    void anIssuerThatIsNoSafeAddressMayBeMeant(String issuer) {
        assertThat(issuer(issuer).faults()).isEmpty();
        assertThat(issuer(issuer).warnings())
                .containsExactly(
                        "ATHENA_AUTH_ISSUER is not an https:// address: the issuer in tokens must be exactly the same text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example.org/auth/v1 ", "\nhttps://a.example.org/auth/v1", "https://a .org"})
    void anIssuerWithABlankIsRefused(String issuer) {
        assertThat(issuer(issuer).faults()).containsExactly("ATHENA_AUTH_ISSUER contains a space or a line break");
    }

    private static AddressChecks project(String url, Optional<String> tls) {
        return new AddressChecks(Optional.of(url), tls, NONE);
    }

    private static AddressChecks issuer(String issuer) {
        return new AddressChecks(NONE, NONE, Optional.of(issuer));
    }
}
