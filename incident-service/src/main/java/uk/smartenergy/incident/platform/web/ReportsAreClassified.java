package uk.smartenergy.incident.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import uk.smartenergy.incident.api.incident.IncidentQuery.GetNarrowestClassification;
import uk.smartenergy.incident.api.shared.Viewer;
import uk.smartenergy.incident.platform.messaging.Messages;

/**
 * Every report says its classification: its own, or else the narrowest of the Incidents that its reader may see, since any of them may be in its
 * figures. Other members are as the controller answered them; a table says it in the header {@code Classification}, as does every report.
 */
@ControllerAdvice
final class ReportsAreClassified implements ResponseBodyAdvice<Object> {
    private static final String REPORTS = "/api/v1/reports/";
    private static final String MEMBER = "classification";

    private final Messages messages;
    private final JsonMapper json;

    ReportsAreClassified(Messages messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!request.getURI().getPath().startsWith(REPORTS)
                || !(request.getPrincipal() instanceof Authentication signedIn)
                || !(signedIn.getPrincipal() instanceof Viewer viewer)) {
            return body;
        }
        String classification =
                messages.glance(new GetNarrowestClassification(viewer)).name();
        response.getHeaders().set("Classification", classification);
        if (body instanceof Record && MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
            JsonNode tree = json.valueToTree(body);
            if (tree instanceof ObjectNode report && !report.has(MEMBER)) {
                return report.put(MEMBER, classification);
            }
        }
        return body;
    }
}
