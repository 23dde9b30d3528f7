package org.athena.platform.tenancy;

import java.util.Optional;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;

/** Keeps the request's {@link AuthContext}: set once, then only read. */
@RequestScoped
public class AuthContextHolder {

    private AuthContext context;

    void set(AuthContext context) {
        if (this.context != null) {
            throw new IllegalStateException("the request has its context already");
        }
        this.context = context;
    }

    /** The context; empty before the caller is known, and on routes without a caller. */
    public Optional<AuthContext> find() {
        return Optional.ofNullable(context);
    }

    /** For request-scoped beans only; a bean that lives longer would keep the first caller. */
    @Produces
    @Dependent
    AuthContext current() {
        return find().orElseThrow(() -> new IllegalStateException("there is no caller here"));
    }
}
