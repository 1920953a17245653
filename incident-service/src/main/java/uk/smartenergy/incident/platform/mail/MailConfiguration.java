package uk.smartenergy.incident.platform.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** {@code SPRING_MAIL_HOST} and its like configure the server; without a host there is none. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {
    @Bean
    Mail mail(
            ObjectProvider<JavaMailSender> sender,
            @Value("${spring.mail.host:}") String host,
            @Value("${incident.mail.from:incidents@localhost}") String from) {
        return new Mail(host.isBlank() ? null : sender.getIfAvailable(), from);
    }
}
