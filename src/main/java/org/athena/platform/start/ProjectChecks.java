package org.athena.platform.start;

import jakarta.enterprise.context.ApplicationScoped;

import org.athena.platform.supabase.SignUpSettings;
import org.athena.platform.supabase.SignUpSettings.SignUp;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/** Warns about settings of the Supabase project that let a person have an e-mail that is not theirs. */
@ApplicationScoped
class ProjectChecks {

    private static final Logger LOG = Logger.getLogger(ProjectChecks.class);

    private final SignUpSettings project;
    private final ManagedExecutor executor;

    ProjectChecks(SignUpSettings project, ManagedExecutor executor) {
        this.project = project;
        this.executor = executor;
    }

    /** Asks beside the start, which does not wait for another machine. */
    void begin() {
        executor.execute(() -> project.read().ifPresentOrElse(ProjectChecks::warn, ProjectChecks::unknown));
    }

    private static void warn(SignUp signUp) {
        if (signUp.confirmsByItself()) {
            LOG.warnf(
                    "Supabase Auth confirms e-mails without a mail (mailer_autoconfirm), so %s can have an account with a"
                            + " stranger's e-mail: switch on \"Confirm email\" (docs/operations/supabase-auth.md)",
                    signUp.open() ? "anybody who signs up" : "anybody who changes their e-mail");
        }
    }

    private static void unknown() {
        LOG.info("Supabase Auth does not tell its settings, so nothing is known about how it confirms e-mails");
    }
}
