package uk.smartenergy.incident.scenarios;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A network between two programs that can be cut in two ways. Refused, connections are reset and new ones turned away. Swallowed, everything
 * seems to be connected and nothing arrives; when it is mended, what was under way arrives late, as it does in a real network.
 */
final class CuttableProxy implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition mended = lock.newCondition();
    private boolean swallowing;
    private ServerSocket server;

    CuttableProxy(int target) {
        this.target = target;
        this.server = listen(0);
        this.port = server.getLocalPort();
    }

    int port() {
        return port;
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            Thread.ofPlatform().daemon().start(() -> accept(listening));
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                sockets.add(client);
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(upstream);
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> pump(client, upstream));
                Thread.ofPlatform().daemon().start(() -> pump(upstream, client));
            } catch (IOException e) {
                // Closed, or the target is away: the next accept tells.
            }
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                waitWhileSwallowing();
                out.write(buffer, 0, read);
            }
            // An end is swallowed like everything else.
            waitWhileSwallowing();
        } catch (IOException e) {
            // The other side of the pair ends by the closing of both.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void waitWhileSwallowing() {
        lock.lock();
        try {
            while (swallowing) {
                mended.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** From now on connections are reset and refused. */
    void refuse() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(CuttableProxy::reset);
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // It had ended by itself.
        }
    }

    /** From now on nothing arrives, and nobody is told. */
    void swallow() {
        lock.lock();
        try {
            swallowing = true;
        } finally {
            lock.unlock();
        }
    }

    void mend() {
        lock.lock();
        try {
            swallowing = false;
            mended.signalAll();
        } finally {
            lock.unlock();
        }
        if (server.isClosed()) {
            server = listen(port);
        }
    }

    @Override
    public void close() {
        mend();
        refuse();
    }
}
