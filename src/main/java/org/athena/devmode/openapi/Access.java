package org.athena.devmode.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.athena.platform.tenancy.AnyAccount;
import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Public;
import org.athena.platform.tenancy.Requires;
import org.athena.platform.tenancy.SignedIn;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.MethodInfo;

/** Who may call a route. */
final class Access {

    private static final String BEARER = "supabase";

    private Access() {}

    static Map<String, SecurityScheme> schemes() {
        return Map.of(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("The access token of a Supabase session"));
    }

    /** The caller needs one permission of {@code x-permissions}; when the list is empty, a signed-in user needs no permission. */
    static void declare(MethodInfo route, Operation operation) {
        if (route.hasAnnotation(Public.class)) {
            operation.addExtension("x-public", true);
            return;
        }
        operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
        if (route.hasAnnotation(AnyAccount.class)) {
            operation.addExtension("x-permissions", List.of());
            operation.addExtension("x-school", "unused");
            return;
        }
        AnnotationInstance requires = route.annotation(Requires.class);
        AnnotationInstance access = requires == null ? route.annotation(SignedIn.class) : requires;
        operation.addExtension("x-permissions", requires == null ? List.of() : codes(requires));
        operation.addExtension("x-school", school(access, requires == null ? "unused" : "required"));
    }

    private static List<String> codes(AnnotationInstance requires) {
        return Stream.of(requires.value().asEnumArray())
                .map(name -> Permission.valueOf(name).code())
                .toList();
    }

    private static String school(AnnotationInstance access, String otherwise) {
        return access.value("school") == null
                ? otherwise
                : access.value("school").asEnum().toLowerCase(Locale.ROOT);
    }
}
