package org.athena.platform.json;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Applies a {@code PATCH}: each named member replaces that of the row as a whole, and null clears it (RFC 7396 at the top level
 * only; JSON columns are replaced, not merged). The result must be valid like a new row.
 */
@ApplicationScoped
public class Merge {

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
     * @throws ProblemException 400 when the result is not valid; it names the fields
     */
    public <T> T apply(T current, ObjectNode patch) throws JsonProcessingException {
        if (patch == null) {
            throw new ProblemException(ProblemCode.REQUEST_MALFORMED, "The body must be a JSON object.");
        }
        ObjectNode merged = mapper.valueToTree(current);
        merged.setAll(patch);
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) current.getClass();
        T result = mapper.treeToValue(merged, type);
        List<Violation> violations =
                validator.validate(result).stream().map(Merge::violation).toList();
        if (!violations.isEmpty()) {
            throw new ProblemException(ProblemCode.REQUEST_INVALID, "Some fields are not valid.", violations);
        }
        return result;
    }

    private static Violation violation(ConstraintViolation<?> fault) {
        return Violation.of(fault.getPropertyPath().toString(), fault);
    }
}
