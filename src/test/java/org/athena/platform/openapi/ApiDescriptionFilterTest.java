package org.athena.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;

import org.athena.platform.rest.PatchOf;
import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Public;
import org.athena.platform.tenancy.Requires;
import org.athena.platform.tenancy.SchoolNeed;
import org.athena.platform.tenancy.SignedIn;
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
class ApiDescriptionFilterTest {

    /** Routes as a feature declares them. */
    static class Routes {

        @Requires(Permission.READ_STUDENTS)
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "getStudent")
        void read() {}

        @Requires(value = Permission.MANAGE_SCHOOLS, school = SchoolNeed.UNUSED)
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "createStudent")
        void create() {}

        @SignedIn
        @PatchOf(Thing.class)
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "updateThing")
        void update() {}

        @Public
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "getTime")
        void time() {}
    }

    /** Another feature that took a name which is taken. */
    static class Namesake {
        @Public
        @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "getTime")
        void another() {}
    }

    private final Operation read = operation("getStudent", null);
    private final Operation create = operation("createStudent", "Student");
    private final Operation update = operation("updateThing", "ObjectNode");
    private final Operation time = operation("getTime", null);
    private OpenAPI api;

    @BeforeEach
    void describe() throws IOException {
        Schema thing = OASFactory.createSchema()
                .addProperty("name", OASFactory.createSchema())
                .addRequired("name");
        api = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents()
                        .addSchema("Thing", thing)
                        .addSchema("Student", OASFactory.createSchema())
                        .addSchema("ObjectNode", OASFactory.createSchema()))
                .paths(OASFactory.createPaths()
                        .addPathItem("/things", item().POST(create).GET(time))
                        .addPathItem("/things/{id}", item().GET(read).PATCH(update)));
        new ApiDescription(Index.of(Routes.class)).filterOpenAPI(api);
    }

    @Test
    void whoMayCallIsWhatTheRouteDeclares() {
        assertThat(read.getSecurity()).hasSize(1);
        assertThat(read.getExtensions())
                .containsEntry("x-permissions", java.util.List.of(Permission.READ_STUDENTS.code()))
                .containsEntry("x-school", "required");
        assertThat(create.getExtensions()).containsEntry("x-school", "unused");
        assertThat(update.getExtensions()).containsEntry("x-permissions", java.util.List.of());
        assertThat(time.getSecurity()).isNull();
        assertThat(time.getExtensions()).containsEntry("x-public", true);
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
                .containsOnlyKeys("200", "400", "401", "403", "404", "500", "503");
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
        Schema patch = api.getComponents().getSchemas().get("ThingPatch");
        assertThat(patch.getProperties()).containsOnlyKeys("name");
        assertThat(patch.getRequired()).isNullOrEmpty();
        assertThat(media(update.getRequestBody().getContent()).getSchema().getRef())
                .endsWith("/ThingPatch");
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

    @Test
    void oneNameForTwoRoutesEndsTheBuild() {
        assertThatThrownBy(() -> new ApiDescription(Index.of(Routes.class, Namesake.class)))
                .hasMessageContaining("one operation id");
    }

    private static PathItem item() {
        return OASFactory.createPathItem();
    }

    private static Operation operation(String id, String body) {
        Operation operation = OASFactory.createOperation()
                .operationId(id)
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

/** What a PATCH changes; a nested class would have another name in the description. */
record Thing(String name) {}
