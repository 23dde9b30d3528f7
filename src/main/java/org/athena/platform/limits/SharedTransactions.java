package org.athena.platform.limits;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/** Makes each {@link Transactional} method wait for a share of its school before its transaction begins. */
@Interceptor
@Transactional
@Priority(SharedTransactions.BEFORE_THE_TRANSACTION)
class SharedTransactions {

    /** The interceptor of transactions has 200 more than this base, so this one runs before it. */
    static final int BEFORE_THE_TRANSACTION = Interceptor.Priority.PLATFORM_BEFORE + 100;

    private final SchoolShares shares;

    SharedTransactions(SchoolShares shares) {
        this.shares = shares;
    }

    @AroundInvoke
    Object inShare(InvocationContext call) throws Exception {
        return shares.during(call::proceed);
    }
}
