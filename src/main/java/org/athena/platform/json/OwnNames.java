package org.athena.platform.json;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;

/** Snake case for the service's own types. Types of a platform, such as the events of a function, keep their names. */
class OwnNames extends SnakeCaseStrategy {

    private static final long serialVersionUID = 1L;
    private static final String OURS = "org.athena.";

    @Override
    public String nameForField(MapperConfig<?> config, AnnotatedField field, String name) {
        return own(field, name);
    }

    @Override
    public String nameForGetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
        return own(method, name);
    }

    @Override
    public String nameForSetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
        return own(method, name);
    }

    @Override
    public String nameForConstructorParameter(MapperConfig<?> config, AnnotatedParameter parameter, String name) {
        return own(parameter, name);
    }

    private String own(AnnotatedMember member, String name) {
        return own(member.getDeclaringClass()) ? translate(name) : name;
    }

    /** Whether a type belongs to the service. */
    static boolean own(Class<?> type) {
        return type.getName().startsWith(OURS);
    }
}
