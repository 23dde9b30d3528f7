package org.athena.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.athena.platform.database.DatabaseUrlConfigSource;
import org.athena.platform.identity.AuthConfig;
import org.athena.platform.identity.TrustedProxies;
import org.athena.platform.tracing.TraceSettings;
import org.junit.jupiter.api.Test;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** The variables reach the checks that are about them. */
class ServingChecksTest {

    private static final Path PROPERTIES = Path.of("src/main/resources/application.properties");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void goodSettingsPassWithoutAWord() throws IOException {
        ServingChecks checks = checks(
                "prod",
                Map.of(
                        "SUPABASE_URL", "https://abcdefghijklmnopqrst.supabase.co",
                        "SUPABASE_ANON_KEY", "sb_publishable_abc",
                        "SUPABASE_SERVICE_ROLE_KEY", "sb_secret_abc",
                        "ATHENA_CORS_ORIGINS", "https://app.example.org",
                        "ATHENA_PAGE_URL", "https://app.example.org",
                        "ATHENA_TRUSTED_PROXIES", "10.0.0.7"));
        assertThat(checks.faults()).isEmpty();
        assertThat(checks.warnings()).isEmpty();
    }

    @Test
    void everyFaultIsToldAtOnce() throws IOException {
        ServingChecks checks = checks(
                "dev",
                Map.of(
                        "SUPABASE_URL", "http://project.example",
                        "SUPABASE_ANON_KEY", "sb_secret_abc",
                        "SUPABASE_SERVICE_ROLE_KEY", "sb_publishable_abc",
                        "JWT_SECRET", "sb_secret_0123456789abcdef0123456789abcdef",
                        "JWT_SECRET_PREVIOUS", "sb_publishable_abc",
                        "ATHENA_AUTH_ISSUER", "an issuer",
                        "ATHENA_CORS_ORIGINS", "*",
                        "ATHENA_CORS_CREDENTIALS", "true",
                        "ATHENA_TRUSTED_PROXIES", "0.0.0.0/0",
                        "MANAGEMENT_PORT", "8080"));
        assertThat(checks.faults())
                .extracting(fault -> fault.split("[ :=]")[0])
                .containsExactly(
                        "JWT_SECRET",
                        "JWT_SECRET_PREVIOUS",
                        "SUPABASE_ANON_KEY",
                        "SUPABASE_SERVICE_ROLE_KEY",
                        "SUPABASE_URL",
                        "ATHENA_AUTH_ISSUER",
                        "ATHENA_TRUSTED_PROXIES",
                        "ATHENA_CORS_ORIGINS",
                        "QUARKUS_PROFILE",
                        "PORT");
        assertThat(checks.toString()).doesNotContain("sb_");
    }

    @Test
    void whatMayBeMeantIsSaid() throws IOException {
        ServingChecks checks = checks(
                "prod",
                Map.of(
                        "SUPABASE_URL", "http://kong:8000",
                        "ATHENA_SUPABASE_TLS", "off",
                        "JWT_SECRET", SECRET,
                        "JWT_SECRET_PREVIOUS", SECRET,
                        "ATHENA_AUTH_ISSUER", "supabase",
                        "ATHENA_CORS_ORIGINS", "http://app.example.org",
                        "ATHENA_TENANCY_SUPERADMIN_NEEDS_SECOND_FACTOR", "false"));
        assertThat(checks.faults()).isEmpty();
        assertThat(checks.warnings())
                .containsExactly(
                        "JWT_SECRET and JWT_SECRET_PREVIOUS are the same: the second is for the secret before a rotation",
                        "ATHENA_SUPABASE_TLS=off: the keys of tokens and the service key may cross a network unencrypted",
                        "ATHENA_AUTH_ISSUER is not an https:// address: the issuer in tokens must be exactly the same text",
                        "ATHENA_CORS_ORIGINS: http://app.example.org has no TLS: others may change its pages on the way",
                        "both JWT_SECRET and published keys are accepted: retire the secret when the rotation is over",
                        "ATHENA_PAGE_URL is not set: the mails of invitations do not lead to them",
                        "ATHENA_TENANCY_SUPERADMIN_NEEDS_SECOND_FACTOR is off: the password of a superadmin alone opens every school");
    }

    private static ServingChecks checks(String profile, Map<String, String> environment) throws IOException {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withProfile(profile)
                .addDefaultInterceptors()
                .addDiscoveredInterceptors()
                .addDiscoveredConverters()
                .withSources(new EnvConfigSource(environment, 300))
                .withSources(new PropertiesConfigSource(PROPERTIES.toUri().toURL(), 250))
                .withSources(new DatabaseUrlConfigSource(), new TrustedProxies(), new TraceSettings())
                .withMapping(AuthConfig.class)
                .withValidateUnknown(false)
                .build();
        return new ServingChecks(config, config.getConfigMapping(AuthConfig.class));
    }
}
