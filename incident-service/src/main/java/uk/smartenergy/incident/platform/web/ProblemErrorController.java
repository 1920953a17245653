package uk.smartenergy.incident.platform.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What went wrong outside of controllers and was sent to the container's error page. */
@Hidden
@Controller
class ProblemErrorController implements ErrorController {

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Problem problem;
        if (thrown instanceof Throwable throwable) {
            problem = Problems.of(throwable.getCause() != null ? throwable.getCause() : throwable);
        } else {
            // Without a status, somebody asked for this page itself.
            problem = Problems.ofStatus(status instanceof Integer code ? code : 404, null);
        }
        Problems.write(problem, null, response);
    }
}
