package org.athena.platform.idempotency;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.request.EntityTag;
import org.jboss.resteasy.reactive.RestResponse;

import io.quarkus.narayana.jta.QuarkusTransaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Answers a {@code POST}: 201 with {@code Location} and {@code ETag}. With an {@code Idempotency-Key} the same request is carried
 * out once: a repetition gets the first answer again, for 24 hours. The new row and the key are written in one transaction.
 */
@RequestScoped
public class Creation {

    /** The header with the key by which a caller may repeat a request safely. */
    public static final String HEADER = "Idempotency-Key";

    /**
     * The result of a creation.
     *
     * @param collection the address of the rows among which the new one is; null for the address of the request
     * @param id the id at the end of the new row's address; null for several new rows
     * @param version the version for the ETag; null when the caller may not see it
     * @param view the body of the answer
     */
    public record Created<T>(String collection, UUID id, Integer version, T view) {

        /** A row whose address is below that of the request. */
        public Created(UUID id, Integer version, T view) {
            this(null, id, version, view);
        }
    }

    private final HttpHeaders headers;
    private final UriInfo uri;
    private final ObjectMapper mapper;
    private final IdempotencyKeys keys;
    private final KeysAtWork atWork;

    Creation(HttpHeaders headers, UriInfo uri, ObjectMapper mapper, IdempotencyKeys keys, KeysAtWork atWork) {
        this.headers = headers;
        this.uri = uri;
        this.mapper = mapper;
        this.keys = keys;
        this.atWork = atWork;
    }

    /**
     * @param request the parsed body; a repetition must have the same content
     * @param work creates the row and flushes
     * @throws ProblemException 409 when a request with the key is still being carried out, 422 when the key was used for another
     *     body
     */
    public <T> RestResponse<T> of(Object request, Supplier<Created<T>> work) throws JsonProcessingException {
        Optional<String> key = key();
        if (key.isEmpty()) {
            return answer(work.get());
        }
        IdempotencyKeys.Stored stored = keys.claim(uri.getPath(), key.get(), bytes(request));
        return stored.answered() ? replay(stored) : first(stored, work.get());
    }

    /**
     * Carries out work that takes long before its transaction begins. A second request with the same key on this instance is
     * refused before it does the same. {@link #of} must be called inside the work.
     *
     * @throws ProblemException 409 when a request with the key is still being carried out
     * @throws Exception what the work throws
     */
    public <T> T alone(Callable<T> work) throws Exception {
        Optional<String> key = key();
        return key.isEmpty() ? work.call() : atWork.during(keys.lock(uri.getPath(), key.get()), work);
    }

    /**
     * The answer that the same request got before, for work that first acts outside the database. It opens a transaction of its
     * own, so no other may be open.
     *
     * @param request the parsed body
     * @return the answer; empty without a key, or when the key is new or its request is still being carried out, and then {@link
     *     #of} decides
     * @throws ProblemException 422 when the key was used for another body
     */
    public <T> Optional<RestResponse<T>> earlier(Object request) throws JsonProcessingException {
        Optional<String> key = key();
        if (key.isEmpty()) {
            return Optional.empty();
        }
        byte[] body = bytes(request);
        Optional<IdempotencyKeys.Stored> stored =
                QuarkusTransaction.requiringNew().call(() -> keys.find(uri.getPath(), key.get(), body));
        return stored.isPresent() ? Optional.of(replay(stored.get())) : Optional.empty();
    }

    /**
     * What tells this request from all others, for work that writes before it acts outside the database: a repetition finds what was
     * written and goes on.
     *
     * @return 64 characters; empty without a key
     */
    public Optional<String> fingerprint(Object request) throws JsonProcessingException {
        Optional<String> key = key();
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(keys.fingerprint(uri.getPath(), key.get(), bytes(request)));
    }

    private Optional<String> key() {
        String key = headers.getHeaderString(HEADER);
        if (key != null && !key.matches("[\\x21-\\x7e]{1,255}")) {
            throw ProblemException.invalid(
                    HEADER, "header", FaultCode.WRONG_FORM, "must be 1 to 255 visible characters");
        }
        return Optional.ofNullable(key);
    }

    private <T> RestResponse<T> first(IdempotencyKeys.Stored stored, Created<T> created)
            throws JsonProcessingException {
        keys.answer(
                stored.id(),
                RestResponse.Status.CREATED.getStatusCode(),
                location(created),
                EntityTag.of(created.version()),
                mapper.writeValueAsString(created.view()));
        return answer(created);
    }

    @SuppressWarnings("unchecked")
    private <T> RestResponse<T> replay(IdempotencyKeys.Stored stored) throws JsonProcessingException {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, (T) mapper.readTree(stored.body()))
                .header(HttpHeaders.LOCATION, stored.location())
                .header(HttpHeaders.ETAG, stored.etag())
                .header("Idempotency-Replayed", "true")
                .build();
    }

    private <T> RestResponse<T> answer(Created<T> created) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, created.view())
                .header(HttpHeaders.LOCATION, location(created))
                .header(HttpHeaders.ETAG, EntityTag.of(created.version()))
                .build();
    }

    private byte[] bytes(Object request) throws JsonProcessingException {
        return request instanceof byte[] file ? file : mapper.writeValueAsBytes(request);
    }

    private String location(Created<?> created) {
        String collection = created.collection() == null ? uri.getPath() : created.collection();
        return created.id() == null ? null : collection + "/" + created.id();
    }
}
