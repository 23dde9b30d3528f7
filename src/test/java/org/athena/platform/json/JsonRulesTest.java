package org.athena.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.athena.platform.tenancy.Tenancy;
import org.athena.student.Student;
import org.athena.testing.Installation;
import org.athena.testing.Schools;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.ObjectMapper;

@QuarkusTest
@WithTestResource(Installation.class)
class JsonRulesTest {

    @Inject
    ObjectMapper mapper;

    @Inject
    Tenancy tenancy;

    /** The native executable never forgets an interned string: names that callers make up would fill its memory. */
    @Test
    void namesThatCallersChooseAreNotInterned() throws IOException {
        assertNotInterned(
                mapper.readValue(json(), Map.class).keySet().iterator().next());
        assertNotInterned(mapper.readTree(json().getBytes(StandardCharsets.UTF_8))
                .fieldNames()
                .next());
    }

    @Test
    void neitherAreTheyWhenTheyAreReadFromTheDatabase() {
        Schools.School school = Schools.create().first();
        Schools.change(
                "insert into athena.students (school_id, document_type, document_number, first_name, last_name, extra_data)"
                        + " values (?, 'TI', '7', 'Ana', 'Ruiz', ?::jsonb)",
                school.id(),
                json());
        // A thread of its own: the test's has a request already.
        Student student = CompletableFuture.supplyAsync(
                        () -> tenancy.as(school.id(), school.person("rector"), JsonRulesTest::read))
                .join();
        assertNotInterned(student.extraData.keySet().iterator().next());
    }

    private static Student read() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Student.<Student>find("documentNumber", "7").firstResult());
    }

    private static String json() {
        return "{\"" + UUID.randomUUID() + "\":1}";
    }

    private static void assertNotInterned(Object name) {
        assertThat(new String((String) name).intern()).isNotSameAs(name);
    }
}
