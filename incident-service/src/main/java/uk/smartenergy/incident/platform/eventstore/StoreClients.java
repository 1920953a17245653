package uk.smartenergy.incident.platform.eventstore;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;

/**
 * Clients that give up soon, so that a store that is away is noticed while somebody still waits. What a connection
 * string sets itself is kept, except for retried writes, which the engine does not need and not every server knows.
 */
public final class StoreClients {

    private static final int SELECTION_SECONDS = 2;
    private static final int CONNECT_SECONDS = 2;
    private static final int READ_SECONDS = 3;
    private static final int HEARTBEAT_SECONDS = 2;
    private static final int POOL_SIZE = 64;
    private static final String DEFAULT_DATABASE = "incident";

    private StoreClients() {}

    /** A client; it connects when it is first used. */
    public static MongoClient connect(String uri) {
        return MongoClients.create(settings(uri));
    }

    /** The database that a connection string names, or {@code incident}. */
    public static String databaseName(String uri) {
        String named = new ConnectionString(uri).getDatabase();
        return named == null ? DEFAULT_DATABASE : named;
    }

    static MongoClientSettings settings(String uri) {
        return MongoClientSettings.builder()
                .applicationName("incident-service")
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(READ_SECONDS, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(HEARTBEAT_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(POOL_SIZE).maxWaitTime(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyConnectionString(new ConnectionString(uri))
                .retryWrites(false)
                .build();
    }
}
