package uk.smartenergy.incident.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Every exception of a controller, and Spring's own, becomes a problem here. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    @ExceptionHandler(Throwable.class)
    void answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Problems.isClientGone(thrown)) {
            return;
        }
        if (thrown instanceof AnsweredBefore before) {
            before.answer().writeTo(response);
            return;
        }
        Problems.write(Problems.of(thrown), request, response);
    }
}
