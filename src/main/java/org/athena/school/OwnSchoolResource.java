package org.athena.school;

import static org.athena.platform.tenancy.Permission.CONFIG_INSTITUTION;
import static org.athena.platform.tenancy.Permission.WRITE_ALL;

import jakarta.enterprise.context.RequestScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;

import org.athena.platform.json.Merge;
import org.athena.platform.json.PatchOf;
import org.athena.platform.row.RowAnswer;
import org.athena.platform.tenancy.AuthContext;
import org.athena.platform.tenancy.Requires;
import org.athena.platform.tenancy.SchoolNeed;
import org.athena.platform.tenancy.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The school of the request, and its settings. */
@Path("/api/v1/schools/me")
@RequestScoped
@Transactional(rollbackOn = Exception.class)
@Tag(name = "school")
class OwnSchoolResource {

    private final AuthContext caller;
    private final RowAnswer answer;
    private final Merge merge;

    OwnSchoolResource(AuthContext caller, RowAnswer answer, Merge merge) {
        this.caller = caller;
        this.answer = answer;
        this.merge = merge;
    }

    @GET
    @SignedIn(school = SchoolNeed.REQUIRED)
    @Operation(operationId = "getOwnSchool", summary = "The school, with the settings that the caller may see")
    public RestResponse<OwnSchoolView> get() {
        School school = School.require(caller.schoolId());
        OwnSchoolView view =
                OwnSchoolView.of(school, SchoolSettings.require(school.id), caller.may(CONFIG_INSTITUTION));
        return answer.read(view.version(), view);
    }

    @PATCH
    @Path("/settings")
    @Requires({CONFIG_INSTITUTION, WRITE_ALL})
    @PatchOf(SettingsData.class)
    @Operation(operationId = "updateSettings", summary = "Changes the named settings; an object is replaced whole")
    public RestResponse<OwnSchoolView> update(ObjectNode patch) throws JsonProcessingException {
        School school = School.require(caller.schoolId());
        SchoolSettings settings = SchoolSettings.require(school.id);
        ObjectNode named = answer.require(OwnSchoolView.version(school, settings), patch);
        settings.apply(merge.apply(SettingsData.of(settings), named));
        SchoolSettings.flush();
        return answer.changed(OwnSchoolView.version(school, settings), OwnSchoolView.of(school, settings, true));
    }
}
