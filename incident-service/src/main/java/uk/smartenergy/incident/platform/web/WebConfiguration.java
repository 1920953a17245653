package uk.smartenergy.incident.platform.web;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.platform.messaging.Messages;

/** Wires what every HTTP face shares. The filters come after security's, so that only who is signed in is read and remembered. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebConfiguration {
    private static final int AFTER_SECURITY = 0;

    @Bean
    Sender sender(Messages messages) {
        return new Sender(messages);
    }

    @Bean
    AnswerStore answerStore(MongoDatabase database, Clock clock, AnswerSecrets secrets) {
        return new SecretsApart(new MongoAnswerStore(database, clock), secrets);
    }

    @Bean
    FilterRegistrationBean<BodyFilter> bodyFilter(WebSettings settings) {
        FilterRegistrationBean<BodyFilter> filter = new FilterRegistrationBean<>(new BodyFilter(settings));
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<RepeatFilter> repeatFilter(AnswerStore store, WebSettings settings) {
        FilterRegistrationBean<RepeatFilter> filter = new FilterRegistrationBean<>(new RepeatFilter(store, settings));
        filter.setOrder(AFTER_SECURITY + 1);
        return filter;
    }

    @Bean
    WebMvcConfigurer webFace(Clock clock, JsonMapper json) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Arguments(clock));
            }

            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
                Csv.Converter tables = new Csv.Converter(json);
                builder.addCustomConverter(tables).addCustomConverter(new ListsAsCsv(tables));
            }
        };
    }

    /** Requests that the container refuses before anybody else sees them are answered with problems too. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerProblems() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ContainerProblems.class.getName());
            }
        });
    }

    /** Replaces the container's error page; public because the container makes it. */
    public static final class ContainerProblems extends ErrorReportValve implements Valve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                Problems.write(Problems.ofStatus(status, null), null, response);
            } catch (IOException | IllegalStateException gone) {
                // Nobody is there to be told.
                return;
            }
        }
    }
}
