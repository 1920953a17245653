package uk.smartenergy.incident.scenarios;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says to a server whatever it is told to, well-formed or not. */
final class RawHttp {

    private RawHttp() {}

    /** @param request with {@code \n} for the end of a line up to the blank line; sent as ISO-8859-1, so that a character is a byte */
    static Answer send(int port, String request) throws IOException {
        int end = request.indexOf("\n\n");
        String head = (end < 0 ? request : request.substring(0, end + 2)).replace("\n", "\r\n");
        String body = end < 0 ? "" : request.substring(end + 2);
        return send(port, (head + body).getBytes(StandardCharsets.ISO_8859_1));
    }

    static Answer send(int port, byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            try {
                socket.getOutputStream().write(request);
                socket.getOutputStream().flush();
            } catch (SocketException e) {
                // Refused before all was sent: the answer may still be there.
            }
            return parse(readAll(socket));
        }
    }

    private static byte[] readAll(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int read = socket.getInputStream().read(buffer); read >= 0; ) {
                all.write(buffer, 0, read);
                read = socket.getInputStream().read(buffer);
            }
        } catch (SocketException e) {
            // Reset after the answer, because not all of the request was read.
        }
        return all.toByteArray();
    }

    private static Answer parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.1 ") || end < 0) {
            return new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), bytes);
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : text.substring(0, end).split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(line.substring(0, colon), absent -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        byte[] body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
        if (String.join(",", headers.getOrDefault("Transfer-Encoding", List.of()))
                .contains("chunked")) {
            body = unchunked(new String(body, StandardCharsets.ISO_8859_1));
        }
        return new Answer(
                Integer.parseInt(text.substring(9, 12)), HttpHeaders.of(headers, (name, value) -> true), body);
    }

    private static byte[] unchunked(String body) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        while (true) {
            int line = body.indexOf("\r\n", at);
            if (line < 0) {
                return whole.toString().getBytes(StandardCharsets.ISO_8859_1);
            }
            int length = Integer.parseInt(body.substring(at, line).strip(), 16);
            if (length == 0) {
                return whole.toString().getBytes(StandardCharsets.ISO_8859_1);
            }
            whole.append(body, line + 2, Math.min(body.length(), line + 2 + length));
            at = line + 2 + length + 2;
        }
    }
}
