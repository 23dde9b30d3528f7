package org.athena.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.athena.platform.tenancy.SchoolNeed;
import org.athena.platform.tenancy.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a home screen shows of the school. */
@Path("/api/v1/schools/me/summary")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "home")
class SummaryResource {

    private final SummaryReading reading;

    SummaryResource(SummaryReading reading) {
        this.reading = reading;
    }

    @GET
    @SignedIn(school = SchoolNeed.REQUIRED)
    @Operation(
            operationId = "getSchoolSummary",
            summary =
                    "The school's figures for a home screen; each is absent for those who may not read what it counts",
            description =
                    "students and guardians need read:students; staff and invitations manage:users; recent_imports"
                            + " write:enrollment or write:all; year and period what listYears needs. recently_added counts"
                            + " today and the 29 days before, recent_imports today and the six days before, by the school's"
                            + " time zone. year and period are those to which today belongs. The figures are counted anew"
                            + " for each request.")
    public SummaryView get() {
        return reading.read();
    }
}
