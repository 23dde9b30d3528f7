package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.athena.platform.problem.ProblemCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantRulesTest {

    private static GrantRules rulesOf(String role) {
        return new GrantRules(
                new AuthContext(
                        UUID.randomUUID(),
                        "someone@example.org",
                        "Someone",
                        false,
                        false,
                        Optional.of(UUID.randomUUID()),
                        Optional.empty(),
                        List.of(),
                        Role.permissionsOf(Set.of(Role.of(role).orElseThrow())),
                        Optional.empty(),
                        "aal1"),
                null);
    }

    @ParameterizedTest
    @CsvSource({
        "coordinator,rector",
        "secretary,coordinator",
        "secretary,teacher",
        "teacher,secretary",
        "student,teacher"
    })
    void nobodyGrantsWhatTheyDoNotHold(String holder, String granted) {
        assertThatThrownBy(() -> rulesOf(holder).checkGrant(List.of(holder, granted)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.AUTH_FORBIDDEN);
                    assertThat(problem.violations().get(0).field()).isEqualTo("roles[1]");
                });
    }

    @ParameterizedTest
    @CsvSource({"rector", "coordinator", "secretary", "teacher", "student", "acudiente"})
    void aRectorGrantsEveryRoleOfASchool(String granted) {
        assertThatCode(() -> rulesOf("rector").checkGrant(List.of(granted))).doesNotThrowAnyException();
    }

    @Test
    void aRoleIsGrantedOnce() {
        assertThatThrownBy(() -> rulesOf("rector").checkGrant(List.of("teacher", "teacher")))
                .isInstanceOf(ProblemException.class);
    }
}
