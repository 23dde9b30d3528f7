package org.athena.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.athena.testing.AuthServer;
import org.athena.testing.DatabaseResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.ObjectMapper;

@QuarkusTest
@WithTestResource(DatabaseResource.class)
@WithTestResource(AuthServer.class)
class JsonRulesTest {

    @Inject
    ObjectMapper mapper;

    /** The native executable never forgets an interned string: names that callers make up would fill its memory. */
    @Test
    void namesThatCallersChooseAreNotInterned() throws IOException {
        assertNotInterned(
                mapper.readValue(json(), Map.class).keySet().iterator().next());
        assertNotInterned(mapper.readTree(json().getBytes(StandardCharsets.UTF_8))
                .fieldNames()
                .next());
    }

    private static String json() {
        return "{\"" + UUID.randomUUID() + "\":1}";
    }

    private static void assertNotInterned(Object name) {
        assertThat(new String((String) name).intern()).isNotSameAs(name);
    }
}
