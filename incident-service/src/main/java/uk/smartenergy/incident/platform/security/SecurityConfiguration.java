package uk.smartenergy.incident.platform.security;

import com.mongodb.client.MongoDatabase;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.platform.web.Described;
import uk.smartenergy.incident.platform.web.FileTokens;
import uk.smartenergy.incident.platform.web.Problem;
import uk.smartenergy.incident.platform.web.Problems;
import uk.smartenergy.incident.platform.web.Standing;

/** Wires users and the filter chain: HTTP Basic, no sessions, the table of {@link Permissions}, and problems for answers. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    UserStore userStore(Environment environment, ObjectProvider<MongoDatabase> database) {
        if (!environment.getProperty("mongodb.uri", "").isBlank()) {
            return new MongoUserStore(database.getObject());
        }
        // With the embedded server comes the lock on the folder, so that no other process writes to the file.
        database.getIfAvailable();
        return new FileUserStore(Path.of(environment.getProperty("incident.data-dir", "./incident-data")));
    }

    @Bean
    Users users(
            UserStore store,
            Clock clock,
            @Value("${incident.admin-password:}") String firstPassword,
            @Value("${incident.security.bcrypt-strength:10}") int strength) {
        Users users = new Users(
                store, new Passwords(strength), new RecentSignIns(clock), new FailedSignIns(clock), firstPassword);
        users.prepare();
        return users;
    }

    @Bean
    Standing standing(UserStore store) {
        return new UsersStanding(store, System::nanoTime);
    }

    @Bean
    UsersController usersController(Users users) {
        return new UsersController(users);
    }

    @Bean
    Described describedUsers() {
        return new Described(Map.of("addUser", UsersController.NEW, "changeUser", UsersController.CHANGED), Map.of());
    }

    @Bean
    StartMessage startMessage(Users users, Environment environment) {
        return new StartMessage(users, environment, System.out);
    }

    @Bean
    SecurityFilterChain filterChain(HttpSecurity http, Users users, ObjectProvider<FileTokens> tokens, Clock clock)
            throws Exception {
        http.authenticationManager(new ProviderManager(users))
                .addFilterBefore(
                        new TokenFilter(
                                tokens.stream().toList(), new FailedSignIns(clock), SecurityConfiguration::signInFirst),
                        BasicAuthenticationFilter.class)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable)
                .logout(LogoutConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives("default-src 'self'; style-src 'self' 'unsafe-inline';"
                                + " img-src 'self' data:; frame-ancestors 'none'; form-action 'self'")))
                .httpBasic(basic -> basic.authenticationEntryPoint(SecurityConfiguration::signInFirst))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(SecurityConfiguration::signInFirst)
                        .accessDeniedHandler((request, response, denied) ->
                                Problems.write(Problems.ofStatus(403, null), request, response)))
                .authorizeHttpRequests(requests -> {
                    for (Permissions.Rule rule : Permissions.table()) {
                        var matched = requests.requestMatchers(matchers(rule));
                        if (rule.isPublic()) {
                            matched.permitAll();
                        } else {
                            matched.hasAnyRole(
                                    rule.roles().stream().map(Role::name).toArray(String[]::new));
                        }
                    }
                    requests.anyRequest().authenticated();
                });
        return http.build();
    }

    private static RequestMatcher[] matchers(Permissions.Rule rule) {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        if (rule.method().equals("*")) {
            return new RequestMatcher[] {path.matcher(rule.pattern())};
        }
        List<RequestMatcher> matchers = new ArrayList<>();
        matchers.add(path.matcher(HttpMethod.valueOf(rule.method()), rule.pattern()));
        if (rule.method().equals("GET")) {
            matchers.add(path.matcher(HttpMethod.HEAD, rule.pattern()));
        }
        return matchers.toArray(RequestMatcher[]::new);
    }

    private static void signInFirst(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        Problem problem = switch (reason) {
            case TooManyFailures tooMany ->
                Problem.of(429, "TOO_MANY_FAILURES", "Too many attempts to sign in have failed; wait")
                        .with("Retry-After", String.valueOf(tooMany.duration().toSeconds() + 1));
            case AuthenticationServiceException away ->
                Problem.tryLater("STORE_AWAY", "The users cannot be reached", Duration.ofSeconds(5));
            default ->
                Problems.ofStatus(401, null).with("WWW-Authenticate", "Basic realm=\"incidents\", charset=\"UTF-8\"");
        };
        Problems.write(problem, request, response);
    }
}
