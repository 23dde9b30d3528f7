package org.athena.platform.json;

import java.io.IOException;
import java.util.Collection;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;

/**
 * Refuses a list of thousands before it is validated: what is wrong with each of its elements would be many times what was sent.
 * How long a list may be is said by its field; none of ours comes near this bound.
 */
class BoundedLists extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;
    private static final int MAX_ELEMENTS = 1_000;

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config, CollectionType type, BeanDescription description, JsonDeserializer<?> lists) {
        // What a caller makes up has a bound in bytes, and Jackson reads it in a way of its own.
        return type.getContentType().isJavaLangObject() ? lists : new Bounded(lists);
    }

    private static class Bounded extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;

        Bounded(JsonDeserializer<?> lists) {
            super(lists);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> lists) {
            return new Bounded(lists);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Object list = super.deserialize(parser, context);
            return list instanceof Collection<?> elements && elements.size() > MAX_ELEMENTS
                    ? context.reportInputMismatch(this, "more than %d elements", MAX_ELEMENTS)
                    : list;
        }
    }
}
