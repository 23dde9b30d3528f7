package org.athena.platform.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.athena.platform.problem.JsonFault;
import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Applies a {@code PATCH}: each named member replaces that of the row as a whole, and null clears it (RFC 7396 at the top level
 * only; JSON columns are replaced, not merged). The result must be valid like a new row.
 */
@ApplicationScoped
public class Merge {

    /** Nobody reads more; a body may have thousands of members that are not known. */
    private static final int MAX_FAULTS = 20;

    private final ObjectMapper mapper;
    private final Validator validator;

    Merge(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper;
        this.validator = validator;
    }

    /**
     * @param current the row in the form of a request
     * @param patch the members to replace
     * @return the merged and valid form
     * @throws ProblemException 400 when the result is not valid; it names all the fields
     */
    public <T> T apply(T current, ObjectNode patch) throws JsonProcessingException {
        if (patch == null) {
            throw new ProblemException(ProblemCode.REQUEST_MALFORMED, "The body must be a JSON object.");
        }
        ObjectNode row = mapper.valueToTree(current);
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) current.getClass();
        T result = read(row, patch, type);
        List<Violation> violations =
                validator.validate(result).stream().map(Merge::violation).toList();
        if (!violations.isEmpty()) {
            throw invalid(violations);
        }
        return result;
    }

    private <T> T read(ObjectNode row, ObjectNode patch, Class<T> type) throws JsonProcessingException {
        try {
            return mapper.treeToValue(row.deepCopy().setAll(patch), type);
        } catch (JsonMappingException e) {
            List<Violation> violations = eachOf(row, patch, type);
            if (violations.size() > 1) {
                throw invalid(violations);
            }
            throw e;
        }
    }

    /** The faults of all members: reading stops at the first one, so each is read alone with the row. */
    private List<Violation> eachOf(ObjectNode row, ObjectNode patch, Class<?> type) throws JsonProcessingException {
        List<Violation> violations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            if (violations.size() >= MAX_FAULTS) {
                break;
            }
            ObjectNode one = row.deepCopy();
            one.set(member.getKey(), member.getValue());
            try {
                violations.addAll(ownFaults(mapper.treeToValue(one, type), member.getKey()));
            } catch (JsonMappingException e) {
                violations.add(JsonFault.of(e).orElseThrow(() -> e));
            }
        }
        return violations;
    }

    /** What is wrong with the member by itself. Rules about several members wait until each of them can be read. */
    private List<Violation> ownFaults(Object result, String member) {
        return Stream.of(result.getClass().getRecordComponents())
                .flatMap(component -> validator.validateProperty(result, component.getName()).stream())
                .map(Merge::violation)
                .filter(violation -> violation.field().equals(member))
                .toList();
    }

    private static ProblemException invalid(List<Violation> violations) {
        return new ProblemException(ProblemCode.REQUEST_INVALID, "Some fields are not valid.", violations);
    }

    private static Violation violation(ConstraintViolation<?> fault) {
        return Violation.of(fault.getPropertyPath().toString(), fault);
    }
}
