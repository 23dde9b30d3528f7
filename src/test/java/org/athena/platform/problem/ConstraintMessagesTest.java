package org.athena.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages of the constraints that requests use, in the language of the API on a machine of any language. */
class ConstraintMessagesTest {

    private static final Locale OF_THE_MACHINE = Locale.getDefault();

    record Request(
            @NotNull String missing,
            @NotBlank String blank,
            @NotEmpty List<String> empty,
            @Size(max = 80) String longText,
            @Size(min = 3, max = 320) String shortText,
            @Min(1) int low,
            @Max(99) int high,
            @DecimalMin("0") BigDecimal negative,
            @DecimalMax("100") BigDecimal large,
            @DecimalMax(value = "100", inclusive = false) BigDecimal hundred,
            @Digits(integer = 3, fraction = 2) BigDecimal exact,
            @Past LocalDate tomorrow) {}

    private static final Request WRONG = new Request(
            null,
            " ",
            List.of(),
            "a".repeat(81),
            "a",
            0,
            100,
            new BigDecimal("-1"),
            new BigDecimal("101"),
            new BigDecimal("100"),
            new BigDecimal("1.234"),
            LocalDate.now().plusDays(1));

    static Stream<Arguments> messages() {
        return Stream.of(
                Arguments.of("missing", "must have a value", "required", Map.of()),
                Arguments.of("blank", "must not be blank", "required", Map.of()),
                Arguments.of("empty", "must have at least one element", "too_few", Map.of("min", 1)),
                Arguments.of("longText", "must have at most 80 characters", "too_long", Map.of("max", 80)),
                Arguments.of("shortText", "must have 3 to 320 characters", "too_short", Map.of("min", 3, "max", 320)),
                Arguments.of("low", "must be at least 1", "too_small", Map.of("min", 1L)),
                Arguments.of("high", "must be at most 99", "too_large", Map.of("max", 99L)),
                Arguments.of("negative", "must be at least 0", "too_small", Map.of("min", "0")),
                Arguments.of("large", "must be at most 100", "too_large", Map.of("max", "100")),
                Arguments.of("hundred", "must be less than 100", "too_large", Map.of("max", "100")),
                Arguments.of(
                        "exact",
                        "must have at most 3 digits before the decimal point and 2 after it",
                        "too_many_decimals",
                        Map.of("integer", 3, "fraction", 2)),
                Arguments.of("tomorrow", "must be in the past", "not_in_the_past", Map.of()));
    }

    @AfterEach
    void back() {
        Locale.setDefault(OF_THE_MACHINE);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void saysWhatTheFieldMustBe(String field, String message, String code, Map<String, Object> params) {
        Locale.setDefault(new Locale("es"));
        try (ValidatorFactory validators = Validation.buildDefaultValidatorFactory()) {
            assertThat(validators.getValidator().validateProperty(WRONG, field))
                    .singleElement()
                    .satisfies(violation -> {
                        assertThat(violation.getMessage()).isEqualTo(message);
                        assertThat(ConstraintCode.of(violation)).isEqualTo(new ConstraintCode(code, params));
                    });
        }
    }
}
