package org.athena.platform.database;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * Gives Hibernate's query language {@code is_any_of(attribute, :array)}, PostgreSQL's {@code = any}. A statement with an array has
 * one form however many values there are, and it can use an index; {@code in} with a list has one form for each length.
 */
public class ArrayFunctions implements FunctionContributor {

    @Override
    public void contributeFunctions(FunctionContributions contributions) {
        contributions
                .getFunctionRegistry()
                .registerPattern(
                        "is_any_of",
                        "?1=any(?2)",
                        contributions
                                .getTypeConfiguration()
                                .getBasicTypeRegistry()
                                .resolve(StandardBasicTypes.BOOLEAN));
    }
}
