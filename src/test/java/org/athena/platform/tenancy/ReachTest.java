package org.athena.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.athena.platform.tenancy.Permission.MANAGE_USERS;
import static org.athena.platform.tenancy.Permission.READ_OWN_DATA;
import static org.athena.platform.tenancy.Permission.READ_OWN_STUDENTS;
import static org.athena.platform.tenancy.Permission.READ_STUDENTS;
import static org.athena.platform.tenancy.Permission.WRITE_ATTENDANCE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

/** How far permissions reach, by the roles that grant them. */
class ReachTest {

    private static final Permission[] STUDENTS = {READ_STUDENTS, READ_OWN_STUDENTS, READ_OWN_DATA};

    private static AuthContext caller(boolean platform, Role... roles) {
        UUID school = UUID.randomUUID();
        Set<Role> held = Set.of(roles);
        return new AuthContext(
                UUID.randomUUID(),
                "ana@example.org",
                "Ana",
                platform,
                false,
                Optional.of(school),
                held.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Membership(UUID.randomUUID(), school, "Colegio", held)),
                List.of(),
                Role.permissionsOf(held),
                Optional.empty(),
                "aal2");
    }

    @Test
    void aTeacherWhoIsAParentReachesTheRowsOfTheRoleThatGrantsIt() {
        AuthContext both = caller(false, Role.TEACHER, Role.ACUDIENTE);
        assertThat(Reach.of(both, WRITE_ATTENDANCE)).isEqualTo(new Reach(false, Set.of(Role.TEACHER)));
        assertThat(Reach.of(both, STUDENTS)).isEqualTo(new Reach(false, Set.of(Role.TEACHER, Role.ACUDIENTE)));
    }

    @Test
    void theWidestReachWins() {
        assertThat(Reach.of(caller(false, Role.TEACHER, Role.COORDINATOR), STUDENTS))
                .isEqualTo(new Reach(true, Set.of()));
        assertThat(Reach.of(caller(false, Role.RECTOR), STUDENTS).all()).isTrue();
        assertThat(Reach.of(caller(true), STUDENTS).all()).isTrue();
    }

    @Test
    void whoHoldsNoneReachesNothing() {
        assertThat(Reach.of(caller(false, Role.SECRETARY), WRITE_ATTENDANCE, MANAGE_USERS))
                .isEqualTo(new Reach(false, Set.of()));
    }

    @Test
    void readingAllIsNotReadingOwnRows() {
        assertThat(READ_STUDENTS.grantedBy(Role.RECTOR.permissions())).isTrue();
        assertThat(READ_OWN_DATA.grantedBy(Role.RECTOR.permissions())).isFalse();
        assertThat(Reach.of(caller(false, Role.RECTOR), READ_OWN_DATA)).isEqualTo(new Reach(false, Set.of()));
    }
}
