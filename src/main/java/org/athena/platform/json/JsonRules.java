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

/** Rules for JSON: snake case, no unknown and no repeated members, no conversion of types, and bounded sizes. */
@Singleton
class JsonRules implements ObjectMapperCustomizer {

    // Limits for a body of 256 KiB. The length of a text is declared on its field.
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
        // A merge patch is read as a tree first, where a double would lose digits.
        mapper.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        // An empty text must not become null or another default.
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
        // The native executable keeps every interned string for ever, and callers choose names. The limits are set
        // after this,
        // because setting them replaces the object that holds this setting.
        mapper.getFactory().disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxTokenCount(MAX_TOKENS)
                        .maxNumberLength(MAX_DIGITS)
                        .maxNameLength(MAX_NAME_CHARACTERS)
                        .build());
    }

    /** Runs after Jackson's own modules, because the last registered deserializer is used. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    /** Rules for enums and null values, which a module has no method for. */
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

    /** Accepts YYYY-MM-DD only. Java's own parser also accepts arrays, and years that PostgreSQL cannot store. */
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
