package uk.smartenergy.incident.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.api.categorisation.Category;
import uk.smartenergy.incident.api.incident.IncidentId;

/** The published description: bodies and query strings from the very forms that read them, and every status that can come. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final List<String> TAGS = List.of(
            "Incidents",
            "Category disputes",
            "Communications",
            "Subscriptions",
            "Major Incident reports",
            "Planned Maintenance",
            "Problems",
            "Papers",
            "Reports",
            "Report register",
            "Policies",
            "Backtests",
            "Working Days",
            "Feed",
            "Users");
    private static final String PROBLEM = "#/components/schemas/Problem";

    static {
        Schema<?> category =
                new IntegerSchema().minimum(java.math.BigDecimal.ONE).maximum(java.math.BigDecimal.valueOf(5));
        Schema<?> id = new StringSchema().pattern("INC\\d{12}").example("INC000000294975");
        SpringDocUtils.getConfig()
                .replaceWithSchema(Category.class, category)
                .replaceWithSchema(IncidentId.class, id)
                .addRequestWrapperToIgnore(Arguments.TYPES.toArray(Class<?>[]::new));
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Incident management for GB smart metering")
                        .version("v1")
                        .description("""
                                Raise, categorise, resolve and report on Incidents. Every read takes `asOf` (when it was so) and \
                                `knownAt` (what was on record then). Faults are `application/problem+json` with a stable `code` and all \
                                faults at once. Every POST takes `Idempotency-Key`; every change takes `If-Match`. Lists and tables come as \
                                CSV for `Accept: text/csv`. Categories, targets and calendars are defaults: verify against the SEC in force.\
                                """))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic"))
                        .addSchemas("Problem", problem()));
    }

    /** In the order in which somebody new would read them. */
    @Bean
    OpenApiCustomizer tagsInOrder() {
        return api -> {
            if (api.getTags() != null) {
                api.getTags().sort(Comparator.comparingInt(OpenApiConfiguration::rank));
            }
        };
    }

    private static int rank(Tag tag) {
        int rank = TAGS.indexOf(tag.getName());
        return rank < 0 ? TAGS.size() : rank;
    }

    @Bean
    OperationCustomizer operations(List<Described> described) {
        Map<String, Form> bodies = new LinkedHashMap<>();
        Map<String, Form> queries = new LinkedHashMap<>();
        described.forEach(room -> {
            bodies.putAll(room.bodies());
            queries.putAll(room.queries());
        });
        return (operation, handler) -> {
            String name = handler.getMethod().getName();
            RequestMethod method = methodOf(handler);
            boolean post = method == RequestMethod.POST;
            Form body = bodies.get(name);
            if (body != null) {
                operation.requestBody(requestBody(body));
            }
            Form query = queries.get(name);
            if (query != null) {
                query.fields().forEach(field -> operation.addParametersItem(parameter(field)));
            }
            boolean conditional = takes(handler, Asker.class) && pathOf(handler).contains("{");
            if (post) {
                operation.addParametersItem(header(
                        "Idempotency-Key",
                        "1 to 200 printable characters; the same key and body give the first answer again."));
            }
            if (conditional) {
                operation.addParametersItem(header(
                        "If-Match",
                        "The version you have seen, such as \"3\"; refused with 412 if it no longer stands."));
            }
            answers(operation, method, handler, body != null, conditional);
            if (method == RequestMethod.GET) {
                alsoAsCsv(operation, handler);
            }
            return operation;
        };
    }

    private static void answers(
            Operation operation, RequestMethod method, HandlerMethod handler, boolean hasBody, boolean conditional) {
        ApiResponses responses = operation.getResponses();
        if (method == RequestMethod.POST && isCreation(handler)) {
            ApiResponse created = responses.remove("200");
            responses.addApiResponse(
                    "201",
                    (created == null ? new ApiResponse() : created)
                            .description("Created")
                            .addHeaderObject("Location", text("Where it is"))
                            .addHeaderObject("ETag", text("Its version")));
        } else if (method == RequestMethod.DELETE) {
            responses.remove("200");
            responses.addApiResponse("204", new ApiResponse().description("Removed"));
        } else if (conditional && responses.get("200") != null) {
            responses.get("200").addHeaderObject("ETag", text("The version that stands now"));
        }
        Map<String, String> problems = new LinkedHashMap<>();
        boolean changes = method != RequestMethod.GET;
        if (hasBody || takes(handler, Inquiry.class) || takes(handler, Asker.class)) {
            problems.put("400", "Unreadable or invalid; all faults at once");
        }
        problems.put("401", "Not signed in");
        problems.put("403", "Not allowed");
        if (pathOf(handler).contains("{")) {
            problems.put("404", "Not there, or not for you to know");
        }
        if (changes) {
            problems.put("409", "Not possible in the present state");
        }
        if (conditional) {
            problems.put("412", "If-Match names a version that no longer stands");
        }
        if (hasBody) {
            problems.put("413", "Too large");
            problems.put("415", "Not a media type that is taken");
        }
        if (method == RequestMethod.POST) {
            problems.put("422", "Idempotency-Key was used with another body");
        }
        problems.put("429", "Too many failed attempts to sign in");
        problems.put("503", "The store is away; see Retry-After");
        problems.forEach((status, description) -> responses.addApiResponse(
                status,
                new ApiResponse()
                        .description(description)
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref(PROBLEM))))));
    }

    private static void alsoAsCsv(Operation operation, HandlerMethod handler) {
        ResolvableType returned = ResolvableType.forMethodReturnType(handler.getMethod());
        ResolvableType answer = returned.resolve() == ResponseEntity.class ? returned.getGeneric(0) : returned;
        ApiResponse ok = operation.getResponses().get("200");
        if (ListsAsCsv.rowsOf(answer) != null && ok != null && ok.getContent() != null) {
            ok.getContent().addMediaType(Csv.TYPE_VALUE, new MediaType().schema(stringSchema()));
        }
    }

    private static Header text(String description) {
        return new Header().description(description).schema(stringSchema());
    }

    /** A controller that says where a created thing is. */
    private static boolean isCreation(HandlerMethod handler) {
        return handler.hasMethodAnnotation(Creates.class);
    }

    private static RequestBody requestBody(Form form) {
        MediaType media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + schemaName(form)));
        Map<String, Object> example = form.example();
        media.example(asTree(example == null ? Map.of() : example));
        return new RequestBody()
                .required(!form.needsNothing())
                .content(new Content().addMediaType("application/json", media));
    }

    private static Parameter parameter(Field<?> field) {
        Parameter parameter = new Parameter()
                .name(field.name())
                .in("query")
                .description(field.description())
                .required(field.required())
                .schema(schema(field.schema()));
        return field.schema().get("type") == "array"
                ? parameter.style(Parameter.StyleEnum.FORM).explode(true)
                : parameter;
    }

    private static Parameter header(String name, String description) {
        return new Parameter()
                .name(name)
                .in("header")
                .description(description)
                .required(false)
                .schema(stringSchema());
    }

    @Bean
    OpenApiCustomizer formSchemas(List<Described> described) {
        return api -> {
            Map<String, Form> byName = new LinkedHashMap<>();
            described.forEach(room -> room.bodies().values().forEach(form -> {
                Form other = byName.putIfAbsent(form.name(), form);
                if (other != null && !other.schema().equals(form.schema())) {
                    throw new IllegalStateException("Two different forms are named " + form.name());
                }
                api.getComponents().addSchemas(schemaName(form), schema(form.schema()));
            }));
        };
    }

    /** Apart from the names of what is answered. */
    private static String schemaName(Form form) {
        return form.name() + "Request";
    }

    private static Schema<?> stringSchema() {
        return schema(Map.of("type", "string"));
    }

    private static Schema<?> problem() {
        Map<String, Object> text = Map.of("type", "string");
        Map<String, Object> fault = Map.of("type", "object", "properties", Map.of("pointer", text, "message", text));
        return schema(Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "type", text,
                        "title", text,
                        "status", Map.of("type", "integer"),
                        "detail", text,
                        "code", text,
                        "errors", Map.of("type", "array", "items", fault)),
                "required",
                List.of("type", "title", "status", "detail", "code")));
    }

    private static Schema<?> schema(Map<String, Object> schema) {
        try {
            return Json31.mapper().readValue(JsonMapper.shared().writeValueAsString(resolved(schema)), Schema.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object asTree(Map<String, Object> example) {
        try {
            return Json31.mapper().readTree(JsonMapper.shared().writeValueAsString(example));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Words of the reference data are looked up when the description is made. */
    private static @Nullable Object resolved(@Nullable Object value) {
        return switch (value) {
            case Supplier<?> words -> resolved(words.get());
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, inner) -> copy.put(String.valueOf(key), resolved(inner)));
                yield copy;
            }
            case Iterable<?> items -> {
                java.util.ArrayList<@Nullable Object> copy = new java.util.ArrayList<>();
                for (Iterator<?> i = items.iterator(); i.hasNext(); ) {
                    copy.add(resolved(i.next()));
                }
                yield copy;
            }
            case null, default -> value;
        };
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.asList(handler.getMethod().getParameterTypes()).contains(type);
    }

    private static RequestMethod methodOf(HandlerMethod handler) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping == null || mapping.method().length == 0 ? RequestMethod.GET : mapping.method()[0];
    }

    private static String pathOf(HandlerMethod handler) {
        RequestMapping onType = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), RequestMapping.class);
        RequestMapping onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return (onType == null ? "" : String.join("", onType.path()))
                + (onMethod == null ? "" : String.join("", onMethod.path()));
    }
}
