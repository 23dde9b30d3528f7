package org.athena.platform.paging;

import jakarta.ws.rs.QueryParam;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The query parameters of every list. They are read as text, so that a wrong value is answered with 400 and its name instead of
 * 404.
 */
// QueryParameterFilter reads the names of the fields, in the native executable too.
@RegisterForReflection(methods = false)
public class PageRequest {

    /** The number of rows on a page when the caller does not say. */
    public static final int DEFAULT_SIZE = 20;

    /** The largest number of rows on a page. */
    public static final int MAX_SIZE = 200;

    /** The highest number of a page. */
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
     * The parameters as numbers and columns.
     *
     * @param sorts the fields by which this list may be sorted
     * @throws ProblemException 400 when a parameter is wrong; it names the parameter
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
        throw ProblemException.invalid(
                new Violation(name, "query", "must be a number from 1 to " + max, FaultCode.OUT_OF_RANGE)
                        .with("min", 1)
                        .with("max", max));
    }
}
