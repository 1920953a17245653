package uk.smartenergy.incident.platform.eventstore;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A wire between driver and server that can be cut, also between a stored append and its reply. */
final class FaultyWire implements AutoCloseable {
    enum Mode {
        /** All goes through. */
        WHOLE,
        /** Connections are closed at once. */
        CUT,
        /** Nothing goes through, and nobody is told. */
        SILENT,
        /** The server hears all and its replies to appends get lost with the connection. */
        REPLIES_CUT,
        /** The server hears all and its replies to appends get lost silently. */
        REPLIES_SILENT
    }

    private final ServerSocket listener;
    private final int target;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger lostReplies = new AtomicInteger();
    private volatile Mode mode = Mode.WHOLE;
    private volatile Predicate<Integer> which = number -> true;
    private final AtomicInteger appends = new AtomicInteger();

    FaultyWire(String uri) throws IOException {
        target = URI.create(uri).getPort();
        listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String uri() {
        return "mongodb://127.0.0.1:" + listener.getLocalPort();
    }

    void mode(Mode value) {
        mode = value;
        if (value == Mode.CUT) {
            open.forEach(FaultyWire::closeQuietly);
        }
    }

    /** Loses only the replies to some appends, by their number. */
    void loseReplies(Mode value, Predicate<Integer> some) {
        which = some;
        mode(value);
    }

    int lostReplies() {
        return lostReplies.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (mode == Mode.CUT) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                Connection connection = new Connection(client, server);
                Thread.ofPlatform().daemon().start(connection::requests);
                Thread.ofPlatform().daemon().start(connection::replies);
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private final class Connection {
        private final Socket client;
        private final Socket server;
        private volatile boolean loseNext;

        Connection(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void requests() {
            pump(client, server, message -> {
                if (isAppend(message) && (mode == Mode.REPLIES_CUT || mode == Mode.REPLIES_SILENT)) {
                    loseNext = which.test(appends.incrementAndGet());
                }
                return mode != Mode.SILENT;
            });
        }

        void replies() {
            pump(server, client, message -> {
                if (loseNext) {
                    loseNext = false;
                    lostReplies.incrementAndGet();
                    if (mode != Mode.REPLIES_SILENT) {
                        close();
                    }
                    return false;
                }
                return mode != Mode.SILENT;
            });
        }

        private void pump(Socket from, Socket to, Predicate<byte[]> passes) {
            try {
                DataInputStream in = new DataInputStream(from.getInputStream());
                OutputStream out = to.getOutputStream();
                while (true) {
                    byte[] message = read(in);
                    if (passes.test(message)) {
                        out.write(message);
                        out.flush();
                    }
                }
            } catch (IOException e) {
                close();
            }
        }

        private void close() {
            closeQuietly(client);
            closeQuietly(server);
            open.remove(client);
            open.remove(server);
        }
    }

    private static byte[] read(DataInputStream in) throws IOException {
        byte[] length = in.readNBytes(4);
        if (length.length < 4) {
            throw new EOFException();
        }
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] message = new byte[size];
        System.arraycopy(length, 0, message, 0, 4);
        in.readFully(message, 4, size - 4);
        return message;
    }

    private static boolean isAppend(byte[] message) {
        String text = new String(message, 0, Math.min(message.length, 100), StandardCharsets.ISO_8859_1);
        return text.contains("insert\0\u0007\0\0\0events\0");
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        open.forEach(FaultyWire::closeQuietly);
    }
}
