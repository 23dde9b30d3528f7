package org.athena.platform.page;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.athena.platform.json.Filled;
import org.athena.platform.json.OneLine;
import org.athena.platform.request.RequestId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An error in the page, as the page tells it.
 *
 * @param message what the browser says
 * @param stack where in the page, or null
 * @param route where the person was, or null
 * @param requestId the answer of the API that the page was working with, or null
 * @param release the version of the page, or null
 */
@Schema(name = "PageErrorData")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageError(
        @NotNull @OneLine @Size(max = 500) String message,

        @Filled @Size(max = 4_000) @Schema(description = "The lines of the error's stack")
        String stack,

        @OneLine
        @Size(max = 200) @Schema(description = "The pattern of the page's address, without ids and search words")
        String route,

        @Pattern(regexp = RequestId.FORM, message = "must be an id as X-Request-Id has it") @Schema(description = "The X-Request-Id of the API's answer that the page was working with")
        String requestId,

        @Pattern(regexp = RELEASE, message = "must have 1 to 64 letters, digits, and . _ + -") String release) {

    static final String RELEASE = "[A-Za-z0-9._+-]{1,64}";

    /** The error as it may be logged: whatever identifies a person in its texts is masked. */
    PageError masked() {
        return new PageError(MaskedText.of(message), MaskedText.of(stack), MaskedText.of(route), maskedId(), release);
    }

    /** The usual id of a request is the kind of text that is masked elsewhere. */
    private String maskedId() {
        return requestId == null || RequestId.usual(requestId) ? requestId : MaskedText.of(requestId);
    }

    @Override
    public String toString() {
        return "PageError[" + route + "]";
    }
}
