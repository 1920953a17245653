package uk.smartenergy.incident.communication;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Receives webhooks, keeps them, and answers as it was told. */
final class HookServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Got> all = new ArrayList<>();
    private final Map<String, Queue<Integer>> answers = new HashMap<>();
    private final Set<String> hanging = new HashSet<>();

    HookServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 50);
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    /** @param signature the header */
    record Got(String path, String id, String timestamp, String signature, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** The signature that whoever knows the secret makes. */
        String expected(String secret) {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                byte[] hash = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                return "v1," + Base64.getEncoder().encodeToString(hash);
            } catch (java.security.GeneralSecurityException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    /** The statuses of the next answers; 204 after them. */
    synchronized void answers(String path, Integer... statuses) {
        answers.put(path, new ArrayDeque<>(List.of(statuses)));
    }

    synchronized void hangs(String path) {
        hanging.add(path);
    }

    synchronized List<Got> got(String path) {
        return all.stream().filter(one -> one.path().equals(path)).toList();
    }

    List<String> texts(String path) {
        return got(path).stream()
                .map(one -> one.json().at("/data/text").asString())
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean hang;
        int status;
        synchronized (this) {
            all.add(new Got(
                    path,
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    body));
            hang = hanging.contains(path);
            Integer next = answers.getOrDefault(path, new ArrayDeque<>()).poll();
            status = next == null ? 204 : next;
        }
        if (hang) {
            try {
                closing.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        exchange.getResponseHeaders().set("Location", url("/redirected"));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        executor.shutdownNow();
    }
}
