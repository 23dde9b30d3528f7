package org.athena.platform.identity;

import java.security.Principal;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Makes an identity from a valid token. The identity has no roles, because rights come from the database only. */
@ApplicationScoped
class BearerIdentityProvider implements IdentityProvider<BearerRequest> {

    /**
     * @param token what the token says
     */
    record TokenPrincipal(VerifiedToken token) implements Principal {
        @Override
        public String getName() {
            return token.subject().toString();
        }
    }

    private final TokenExamination examination;

    BearerIdentityProvider(TokenExamination examination) {
        this.examination = examination;
    }

    @Override
    public Class<BearerRequest> getRequestType() {
        return BearerRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(BearerRequest request, AuthenticationRequestContext context) {
        // A check may call Supabase, which takes time, so it must not run on the event loop.
        return context.runBlocking(() -> QuarkusSecurityIdentity.builder()
                .setPrincipal(new TokenPrincipal(examination.examine(request.token(), request.client())))
                .build());
    }
}
