package org.athena.student;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Completes the guardians of a {@code PATCH}. The list says who the guardians are. A guardian who is already linked, found by the
 * document, keeps every field that the list does not name (docs/decisions/patch-by-merge.md).
 */
@ApplicationScoped
class GuardianPatch {

    private static final String LIST = "guardians";

    private final ObjectMapper mapper;

    GuardianPatch(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * @param patch the patch as it was sent; members of a wrong form are left for the validation to refuse
     * @return the patch with complete guardians
     */
    ObjectNode completed(Student student, ObjectNode patch) {
        if (patch == null || !(patch.get(LIST) instanceof ArrayNode sent)) {
            return patch;
        }
        Map<String, StudentGuardian> links = student.linksByDocument();
        ArrayNode complete = mapper.createArrayNode();
        sent.forEach(guardian -> complete.add(
                key(guardian).map(links::get).map(link -> over(link, guardian)).orElse(guardian)));
        return patch.deepCopy().set(LIST, complete);
    }

    private static Optional<String> key(JsonNode guardian) {
        JsonNode number = guardian.path("document_number");
        return Arrays.stream(DocumentType.values())
                .filter(type -> number.isTextual()
                        && type.name().equals(guardian.path("document_type").textValue()))
                .map(type -> Document.of(type, number.textValue()).key())
                .findFirst();
    }

    private JsonNode over(StudentGuardian link, JsonNode named) {
        ObjectNode guardian = mapper.valueToTree(GuardianData.of(link));
        guardian.setAll((ObjectNode) named);
        if (link.restriction() != null && named.get("restriction") instanceof ObjectNode members) {
            guardian.set("restriction", over(link, members));
        }
        return guardian;
    }

    /** Removes the end of a restriction that is over; otherwise a new restriction would never apply. */
    private ObjectNode over(StudentGuardian link, ObjectNode members) {
        ObjectNode restriction = mapper.valueToTree(link.restriction());
        if (!members.isEmpty() && link.restriction().isOverOn(link.today)) {
            restriction.putNull("to");
        }
        return restriction.setAll(members);
    }
}
