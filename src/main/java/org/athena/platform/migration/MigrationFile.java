package org.athena.platform.migration;

import java.io.Reader;
import java.io.StringReader;
import java.util.function.Supplier;

import org.flywaydb.core.api.resource.LoadableResource;

/** One migration in the form that Flyway reads. */
public final class MigrationFile extends LoadableResource {

    private final String name;
    private final Supplier<String> sql;

    /**
     * @param name its file name, {@code V0001__what_it_does.sql}
     * @param sql supplies its statements
     */
    MigrationFile(String name, Supplier<String> sql) {
        this.name = name;
        this.sql = sql;
    }

    /** The number in its name. */
    public int version() {
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    @Override
    public Reader read() {
        return new StringReader(sql.get());
    }

    @Override
    public String getFilename() {
        return name;
    }

    /** The name in the history. */
    @Override
    public String getRelativePath() {
        return name;
    }

    @Override
    public String getAbsolutePath() {
        return MigrationFiles.DIRECTORY + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return getAbsolutePath();
    }
}
