package org.athena.platform.migration.partition;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

/**
 * The yearly partitions of tables that grow for ever. They are created before their year begins, and detached when the year is no
 * longer needed. Both can be run again, because existing partitions are left as they are.
 *
 * @param owner the owner's connection, to which row level security does not apply
 * @param report receives a line for each partition
 */
public record YearPartitions(Connection owner, Consumer<String> report) {

    /**
     * Creates the missing partitions of these years.
     *
     * @param first the first year
     * @param last the last one
     * @throws SQLException when another table has the name of a partition, or a lock is held for too long; partitions created
     *     before stay
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
     * Moves the partitions of a year into the schema {@code athena_archive}, which the service cannot read.
     *
     * @param year a past year
     * @param service the service's role, quoted
     * @throws IllegalArgumentException when the year has no partitions, attached or detached
     * @throws SQLException when a lock is held for too long; partitions detached before stay detached
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
