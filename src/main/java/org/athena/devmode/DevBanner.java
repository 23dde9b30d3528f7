package org.athena.devmode;

import java.util.stream.Collectors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;

/** Prints the addresses and the demo accounts after the start of dev mode. */
@IfBuildProfile("dev")
@Singleton
class DevBanner {

    private static final String NO_PAGE = "not shown, because no Node 20 or newer was found";

    private final int port;
    private final int managementPort;

    DevBanner(
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.management.port") int managementPort) {
        this.port = port;
        this.managementPort = managementPort;
    }

    void print(@Observes StartupEvent event) {
        if (System.getProperty("SUPABASE_URL") != null) {
            System.out.println(text(
                    System.getProperty(DevServices.SHOWN_PAGE, NO_PAGE),
                    port,
                    managementPort,
                    System.getProperty("SUPABASE_URL"),
                    System.getProperty("SUPABASE_ANON_KEY")));
        }
    }

    static String text(String page, int port, int managementPort, String signIn, String publishableKey) {
        StringBuilder banner = new StringBuilder(
                """

                  page           %s
                  API            http://localhost:%d/api/v1
                  documentation  http://localhost:%d/q/swagger-ui
                  operation      http://localhost:%d/q/health and /q/metrics
                  sign-in        %s  (a stand-in for Supabase Auth)
                  mails          %s/mails  (what it would have sent)
                  publishable    %s

                  Demo accounts, password %s
                """.formatted(page, port, port, managementPort, signIn, signIn, publishableKey, DemoPeople.PASSWORD));
        for (int school = 0; school < DemoPeople.SCHOOLS.size(); school++) {
            banner.append(
                    "  X-School-Id %s  %s%n".formatted(DemoPeople.schoolId(school), DemoPeople.SCHOOLS.get(school)));
        }
        DemoPeople.listed().forEach(person -> banner.append(line(person, roles(person))));
        banner.append(line(DemoPeople.SUPERADMIN, "superadmin"));
        banner.append("  Codes of the superadmin's second factor: %s/standin/code?email=%s%n"
                .formatted(signIn, DemoPeople.SUPERADMIN.email()));
        return banner.toString();
    }

    private static String roles(DemoPeople.Person person) {
        return person.memberships().stream()
                .filter(membership -> !membership.invited())
                .map(DemoPeople.Membership::role)
                .collect(Collectors.joining(", "));
    }

    private static String line(DemoPeople.Person person, String roles) {
        return "    %-30s %-28s %s%n".formatted(person.email(), person.name(), roles);
    }
}
