package org.athena.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.athena.testing.CountingProxy;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Neither the answer nor the work for it tells who has an account, here or at Supabase. */
@QuarkusTest
class SameWorkResourceTest extends People {

    private static final List<String> CALLS = List.of(
            CREATE,
            "GET /auth/v1/admin/users/{id}",
            "PUT /auth/v1/admin/users/{id}",
            "POST /auth/v1/recover",
            "POST /auth/v1/invite");

    /**
     * @param turns to the database
     * @param calls to Supabase, in the order of {@link #CALLS}
     * @param status the answer's
     * @param members the names of the members of the answer
     */
    private record Work(int turns, List<Integer> calls, int status, Set<Object> members) {}

    @Test
    void everyEMailGetsTheSameWorkAndTheSameAnswer() {
        String known = email(schools.second().person("teacher"));
        supabase.account(schools.second().person("teacher"), known, PASSWORD);
        String atSupabase = email();
        supabase.account(UUID.randomUUID(), atSupabase, PASSWORD);
        add(email(), "teacher").then().statusCode(201);
        Work forNew = work(email());
        assertThat(forNew.calls()).containsExactly(1, 1, 0, 1, 0);
        assertThat(work(known)).isEqualTo(forNew);
        assertThat(work(atSupabase)).isEqualTo(forNew);
    }

    private Work work(String email) {
        int turns = CountingProxy.turns();
        List<Integer> calls = calls();
        Response added = add(email, "teacher");
        List<Integer> after = calls();
        return new Work(
                CountingProxy.turns() - turns,
                Stream.iterate(0, i -> i + 1)
                        .limit(CALLS.size())
                        .map(i -> after.get(i) - calls.get(i))
                        .toList(),
                added.statusCode(),
                Set.copyOf(added.jsonPath().getMap("").keySet()));
    }

    private List<Integer> calls() {
        return CALLS.stream().map(supabase::calls).toList();
    }
}
