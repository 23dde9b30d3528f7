package org.athena.platform.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

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

    public String spanish(CellFault fault) {
        String sentence = sentences.getProperty(fault.code().word());
        List<String> values = fault.values();
        for (int i = 0; i < values.size(); i++) {
            sentence = sentence.replace("{" + i + "}", values.get(i));
        }
        return sentence;
    }
}
