package org.athena.compliance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.athena.platform.audit.AuditAction;
import org.athena.platform.audit.EntityNames;
import org.athena.platform.database.replica.Reports;
import org.athena.platform.limits.SchoolShares;
import org.athena.platform.paging.Filters;
import org.athena.platform.paging.Page;
import org.athena.platform.paging.PageQuery;
import org.athena.platform.paging.PageRequest;
import org.athena.platform.paging.QueryValue;
import org.athena.platform.paging.SortSpec;
import org.athena.platform.problem.FaultCode;
import org.athena.platform.problem.ProblemException;
import org.athena.platform.problem.Violation;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Permission;
import org.athena.platform.tenancy.Requires;
import org.athena.platform.tenancy.SchoolNeed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;

/** The school's audit log, newest first. A superadmin who does not name a school reads the entries that belong to no school. */
@Path("/api/v1/compliance/audit-log")
@RequestScoped
@Tag(name = "compliance")
class AuditLogResource {

    private static final SortSpec SORTS = new SortSpec(Map.of("created_at", List.of("createdAt")), "-created_at");

    private final AuthContext caller;
    private final Reports reports;
    private final SchoolShares shares;
    private final EntityNames entities;
    private final AuditNames names;

    AuditLogResource(AuthContext caller, Reports reports, SchoolShares shares, EntityNames entities, AuditNames names) {
        this.caller = caller;
        this.reports = reports;
        this.shares = shares;
        this.entities = entities;
        this.names = names;
    }

    @GET
    @Requires(value = Permission.READ_AUDIT_LOG, school = SchoolNeed.OPTIONAL)
    @Operation(
            operationId = "listAuditLog",
            summary = "Who did what in the school, the newest first",
            description = "Names are those of today, of people and rows that belong to the school. "
                    + "A superadmin who does not name a school gets the entries that belong to no school: who entered the"
                    + " installation, and whose account was changed. Nobody else sees these entries.")
    public Page<AuditEntryView> list(
            @BeanParam PageRequest page,
            @QueryParam("entity_type") @Parameter(description = "A table", schema = @Schema(ref = "AuditedTable"))
                    String entityType,
            @QueryParam("entity_id") @Parameter(schema = @Schema(maxLength = QueryValue.MAX_LENGTH)) String entityId,
            @QueryParam("actor_id") @Parameter(schema = @Schema(format = "uuid")) String actorId,
            @QueryParam("action") @Parameter(schema = @Schema(implementation = AuditAction.class)) String action,
            @QueryParam("from") @Parameter(description = "RFC 3339 time or day, inclusive") String from,
            @QueryParam("to") @Parameter(description = "RFC 3339 time or day, exclusive") String to)
            throws Exception {
        Optional<Instant> begin = new QueryValue("from", from).moment();
        Optional<Instant> end = new QueryValue("to", to).moment();
        if (begin.isPresent() && end.isPresent() && !begin.get().isBefore(end.get())) {
            throw ProblemException.invalid(new Violation("to", "query", "must be after from", FaultCode.BEFORE_START)
                    .with("other_field", "from"));
        }
        Filters filters = Filters.none()
                .equal("entityType", new QueryValue("entity_type", entityType).oneOf(entities.tables()))
                .equal("entityId", new QueryValue("entity_id", entityId).text())
                .equal("actorId", new QueryValue("actor_id", actorId).uuid())
                .equal(
                        "action",
                        new QueryValue("action", action).word(AuditAction.class).map(Enum::name))
                .where("createdAt >= :from", "from", begin)
                .where("createdAt < :to", "to", end);
        PageQuery query = page.by(SORTS);
        return shares.during(() ->
                reports.run(session -> named(session, query.of(session, lines(), filters, line -> line))));
    }

    private Page<AuditEntryView> named(Session session, Page<? extends AuditLine> page) {
        return new Page<>(names.of(session, List.copyOf(page.items())), page.page(), page.pageSize(), page.total());
    }

    /** Only a superadmin can get here without a school. */
    private Class<? extends AuditLine> lines() {
        return caller.school().isPresent() ? AuditEntry.class : PlatformEntry.class;
    }
}
