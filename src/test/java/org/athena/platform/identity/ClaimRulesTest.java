package org.athena.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken from the claims of a good token; which claims make a token bad is in {@link ClaimCases}. */
class ClaimRulesTest {

    private static final String ISSUER = "https://id.example";
    private static final UUID SCHOOL = UUID.randomUUID();
    private static final long NOW = 1_700_000_000;

    private final ClaimRules rules = new ClaimRules(
            AuthConfigTest.config(Map.of("issuer", ISSUER)), Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

    @Test
    void hintsAreRead() throws IOException {
        VerifiedToken token = token("{\"roles\":[\"rector\",\"teacher\"],\"school_id\":\"" + SCHOOL + "\"}");
        assertThat(token.roleHints()).containsExactly("rector", "teacher");
        assertThat(token.schoolHint()).contains(SCHOOL);
    }

    @Test
    void whatIsNoRoleAmongTheRolesIsIgnored() throws IOException {
        assertThat(token("{\"roles\":[null,true,\"rector\",1,1e400,\"Rector!\",[\"x\"],{\"a\":\"b\"}]}")
                        .roleHints())
                .isEqualTo(List.of("rector"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "1", "\"rector\"", "[[\"rector\"]]", "{\"a\":\"rector\"}", "{}"})
    void rolesThatAreNoListAreIgnored(String roles) throws IOException {
        assertThat(token("{\"roles\":" + roles + "}").roleHints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "false", "1", "\"\"", "\"1-1-1-1-1\"", "[\"%s\"]", "{\"id\":\"%s\"}", "\"%s \""})
    void aSchoolThatIsNoIdIsIgnored(String school) throws IOException {
        assertThat(token("{\"school_id\":" + school.formatted(SCHOOL) + "}").schoolHint())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "1", "\"roles\"", "[\"rector\"]", "[[]]"})
    void metadataThatIsNoObjectHintsAtNothing(String metadata) throws IOException {
        VerifiedToken token = token(metadata);
        assertThat(token.roleHints()).isEmpty();
        assertThat(token.schoolHint()).isEmpty();
    }

    private VerifiedToken token(String metadata) throws IOException {
        String claims = """
                {"iss":"%s","sub":"%s","aud":"authenticated","exp":%d,"role":"authenticated","session_id":"%s",
                 "app_metadata":%s}""".formatted(ISSUER, UUID.randomUUID(), NOW + 60, UUID.randomUUID(), metadata);
        return rules.check(TokenShape.strict(claims.getBytes(StandardCharsets.UTF_8)));
    }
}
