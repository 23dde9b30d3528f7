package org.athena.account;

import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Sort;

/** The part of a school that its name plate shows. */
@Entity
@Immutable
@Table(name = "schools")
class SchoolName extends PanacheEntityBase {

    /** As many as a list to choose from can hold; an installation with more searches in the platform routes. */
    private static final int MAX = 200;

    @Id
    public UUID id;

    public String name;

    @jakarta.persistence.Column(name = "is_active")
    public boolean active;

    static List<SchoolChoiceView> listActive() {
        return SchoolName.<SchoolName>find("active = true", Sort.by("name", "id")).page(0, MAX).stream()
                .map(school -> new SchoolChoiceView(school.id, school.name))
                .toList();
    }
}
