package org.athena.platform.json;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * A number in an object that callers make up. One with a fraction or an exponent is kept as a double (RFC 8259, section 6); where
 * the double is another number, the number is refused, because the next answer would tell another one.
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
