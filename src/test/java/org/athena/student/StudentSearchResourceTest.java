package org.athena.student;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;

import org.athena.testing.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.test.junit.QuarkusTest;

/** Finding students by what people type, and the order of a class list. */
@QuarkusTest
class StudentSearchResourceTest extends Students {

    private int number;

    private void add(String first, String last, String second) {
        create("""
                {"document_type":"TI","document_number":"10%02d","first_name":"%s","last_name":"%s","second_last_name":%s}""".formatted(++number, first, last, second == null ? "null" : '"' + second + '"'))
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Busca, Ana | Ana Busca",
                "busca,ana | Ana Busca",
                "J.R. | J.R. Gil",
                "J. R. | J.R. Gil",
                "JR | J.R. Gil",
                "O\u2019Neill | Luz O'Neill",
                "o'neill | Luz O'Neill",
                "ONeill | Luz O'Neill",
                "O Neill | Luz O'Neill",
                "Pérez Gómez | Eva Pérez-Gómez",
                "perez-gomez | Eva Pérez-Gómez",
                "nunez | Iván Ñúñez",
                "soren | Søren Łoś",
                "Søren Los | Søren Łoś",
                "ＳＯＲＥＮ | Søren Łoś",
                "1.001 | Ana Busca",
                "001001 | Ana Busca",
                "0000001001 | Ana Busca",
                "TI 01.001 | Ana Busca",
                "T.I. 1001 | Ana Busca",
                "TI1001 | Ana Busca",
                "１００１ | Ana Busca",
                "00 1001 | Ana Busca",
                "a b c ana busca 1001 10 | ",
                "ana busca a b 1001 10 01 | Ana Busca"
            })
    void punctuationAccentsAndTheKindOfApostropheDoNotMatter(String typed, String found) {
        add("Ana", "Busca", null);
        add("J.R.", "Gil", null);
        add("Luz", "O\u2018Neill", null);
        add("Eva", "Pérez-Gómez", null);
        add("Iván", "Ñúñez", null);
        add("Ｓøren", "Łoś", null);
        Api.as(school, "secretary")
                .queryParam("q", typed)
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items.full_name", equalTo(found == null ? List.of() : List.of(found)));
    }

    /** A seventh word counts like the first. */
    @Test
    void everyWordCounts() {
        add("Ana", "Busca", null);
        for (String typed : List.of("a a a a a a zzz", ".", "'", "%", "_")) {
            Api.as(school, "secretary")
                    .queryParam("q", typed)
                    .get(PATH)
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(0));
        }
    }

    @Test
    void accentsAndCaseOfTheFirstSurnameNeverOutrankTheSecond() {
        add("Ana", "Perez", "Castro");
        add("Ana", "Perez", "Zuniga");
        add("Ana", "PEREZ", "Blanco");
        add("Ana", "Pérez", "Abad");
        add("Zoe", "Perez", null);
        add("Ana", "Perez Abad", null);
        add("Ana", "Nuñez", null);
        add("Ana", "Nunzio", null);
        add("Ana", "Ñáñez", null);
        add("Ana", "Ortiz", null);
        add("álvaro", "Perez", "Castro");
        Api.as(school, "secretary")
                .get(PATH)
                .then()
                .body(
                        "items.full_name",
                        contains(
                                "Ana Nunzio",
                                "Ana Nuñez",
                                "Ana Ñáñez",
                                "Ana Ortiz",
                                "Zoe Perez",
                                "Ana Pérez Abad",
                                "Ana PEREZ Blanco",
                                "álvaro Perez Castro",
                                "Ana Perez Castro",
                                "Ana Perez Zuniga",
                                "Ana Perez Abad"));
        Api.as(school, "secretary")
                .queryParam("sort", "first_name")
                .queryParam("q", "perez castro")
                .get(PATH)
                .then()
                .body("items.full_name", contains("álvaro Perez Castro", "Ana Perez Castro"));
    }
}
