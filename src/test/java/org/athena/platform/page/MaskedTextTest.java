package org.athena.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;

import org.athena.testing.Tokens;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    no account for ana.ruiz+1@colegio.edu.co here | no account for [e-mail] here
                    "ñandú@colegio.co" | "[e-mail]"
                    mailto:ana%40colegio.co | mailto:[e-mail]
                    student 018f3c1e-7b7a-7c3e-9a51-2f6d0c9b4e10 is gone | student [id] is gone
                    GET /students/018F3C1E-7B7A-7C3E-9A51-2F6D0C9B4E10/piar | GET /students/[id]/piar
                    no student with TI 1020304050 | no student with TI [number]
                    CC 52.000.111, CC 1 020 304 050 | CC [number], CC [number]
                    RC １０２０３０４０５０ | RC [number]
                    300-123-4567 | [number]
                    /students?q=Ana%20Ruiz&page=2 failed | /students?q=[value]&page=[value] failed
                    /entrar#access_token=abc&type=invite | /entrar#access_token=[value]&type=[value]
                    key sb_secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz | key [token]
                    """)
    void whatMayIdentifySomebodyIsMasked(String text, String masked) {
        assertThat(MaskedText.of(text)).isEqualTo(masked);
    }

    @Test
    void aTokenIsMaskedWholeAndCutOff() {
        byte[] secret = new byte[32];
        String token = new Tokens("https://a.test/auth/v1", "HS256", null, new SecretKeySpec(secret, "HmacSHA256"))
                .of(UUID.randomUUID());
        assertThat(MaskedText.of("bad token " + token + ".")).matches("bad token \\[token]\\.?");
        assertThat(MaskedText.of("bad token " + token.substring(0, token.length() / 2)))
                .isEqualTo("bad token [token]");
        assertThat(MaskedText.of("x" + token.substring(3) + " y")).isEqualTo("[token] y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot read properties of undefined (reading 'items')",
                "    at StudentList (https://athena.example.org/assets/students-Bx12ab.js:1:152345)",
                "StudentList@https://athena.example.org/assets/students-Bx12ab.js:40:1523456",
                "No se guardó: el periodo 2 está cerrado. Puede reabrirlo rectoría.",
                "GET /students answered 503 after 12345 ms",
                "useSyncExternalStoreWithSelectorAndServerSnapshot",
                "const a = b?.c ?? d ? e : f",
                "/students/$id/guardians/$linkId"
            })
    void whatTellsOfTheErrorIsKept(String text) {
        assertThat(MaskedText.of(text)).isEqualTo(text);
    }

    @Test
    void noTextTakesLong() {
        for (String part : new String[] {"a", "1", "a.", "1 ", "a@", "a-1.", "?a=", "ey", "eyJ", "é", "%40a.", "0-"}) {
            String text = part.repeat(4_000 / part.length());
            Assertions.assertTimeout(Duration.ofSeconds(2), () -> MaskedText.of(text), part);
        }
    }

    @Test
    void nothingIsNothing() {
        assertThat(MaskedText.of(null)).isNull();
    }
}
