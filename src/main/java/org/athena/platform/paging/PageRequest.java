package org.athena.platform.paging;

import jakarta.ws.rs.QueryParam;

import org.athena.platform.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that every list takes. Read as text, so that a bad one is named instead of being a 404. */
public class PageRequest {

    /** Rows of a page when the caller does not say. */
    public static final int DEFAULT_SIZE = 20;

    /** Rows of a page at most. */
    public static final int MAX_SIZE = 200;

    /** The last page that may be asked for. */
    public static final int MAX_PAGE = 100_000;

    @QueryParam("page")
    @Parameter(
            description = "The page, from 1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + MAX_PAGE, defaultValue = "1"))
    String page;

    @QueryParam("page_size")
    @Parameter(
            description = "Rows on a page",
            schema =
                    @Schema(
                            type = SchemaType.INTEGER,
                            minimum = "1",
                            maximum = "" + MAX_SIZE,
                            defaultValue = "" + DEFAULT_SIZE))
    String pageSize;

    @QueryParam("sort")
    @Parameter(description = "The field to sort by; a leading minus sorts descending")
    String sort;

    /**
     * The request in numbers and columns.
     *
     * @param sorts what this list may be sorted by
     * @throws ProblemException 400, naming the parameter that is wrong
     */
    public PageQuery by(SortSpec sorts) {
        return new PageQuery(
                number("page", page, 1, MAX_PAGE),
                number("page_size", pageSize, DEFAULT_SIZE, MAX_SIZE),
                sorts.parse(sort));
    }

    private static int number(String name, String value, int otherwise, int max) {
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= max) {
                return number;
            }
        }
        throw ProblemException.invalid(name, "query", "must be a number from 1 to " + max);
    }
}
