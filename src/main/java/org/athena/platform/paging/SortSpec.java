package org.athena.platform.paging;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;

import io.quarkus.panache.common.Sort;

/**
 * What a list may be sorted by.
 *
 * @param fields public name to the attributes it stands for
 * @param byDefault the public name used when the caller does not say, with a leading minus for descending
 */
public record SortSpec(Map<String, List<String>> fields, String byDefault) {

    /**
     * @param wanted what the caller sent, or null
     * @throws ProblemException 400 for a field that is not on the list
     */
    Sort parse(String wanted) {
        String choice = wanted == null ? byDefault : wanted;
        boolean descending = choice.startsWith("-");
        List<String> attributes = fields.get(descending ? choice.substring(1) : choice);
        if (attributes == null) {
            throw ProblemException.invalid("sort", "query", Violation.oneOf(new TreeSet<>(fields.keySet())));
        }
        Sort.Direction direction = descending ? Sort.Direction.Descending : Sort.Direction.Ascending;
        Sort sort = Sort.by();
        attributes.forEach(attribute -> sort.and(attribute, direction));
        // Without a last word on equal rows, pages could repeat one and miss another.
        return sort.and("id", direction);
    }
}
