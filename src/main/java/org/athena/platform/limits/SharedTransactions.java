package org.athena.platform.limits;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;

/** Begins a transaction when the school has a share of the connections free: around whatever is {@link Transactional}. */
@Interceptor
@Transactional
@Priority(SharedTransactions.BEFORE_THE_TRANSACTION)
class SharedTransactions {

    /** The transaction's own interceptor has 200 more than this begin of the platform's. */
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
