package org.athena.platform.paging;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;

import io.quarkus.panache.common.Sort;

/**
 * The fields by which a list may be sorted.
 *
 * @param fields the public names with the attributes that they stand for
 * @param byDefault the public name that applies when the caller does not say, with a leading minus for descending
 */
public record SortSpec(Map<String, List<String>> fields, String byDefault) {

    /**
     * @param wanted the caller's value, or null
     * @throws ProblemException 400 for an unknown field
     */
    public Sort parse(String wanted) {
        String choice = wanted == null ? byDefault : wanted;
        boolean descending = choice.startsWith("-");
        List<String> attributes = fields.get(descending ? choice.substring(1) : choice);
        if (attributes == null) {
            throw ProblemException.invalid(Violation.notOneOf(new TreeSet<>(fields.keySet()), "sort", "query"));
        }
        Sort.Direction direction = descending ? Sort.Direction.Descending : Sort.Direction.Ascending;
        Sort sort = Sort.by();
        attributes.forEach(attribute -> sort.and(attribute, direction));
        // Equal rows need a fixed order, or pages could repeat one row and miss another.
        return sort.and("id", direction);
    }
}
