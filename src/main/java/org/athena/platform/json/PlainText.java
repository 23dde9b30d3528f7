package org.athena.platform.json;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Accepts only text that can be stored unchanged. PostgreSQL does not store NUL, and the driver writes half of a surrogate pair
 * as a question mark.
 */
class PlainText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    PlainText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String text = parser.getText();
        return kept(text) ? text : (String) context.handleWeirdStringValue(String.class, text, "is not kept");
    }

    private static boolean kept(String text) {
        return text.codePoints()
                .allMatch(character -> character > 0 && Character.getType(character) != Character.SURROGATE);
    }

    /** The same for the names of members in free-form JSON. */
    static class Name extends KeyDeserializer {

        @Override
        public Object deserializeKey(String name, DeserializationContext context) throws IOException {
            return kept(name) ? name : context.handleWeirdKey(String.class, name, "is not kept");
        }
    }
}
