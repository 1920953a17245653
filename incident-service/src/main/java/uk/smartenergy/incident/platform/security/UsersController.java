package uk.smartenergy.incident.platform.security;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.platform.web.Asker;
import uk.smartenergy.incident.platform.web.Body;
import uk.smartenergy.incident.platform.web.Creates;
import uk.smartenergy.incident.platform.web.Faults;
import uk.smartenergy.incident.platform.web.Field;
import uk.smartenergy.incident.platform.web.Filled;
import uk.smartenergy.incident.platform.web.Form;
import uk.smartenergy.incident.platform.web.Repeat;
import uk.smartenergy.incident.platform.web.Versions;

/** Users, for administrators. */
@Tag(name = "Users", description = "Who may sign in. For administrators.")
@RestController
@RequestMapping("/api/v1/users")
final class UsersController {
    private static final String NAME_FORM = "[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}";

    private static final Field<String> NAME = Field.line("name", 64, "What the user signs in with; it never changes.")
            .mapIf(
                    name -> Optional.of(name).filter(n -> n.matches(NAME_FORM)),
                    "must begin with a letter or digit and have at most 64 letters, digits, and . _ @ + -")
            .eg("ada.desk")
            .must();
    private static final Field<String> PASSWORD = Field.text(
                    "password", 72, "8 characters or more, and at most 72 bytes in UTF-8.")
            .mapIf(
                    password -> Optional.of(password)
                            .filter(p -> p.codePointCount(0, p.length()) >= Passwords.LEAST)
                            .filter(Passwords::fits),
                    "must have at least 8 characters and at most 72 bytes")
            .eg("a long enough password");
    private static final Field<String> NEW_PASSWORD = PASSWORD.must();
    private static final Field<List<Role>> ROLES = Field.list(
                    Field.choice("roles", Role.class, "What the user is here to do; at least one."), 7)
            .mapIf(roles -> Optional.of(roles).filter(r -> !r.isEmpty()), "must have at least one role")
            .eg(List.of("DCC_STAFF"))
            .must();
    private static final Field<String> PARTY = Field.line(
            "party",
            120,
            "The party or service provider the user belongs to; required for SERVICE_PROVIDER and INCIDENT_PARTY.");
    private static final Field<Boolean> CLEARED = Field.flag(
                    "cleared", "Whether the user is security-cleared, that is may see what is RED; default false.")
            .eg(false);

    static final Form NEW = Form.of("NewUser", NAME, NEW_PASSWORD, ROLES, PARTY, CLEARED);
    static final Form CHANGED = Form.of("ChangedUser", PASSWORD, ROLES, PARTY, CLEARED);

    private final Users users;

    UsersController(Users users) {
        this.users = users;
    }

    /** A user as shown: never with the password or its hash. */
    record UserView(String name, List<Role> roles, @Nullable String party, boolean cleared) {
        static UserView of(User user) {
            return new UserView(user.name(), user.roles(), user.party(), user.cleared());
        }
    }

    record UserList(List<UserView> items, @Nullable String nextCursor, long total) {}

    @Operation(summary = "Add a user")
    @Creates
    @PostMapping
    ResponseEntity<UserView> addUser(Asker asker, Body body) {
        Filled in = body.as(NEW, UsersController::partyIsThere);
        Repeat repeat = asker.repeat();
        User user = users.add(
                in.need(NAME),
                in.need(NEW_PASSWORD),
                in.need(ROLES),
                in.get(PARTY),
                in.or(CLEARED, false),
                repeat == null ? null : repeat.mark());
        URI location = UriComponentsBuilder.fromPath("/api/v1/users/{name}").build(user.name());
        return ResponseEntity.created(location)
                .eTag(Versions.tag(user.version()))
                .body(UserView.of(user));
    }

    @Operation(summary = "All users")
    @GetMapping
    UserList findUsers() {
        List<UserView> all = users.all().stream().map(UserView::of).toList();
        return new UserList(all, null, all.size());
    }

    @Operation(summary = "One user")
    @GetMapping("/{name}")
    ResponseEntity<UserView> getUser(@PathVariable String name) {
        return answer(users.get(name));
    }

    @Operation(
            summary = "Change a user",
            description =
                    "Roles, party and clearance become what the body says; the password stays unless one is given.")
    @PutMapping("/{name}")
    ResponseEntity<UserView> changeUser(@PathVariable String name, Asker asker, Body body) {
        Filled in = body.as(CHANGED, UsersController::partyIsThere);
        return answer(users.change(
                name, in.get(PASSWORD), in.need(ROLES), in.get(PARTY), in.or(CLEARED, false), asker.expectedVersion()));
    }

    @Operation(summary = "Remove a user", description = "The first administrator stays.")
    @DeleteMapping("/{name}")
    ResponseEntity<Void> removeUser(@PathVariable String name) {
        users.remove(name);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<UserView> answer(User user) {
        return ResponseEntity.ok().eTag(Versions.tag(user.version())).body(UserView.of(user));
    }

    private static void partyIsThere(Filled in, Faults faults) {
        List<Role> roles = in.all(ROLES);
        if (in.get(PARTY) == null && (roles.contains(Role.SERVICE_PROVIDER) || roles.contains(Role.INCIDENT_PARTY))) {
            faults.add("/party", "is required for SERVICE_PROVIDER and INCIDENT_PARTY");
        }
    }
}
