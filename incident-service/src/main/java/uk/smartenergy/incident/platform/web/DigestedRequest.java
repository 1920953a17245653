package uk.smartenergy.incident.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A request whose body is hashed while it streams by, and not held. */
final class DigestedRequest extends HttpServletRequestWrapper {
    private final ServletInputStream stream;
    private final MessageDigest digest = Hashes.sha256();

    DigestedRequest(HttpServletRequest request) throws IOException {
        super(request);
        ServletInputStream source = request.getInputStream();
        this.stream = new ServletInputStream() {
            @Override
            public int read() throws IOException {
                int read = source.read();
                if (read >= 0) {
                    digest.update((byte) read);
                }
                return read;
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                int read = source.read(target, from, length);
                if (read > 0) {
                    digest.update(target, from, read);
                }
                return read;
            }

            @Override
            public boolean isFinished() {
                return source.isFinished();
            }

            @Override
            public boolean isReady() {
                return source.isReady();
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("Bodies are read blocking");
            }
        };
    }

    /** The hash of all of the body; what nobody has read is read for it. */
    String hash() throws IOException {
        stream.transferTo(OutputStream.nullOutputStream());
        return Hashes.hex(digest.digest());
    }

    @Override
    public ServletInputStream getInputStream() {
        return stream;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
