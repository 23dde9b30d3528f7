package org.athena.platform.identity;

import java.util.List;

/** Values of every JSON type, as text, and text that is no value. None of them is right for a claim that is checked. */
final class JsonShapes {

    /** Strict JSON. */
    static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-1",
            "1.5",
            "-1.5",
            "1e-400",
            "1e400",
            "-1e400",
            "1e18",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "18446744073709551616",
            "9".repeat(30),
            "-" + "9".repeat(900),
            "\"\"",
            "\" \"",
            "\"0\"",
            "\"null\"",
            "\"true\"",
            "\"NaN\"",
            "\"" + "x".repeat(3_000) + "\"",
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"a\\nb\\r\\nc\"",
            "\"\\u202e\\u200b\"",
            "\"\ud83d\ude00ñ\"",
            "\"' or 1=1 --\"",
            "\"%s%n${HOME}{0}\"",
            "\"00000000-0000-0000-0000-00000000000\"",
            "\"1-1-1-1-1\"",
            "[]",
            "[null]",
            "[true,false]",
            "[0,-1,1e400]",
            "[\"\",\"rector\"]",
            "[[]]",
            "[[[null],{}],[]]",
            nested("[", 900, "]"),
            "[null,true,1.5,\"rector\",[],{}]",
            "{}",
            "{\"a\":null}",
            "{\"\":{\"\":[{}]}}",
            "{\"a\":\"rector\",\"roles\":[null],\"school_id\":1}",
            nested("{\"a\":", 300, "}"));

    /** What a strict reader refuses, wherever it stands. */
    static final List<String> NONSENSE = List.of(
            "",
            "NaN",
            "-Infinity",
            "undefined",
            "01",
            "+1",
            ".5",
            "1.",
            "1 2",
            "/**/1",
            "'a'",
            "\"unclosed",
            "\"\\x\"",
            "\"\\ud80\"",
            "\"\u0001\"",
            "\"a\nb\"",
            "[1,]",
            "[1",
            "{a:1}",
            "{\"a\":1,\"a\":1}",
            "9".repeat(1_200),
            nested("[", 1_200, "]"));

    private JsonShapes() {}

    private static String nested(String open, int times, String close) {
        return open.repeat(times) + "null" + close.repeat(times);
    }
}
