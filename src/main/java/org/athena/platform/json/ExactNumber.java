package org.athena.platform.json;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * A number in free-form JSON. A number with a fraction or an exponent is stored as a double (RFC 8259, section 6). If the double
 * would be a different number, the number is refused, because an answer would show another value.
 */
class ExactNumber extends StdScalarDeserializer<Number> {

    private static final long serialVersionUID = 1L;

    ExactNumber() {
        super(Number.class);
    }

    @Override
    public Number deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getNumberValue();
        }
        BigDecimal sent = parser.getDecimalValue();
        double kept = sent.doubleValue();
        boolean same = Double.isFinite(kept) && new BigDecimal(Double.toString(kept)).compareTo(sent) == 0;
        return same ? kept : (Number) context.handleWeirdNumberValue(Number.class, kept, "is not kept exactly");
    }
}
