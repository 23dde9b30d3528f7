package org.athena.platform.database;

import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.boot.model.FunctionContributor;
import org.hibernate.type.StandardBasicTypes;

/**
 * Gives Hibernate's query language {@code is_any_of(attribute, :array)}, PostgreSQL's {@code = any}, and {@code is_like_all(text,
 * :patterns)}, its {@code like all}, and {@code share_one(array, :texts)}, whether two arrays have a text in common. A statement with an array has one form however many values there are, and it can use an
 * index; {@code in} with a list has one form for each length.
 */
public class ArrayFunctions implements FunctionContributor {

    @Override
    public void contributeFunctions(FunctionContributions contributions) {
        register(contributions, "is_any_of", "?1=any(?2)");
        register(contributions, "is_like_all", "?1 like all(?2)");
        register(contributions, "share_one", "?1 && cast(?2 as text[])");
    }

    private static void register(FunctionContributions contributions, String name, String pattern) {
        contributions
                .getFunctionRegistry()
                .registerPattern(
                        name,
                        pattern,
                        contributions
                                .getTypeConfiguration()
                                .getBasicTypeRegistry()
                                .resolve(StandardBasicTypes.BOOLEAN));
    }
}
