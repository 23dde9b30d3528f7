package org.athena.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.athena.platform.names.Document;
import org.athena.platform.names.DocumentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which names resemble that of a guardian under a restriction. */
class LookalikesTest {

    private static final UUID CLAUDIA = UUID.randomUUID();

    private final Lookalikes lookalikes = new Lookalikes().add(CLAUDIA, List.of("52"), List.of("Claudia Carmen Wills"));

    private Lookalikes.Alike of(String name) {
        return lookalikes.of(new Document(DocumentType.CC, "9"), name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wills, Carmen CLAUDIA",
                "CIaudia Carmen Wills",
                "Cłaudıa Carmen Wiłłs",
                "Cląưđïa Carmen Wılls",
                "Claudia Carrnen VViIIs",
                "Claudia Car\u0338men Wills"
            })
    void lettersThatLookAlikeAreTheSame(String name) {
        assertThat(of(name).byName()).containsExactly(CLAUDIA);
    }

    @Test
    void anotherNameIsNobody() {
        assertThat(of("Claudia Carmen Willes").isEmpty()).isTrue();
    }
}
