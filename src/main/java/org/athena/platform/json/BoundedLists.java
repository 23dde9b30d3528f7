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
 * Refuses a list with thousands of elements before the validation, whose faults could be many times larger than the request. The
 * allowed length is declared on each field, and is always far below this limit.
 */
class BoundedLists extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;
    private static final int MAX_ELEMENTS = 1_000;

    @Override
    public JsonDeserializer<?> modifyCollectionDeserializer(
            DeserializationConfig config, CollectionType type, BeanDescription description, JsonDeserializer<?> lists) {
        // Free-form JSON is bounded by its size in bytes, and Jackson reads it in a special way.
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
