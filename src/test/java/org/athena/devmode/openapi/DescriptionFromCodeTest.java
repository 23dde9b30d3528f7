package org.athena.devmode.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Public;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the declarations of a route become in the API's description, one rule at a time. */
class DescriptionFromCodeTest {

    /** The kind of route that no feature has. */
    static class Clock {
        @Public
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "readClock")
        void time() {}
    }

    private final Operation read = operation("getStudent", null);
    private final Operation create = operation("createStudent", "Student");
    private final Operation update = operation("updateStudent", "ObjectNode");
    private final Operation me = operation("getMe", null);
    private final Operation time = operation("readClock", null);
    private OpenAPI api;

    @BeforeEach
    void describe() throws IOException, ClassNotFoundException {
        Schema data = OASFactory.createSchema()
                .addProperty("first_name", OASFactory.createSchema())
                .addRequired("first_name");
        api = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents()
                        .addSchema("StudentData", data)
                        .addSchema("Student", OASFactory.createSchema())
                        .addSchema("ObjectNode", OASFactory.createSchema()))
                .paths(OASFactory.createPaths()
                        .addPathItem("/students", item().POST(create).GET(time))
                        .addPathItem("/students/{id}", item().GET(read).PATCH(update))
                        .addPathItem("/auth/me", item().GET(me)));
        new DescriptionFromCode(Index.of(
                        Clock.class,
                        Class.forName("org.athena.student.StudentResource"),
                        Class.forName("org.athena.student.StudentView"),
                        Class.forName("org.athena.person.AccountResource")))
                .filterOpenAPI(api);
    }

    @Test
    void whoMayCallIsWhatTheRouteDeclares() {
        assertThat(read.getSecurity()).hasSize(1);
        assertThat(read.getExtensions())
                .containsEntry(
                        "x-permissions",
                        List.of(
                                Permission.READ_STUDENTS.code(),
                                Permission.READ_OWN_STUDENTS.code(),
                                Permission.READ_OWN_DATA.code()))
                .containsEntry("x-school", "required");
        assertThat(me.getSecurity()).hasSize(1);
        assertThat(me.getExtensions()).containsEntry("x-permissions", List.of());
        assertThat(time.getSecurity()).isNull();
        assertThat(time.getExtensions()).containsEntry("x-public", true);
        assertThat(time.getParameters()).isNull();
        assertThat(time.getResponses().getAPIResponses()).containsOnlyKeys("200", "400", "429", "500", "503");
    }

    @Test
    void aPostAnswersCreatedWithTheAddressOfTheRow() {
        assertThat(create.getResponses().getAPIResponses()).doesNotContainKey("200");
        assertThat(create.getResponses().getAPIResponse("201").getHeaders()).containsKeys("Location", "ETag");
        assertThat(read.getResponses().getAPIResponse("200").getHeaders()).containsOnlyKeys("ETag");
    }

    @Test
    void problemsAreThoseThatTheVerbCanMeet() {
        assertThat(read.getResponses().getAPIResponses())
                .containsOnlyKeys("200", "400", "401", "403", "404", "429", "500", "503");
        assertThat(create.getResponses().getAPIResponses())
                .containsKeys("409", "413", "415", "422")
                .doesNotContainKeys("404", "412");
        assertThat(update.getResponses().getAPIResponses())
                .containsKeys("404", "409", "412")
                .doesNotContainKey("422");
        assertThat(api.getComponents().getResponses().get("412").getContent().getMediaTypes())
                .containsOnlyKeys("application/problem+json");
    }

    @Test
    void theHeadersThatCountAreNamed() {
        assertThat(read.getParameters()).extracting(Parameter::getName).contains("X-School-Id", "If-None-Match");
        assertThat(create.getParameters()).extracting(Parameter::getName).contains("Idempotency-Key");
        assertThat(update.getParameters())
                .extracting(Parameter::getName)
                .contains("If-Match")
                .doesNotContain("Idempotency-Key");
    }

    @Test
    void aPatchTakesTheFieldsOfTheWholeAndNeedsNone() {
        Schema patch = api.getComponents().getSchemas().get("StudentPatch");
        assertThat(patch.getProperties()).containsOnlyKeys("first_name", "version");
        assertThat(patch.getRequired()).isNullOrEmpty();
        assertThat(media(update.getRequestBody().getContent()).getSchema().getRef())
                .endsWith("/StudentPatch");
        assertThat(api.getComponents().getSchemas()).doesNotContainKey("ObjectNode");
    }

    @Test
    void bodiesAndAnswersCarryTheirExample() {
        assertThat(media(create.getRequestBody().getContent()).getExample())
                .isInstanceOfSatisfying(
                        Map.class, example -> assertThat(example).containsKeys("document_type", "document_number"));
        assertThat(media(read.getResponses().getAPIResponse("200").getContent()).getExample())
                .isInstanceOfSatisfying(
                        Map.class, example -> assertThat(example).containsKey("full_name"));
    }

    private static PathItem item() {
        return OASFactory.createPathItem();
    }

    private static Operation operation(String id, String body) {
        Operation operation = OASFactory.createOperation()
                .operationId(id)
                .addTag("students")
                .responses(OASFactory.createAPIResponses()
                        .addAPIResponse("200", OASFactory.createAPIResponse().content(content("Student"))));
        return body == null
                ? operation
                : operation.requestBody(OASFactory.createRequestBody().content(content(body)));
    }

    private static Content content(String schema) {
        return OASFactory.createContent()
                .addMediaType(
                        "application/json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(schema)));
    }

    private static MediaType media(Content content) {
        return content.getMediaType("application/json");
    }
}
