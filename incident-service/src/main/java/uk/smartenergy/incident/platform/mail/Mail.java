package uk.smartenergy.incident.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import uk.smartenergy.incident.api.communication.DeliveryId;
import uk.smartenergy.incident.api.communication.DeliveryOutcome;
import uk.smartenergy.incident.api.communication.Notice;

/** Sends updates as plain text by the configured mail server. */
public final class Mail {
    private static final Logger log = LoggerFactory.getLogger(Mail.class);

    private final @Nullable JavaMailSender sender;
    private final String from;

    /** @param sender {@code null}: no mail server is configured */
    Mail(@Nullable JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    public boolean isConfigured() {
        return sender != null;
    }

    /** The one mailbox that a text names, if it is a plain address and nothing else: no name beside it, no list, no header. */
    public static Optional<String> address(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            boolean plain = text.equals(address.getAddress()) && text.chars().allMatch(c -> c > ' ' && c < 127);
            return plain && text.length() <= 254 && text.indexOf('@') > 0 && !address.isGroup()
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (AddressException malformed) {
            return Optional.empty();
        }
    }

    /** Sends, within the time limits of the mail server's settings. */
    public DeliveryOutcome send(String to, DeliveryId id, Notice notice) {
        JavaMailSender server = sender;
        if (server == null) {
            return DeliveryOutcome.NOT_CONFIGURED;
        }
        try {
            MimeMessage message = server.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(to);
            helper.setSubject(notice.subject());
            helper.setText(notice.message(), false);
            message.setHeader("X-Delivery-Id", id.value());
            message.setHeader("Auto-Submitted", "auto-generated");
            server.send(message);
            return DeliveryOutcome.DELIVERED;
        } catch (MailException | MessagingException failed) {
            DeliveryOutcome outcome = outcome(failed);
            log.info("{} was not taken by the mail server: {}", id, outcome);
            return outcome;
        }
    }

    private static DeliveryOutcome outcome(Exception failed) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return DeliveryOutcome.TIMED_OUT;
            }
            if (cause instanceof MailSendException send
                    && !send.getFailedMessages().isEmpty()) {
                return send.getFailedMessages().values().stream()
                                .anyMatch(one -> hasCause(one, SocketTimeoutException.class))
                        ? DeliveryOutcome.TIMED_OUT
                        : DeliveryOutcome.REFUSED;
            }
            if (cause instanceof java.io.IOException) {
                return DeliveryOutcome.UNREACHABLE;
            }
        }
        return DeliveryOutcome.REFUSED;
    }

    private static boolean hasCause(Throwable failed, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
