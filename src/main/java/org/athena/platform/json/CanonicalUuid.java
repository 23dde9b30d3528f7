package org.athena.platform.json;

import java.io.IOException;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

/** A UUID as text in its canonical form. Jackson would also accept base64, surrounding spaces, and an empty text as null. */
class CanonicalUuid extends StdScalarDeserializer<UUID> {

    private static final long serialVersionUID = 1L;

    CanonicalUuid() {
        super(UUID.class);
    }

    @Override
    public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (UUID) context.handleUnexpectedToken(UUID.class, parser);
        }
        String text = parser.getText();
        return Uuids.canonical(text).isPresent()
                ? Uuids.canonical(text).get()
                : (UUID) context.handleWeirdStringValue(UUID.class, text, "is not a UUID");
    }
}
