package org.athena.platform.migration.partition;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

/**
 * The yearly partitions of the tables that grow for ever: made before their year begins, detached when nobody asks for it any
 * more. Whatever is there already stays as it is, so both can be run again.
 *
 * @param owner the owner's connection, for which row level security does not count
 * @param report is told, a line for each partition, what was done
 */
public record YearPartitions(Connection owner, Consumer<String> report) {

    /**
     * Sees to it that there are partitions for these years.
     *
     * @param first the first year
     * @param last the last one
     * @throws SQLException when a table with the name of a partition is none, or somebody holds a lock for too long; partitions
     *     that were made until then stay
     */
    public void require(int first, int last) throws SQLException {
        for (int year = first; year <= last; year++) {
            for (YearPartition partition : YearPartition.of(year, owner)) {
                if (!partition.attached(owner)) {
                    make(partition);
                }
            }
        }
    }

    private void make(YearPartition partition) throws SQLException {
        ShortLocks locks = new ShortLocks(owner, partition.name());
        long moved = locks.in(() -> partition.make(owner));
        report.accept("made " + partition.name() + (moved == 0 ? "" : ", moved " + moved + " rows into it"));
    }

    /**
     * Moves the partitions of a year into the schema {@code athena_archive}, where the service does not reach them.
     *
     * @param year a year that is over
     * @param service the service's role, quoted
     * @throws IllegalArgumentException when there are none of that year, here or there
     * @throws SQLException when somebody holds a lock for too long; partitions that were detached until then stay so
     */
    public void detach(int year, String service) throws SQLException {
        List<YearPartition> partitions = YearPartition.of(year, owner);
        boolean known = false;
        for (YearPartition partition : partitions) {
            if (partition.attached(owner)) {
                detach(partition, service);
                known = true;
            } else if (partition.archived(owner)) {
                report.accept(partition.name() + " is in " + YearPartition.ARCHIVE + " already");
                known = true;
            }
        }
        if (!known) {
            throw new IllegalArgumentException("there are no partitions of " + year);
        }
    }

    private void detach(YearPartition partition, String service) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("create schema if not exists " + YearPartition.ARCHIVE);
        }
        ShortLocks locks = new ShortLocks(owner, partition.name());
        locks.in(() -> {
            partition.detach(owner, service);
            return 0;
        });
        report.accept("detached " + partition.name() + ": its " + partition.archivedRows(owner) + " rows are in "
                + YearPartition.ARCHIVE + "." + partition.name());
    }
}
