package org.athena.platform.json;

import java.util.Arrays;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.NullValueProvider;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.ValueInstantiators;
import com.fasterxml.jackson.databind.deser.std.StdValueInstantiator;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.util.AccessPattern;

/**
 * Refuses null in the service's own records, unless the field is {@link Clearable}. A field may still be left out; Jackson's own
 * {@code Nulls.FAIL} would refuse that too.
 */
class NullRule extends ValueInstantiators.Base {

    @Override
    public ValueInstantiator findValueInstantiator(
            DeserializationConfig config, BeanDescription type, ValueInstantiator instantiator) {
        boolean own = Record.class.isAssignableFrom(type.getBeanClass()) && OwnNames.own(type.getBeanClass());
        return own && instantiator instanceof StdValueInstantiator standard ? new OfRecord(standard) : instantiator;
    }

    private static class OfRecord extends StdValueInstantiator {

        private static final long serialVersionUID = 1L;

        OfRecord(StdValueInstantiator standard) {
            super(standard);
            if (_constructorArguments != null) {
                _constructorArguments = Arrays.stream(_constructorArguments)
                        .map(OfRecord::ruled)
                        .toArray(SettableBeanProperty[]::new);
            }
        }

        private static SettableBeanProperty ruled(SettableBeanProperty field) {
            return field.getAnnotation(Clearable.class) == null ? field.withNullProvider(new Refusal(field)) : field;
        }
    }

    private record Refusal(SettableBeanProperty field) implements NullValueProvider {

        @Override
        public Object getNullValue(DeserializationContext context) throws JsonMappingException {
            throw InvalidNullException.from(context, field.getFullName(), field.getType());
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return null;
        }

        @Override
        public AccessPattern getNullAccessPattern() {
            return AccessPattern.DYNAMIC;
        }
    }
}
