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

    /** Empty before the caller is known, and where there is none. */
    public Optional<AuthContext> find() {
        return Optional.ofNullable(context);
    }

    /** For injection into request-scoped beans; a longer-lived bean would keep the first caller's value. */
    @Produces
    @Dependent
    AuthContext current() {
        return find().orElseThrow(() -> new IllegalStateException("there is no caller here"));
    }
}
