package org.athena.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

import org.athena.platform.problem.FaultCode;
import org.athena.platform.sheet.cells.CellFault;

/** Faults as sentences in Spanish, for the people who mend files. */
public final class FaultSentences {

    /** Also named in {@code quarkus.native.resources.includes}. */
    private static final String FILE = "/faults_es.properties";

    private final Properties sentences = new Properties();

    public FaultSentences() {
        try (InputStream bytes = FaultSentences.class.getResourceAsStream(FILE)) {
            sentences.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence of the code; for a code without one, that the value is not valid. */
    public String spanish(CellFault fault) {
        String sentence = sentences.getProperty(fault.code(), sentences.getProperty(FaultCode.INVALID.word()));
        for (Map.Entry<String, Object> param : fault.params().entrySet()) {
            sentence = sentence.replace("{" + param.getKey() + "}", words(param.getValue()));
        }
        return sentence;
    }

    private static String words(Object value) {
        return value instanceof Collection<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }
}
