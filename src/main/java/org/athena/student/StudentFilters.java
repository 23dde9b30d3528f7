package org.athena.student;

import java.util.Optional;

import jakarta.ws.rs.QueryParam;

import org.athena.platform.paging.QueryValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which students a list has. */
// QueryParameterFilter reads the names of the fields, in the native executable too.
@RegisterForReflection(methods = false)
public class StudentFilters {

    @QueryParam("q")
    @Parameter(
            description =
                    "Words of the name, or of the document, its type and earlier numbers where the caller may see it; accents, case, punctuation"
                            + " and leading zeros do not matter",
            schema = @Schema(maxLength = QueryValue.MAX_LENGTH))
    String q;

    @QueryParam("is_active")
    @Parameter(
            description = "Whether deactivated students are left out (true), alone (false) or among them (any)",
            schema =
                    @Schema(
                            enumeration = {"true", "false", "any"},
                            defaultValue = "true"))
    String active;

    Optional<String> words() {
        return new QueryValue("q", q).text();
    }

    /** Empty for both. */
    Optional<Boolean> active() {
        return new QueryValue("is_active", active).flag(true);
    }
}
