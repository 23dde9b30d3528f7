package org.athena.platform.json;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.quarkus.jackson.ObjectMapperCustomizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

/** How JSON is read and written: snake case, nothing unknown, nothing twice, nothing guessed, nothing without end. */
@Singleton
class JsonRules implements ObjectMapperCustomizer {

    // Bounds for what becomes of 256 KiB. How long a text may be is said by its field.
    private static final int MAX_DEPTH = 50;
    private static final int MAX_TOKENS = 65_536;
    private static final int MAX_DIGITS = 400;
    private static final int MAX_NAME_CHARACTERS = 1_000;

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.setPropertyNamingStrategy(new OwnNames());
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        // A merge patch is read as a tree first, in which a double would have lost digits unseen.
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        // An empty text is an empty text, not the absence of something else.
        mapper.coercionConfigDefaults()
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                .setAcceptBlankAsEmpty(false);
        mapper.registerModule(new OwnRules()
                .addDeserializer(String.class, new PlainText())
                .addDeserializer(UUID.class, new CanonicalUuid())
                .addKeyDeserializer(Object.class, new PlainText.Name())
                .addKeyDeserializer(String.class, new PlainText.Name())
                .addDeserializer(Number.class, new ExactNumber())
                .addDeserializer(LocalDate.class, new Day())
                .setDeserializerModifier(new BoundedLists()));
        // The native executable keeps every interned string for ever, and callers make up names. The bounds come after
        // this, because setting them makes anew what has remembered it.
        mapper.getFactory().disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxTokenCount(MAX_TOKENS)
                        .maxNumberLength(MAX_DIGITS)
                        .maxNameLength(MAX_NAME_CHARACTERS)
                        .build());
    }

    /** After Jackson's own modules: the deserializer that is registered last wins. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /** Enums and nulls, for which a module has no method of its own. */
    private static class OwnRules extends SimpleModule {

        private static final long serialVersionUID = 1L;

        OwnRules() {
            setDeserializers(new EnumWords());
        }

        @Override
        public void setupModule(SetupContext context) {
            super.setupModule(context);
            context.addValueInstantiators(new NullRule());
        }
    }

    /** Only YYYY-MM-DD: Java's own form also has years that PostgreSQL cannot keep, and arrays. */
    private static class Day extends StdScalarDeserializer<LocalDate> {

        Day() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
            }
            try {
                return Dates.day(parser.getText());
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, parser.getText(), "is no date");
            }
        }
    }
}
