package org.athena.platform.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.athena.platform.limits.Limited;
import org.athena.platform.limits.MaxBody;
import org.athena.platform.limits.Work;
import org.athena.platform.tenancy.Public;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import com.fasterxml.jackson.core.JsonProcessingException;

/** Errors of the page, also of one whose sign-in does not work. */
@Path("/api/v1/page/errors")
@RequestScoped
@Tag(name = "page")
class PageErrorResource {

    /** Enough for the longest texts with every character escaped. */
    private static final int MOST_BYTES = 32 * 1024;

    private final PageErrorLog log;

    PageErrorResource(PageErrorLog log) {
        this.log = log;
    }

    @POST
    @Public
    @MaxBody(bytes = MOST_BYTES)
    @Limited(Work.PAGE_ERROR)
    @Operation(
            operationId = "reportPageError",
            summary = "Writes an error of the page into the service's log",
            description =
                    "Anybody may call it, and a token is not read. The body has at most 32 KiB. E-mails, tokens, ids, numbers of six"
                            + " digits and more, and the values of parameters in addresses are masked before the line is"
                            + " written; a page must not send names. The X-Request-Id of the answer is that of the line.")
    @APIResponse(responseCode = "204", description = "The line is written")
    public void report(@NotNull @Valid PageError error) throws JsonProcessingException {
        log.write(error);
    }
}
