package uk.smartenergy.incident.platform.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import uk.smartenergy.incident.platform.web.Problem;

class DocumentFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            */*                                                   | HTML
            application/json                                      | JSON
            application/pdf                                       | PDF
            application/pdf;q=0.5, application/json               | JSON
            application/pdf, application/json;q=0.9               | PDF
            text/html, application/xhtml+xml, */*;q=0.8           | HTML
            */*, text/html;q=0                                    | JSON
            text/*                                                | HTML
            application/vnd.openxmlformats-officedocument.wordprocessingml.document | DOCX
            application/*;q=0.2, text/html;q=0.1                  | JSON
            """)
    void theFormatThatAcceptPrefersIsAnswered(String accept, DocumentFormat expected) {
        assertThat(accepted(accept)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"image/png", "application/pdf;q=0", "nonsense"})
    void whatIsNotAcceptableIsSaid(String accept) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> accepted(accept))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(406));
    }

    @Test
    void whoSaysNothingGetsTheUsual() {
        assertThat(DocumentFormat.accepted(new MockHttpServletRequest(), DocumentFormat.JSON))
                .isEqualTo(DocumentFormat.JSON);
    }

    private static DocumentFormat accepted(String accept) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept", accept);
        return DocumentFormat.accepted(request, DocumentFormat.HTML);
    }
}
