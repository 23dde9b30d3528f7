package org.athena.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghijklmnopqrst.supabase.co",
                "https://",
                "https:///",
                "https://a.example.org//",
                "https://a.example.org/auth/v1",
                "https://a.example.org/auth/v1/",
                "https://a.example.org/rest/v1?apikey=s3cret",
                "https://a.example.org?x=s3cret",
                "https://a.example.org/#s3cret",
                "https://admin:s3cret@a.example.org",
                "https://s3cret@a.example.org",
                "https://a.example.org:99999",
                "https://a.example.org:0",
                "https://a.example.org ",
                " https://a.example.org",
                "https://a.example.org\n",
                "\"https://a.example.org\"",
                "https://a_b.example.org",
                "ftp://a.example.org",
                "postgresql://a.example.org"
            })
    void whatElseStandsInItIsRefusedAndNotRepeated(String url) {
        for (Optional<String> tls : List.of(NONE, Optional.of("off"))) {
            assertThat(project(url, tls).faults())
                    .containsExactly(
                            "SUPABASE_URL must be scheme, host and port alone, such as https://<ref>.supabase.co");
        }
        assertThat(project(url, NONE).toString()).doesNotContain("s3cret");
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
                .containsExactly(
                        "SUPABASE_URL must begin with https://: a project of another machine is not spoken to in"
                                + " the clear (ATHENA_SUPABASE_TLS=off goes without)");
        assertThat(project(url, Optional.of("on")).faults()).hasSize(1);
        assertThat(project(url, Optional.of("off")).faults()).isEmpty();
        assertThat(project(url, Optional.of("off")).warnings())
                .containsExactly(
                        "ATHENA_SUPABASE_TLS=off: keys of tokens and the service key may cross a network in the"
                                + " clear");
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
                .containsExactly("ATHENA_AUTH_ISSUER is not an https:// address: tokens must name it letter by letter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example.org/auth/v1 ", "\nhttps://a.example.org/auth/v1", "https://a .org"})
    void anIssuerWithABlankIsRefused(String issuer) {
        assertThat(issuer(issuer).faults()).containsExactly("ATHENA_AUTH_ISSUER has a blank or a line break in it");
    }

    @Test
    void tracesGoToAnAddress() {
        assertThat(collector("http://collector:4317").faults()).isEmpty();
        assertThat(collector("https://collector.example.org/v1/traces").faults())
                .isEmpty();
        for (String wrong :
                new String[] {"collector:4317", "grpc://collector", "http://me:s3cret@collector", "http:// "}) {
            assertThat(collector(wrong).faults())
                    .containsExactly("OTEL_EXPORTER_OTLP_ENDPOINT must be an address such as http://collector:4317");
        }
    }

    private static AddressChecks project(String url, Optional<String> tls) {
        return new AddressChecks(Optional.of(url), tls, NONE, NONE);
    }

    private static AddressChecks issuer(String issuer) {
        return new AddressChecks(NONE, NONE, Optional.of(issuer), NONE);
    }

    private static AddressChecks collector(String address) {
        return new AddressChecks(NONE, NONE, NONE, Optional.of(address));
    }
}
