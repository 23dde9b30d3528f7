package org.athena.platform.json;

import java.io.IOException;
import java.util.Arrays;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;

/**
 * Reads an enum of the service from its exact name. Jackson would also accept numbers, surrounding spaces, and an empty text as
 * null.
 */
class EnumWords extends SimpleDeserializers {

    private static final long serialVersionUID = 1L;

    @Override
    public JsonDeserializer<?> findEnumDeserializer(
            Class<?> type, DeserializationConfig config, BeanDescription description) {
        return OwnNames.own(type) ? new Of(type) : null;
    }

    private static class Of extends StdScalarDeserializer<Object> {

        private static final long serialVersionUID = 1L;
        private final transient Object[] words;

        Of(Class<?> type) {
            super(type);
            words = type.getEnumConstants();
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return context.handleUnexpectedToken(handledType(), parser);
            }
            String text = parser.getText();
            Object word = Arrays.stream(words)
                    .filter(one -> ((Enum<?>) one).name().equals(text))
                    .findFirst()
                    .orElse(null);
            return word == null ? context.handleWeirdStringValue(handledType(), text, "is none of the words") : word;
        }
    }
}
