package org.athena.platform.jobs;

import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.tenancy.AuthContextHolder;

/** Does what a test says. */
@ApplicationScoped
class ProbeJob implements Job {

    static final String KIND = "probe";

    private final AuthContextHolder caller;
    private volatile Consumer<UUID> work = school -> {};

    ProbeJob(AuthContextHolder caller) {
        this.caller = caller;
    }

    void does(Consumer<UUID> work) {
        this.work = work;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run() {
        work.accept(caller.find().orElseThrow().schoolId());
    }
}
