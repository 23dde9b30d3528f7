package org.athena.platform.page;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Writes an error of the page into the log of the service, as one line. Nobody is named: whoever sent it need not be known. */
@Singleton
class PageErrorLog {

    private static final Logger LOG = Logger.getLogger(PageErrorLog.class);

    private final ObjectWriter json;
    private final MeterRegistry registry;

    PageErrorLog(ObjectMapper mapper, MeterRegistry registry) {
        this.json = mapper.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
        this.registry = registry;
    }

    /** Registered at the start, so that a scrape shows the first error as an increase. */
    void register(@Observes StartupEvent event) {
        errors();
    }

    void write(PageError error) throws JsonProcessingException {
        errors().increment();
        LOG.warnf("page error %s", line(error.masked()));
    }

    /** Only printable ASCII is left: no line break, and nothing that changes how a terminal shows the line. */
    private String line(PageError error) throws JsonProcessingException {
        return json.writeValueAsString(error).replace("\u007f", "\\u007f");
    }

    private Counter errors() {
        return Counter.builder("athena.page.errors")
                .description("Errors that pages reported")
                .register(registry);
    }
}
