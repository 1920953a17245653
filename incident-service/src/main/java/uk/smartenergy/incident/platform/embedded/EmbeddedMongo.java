package uk.smartenergy.incident.platform.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server of the MongoDB protocol inside this process, for trying, testing and running a small desk. It listens on
 * the loopback interface only, on a port of the system's choice.
 *
 * <p>With a folder it is durable: a write is answered after it has been written and forced to disk, so neither a
 * killed process nor a power cut loses what was acknowledged, and a reader never sees what could still be lost. One
 * process at a time may hold a folder.
 *
 * <p>It is not a substitute for MongoDB where data must be replicated, where several processes share it, or where
 * queries need more than {@code _id} and unique indexes: everything else is a scan.
 */
public final class EmbeddedMongo implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMongo.class);

    /** Handlers block until the disk has answered, so there are more of them than cores. */
    private static final int WORKERS = 16;

    private final @Nullable FolderLock lock;
    private final DurableBackend backend;
    private final MongoServer server;
    private final InetSocketAddress address;
    private boolean closed;

    private EmbeddedMongo(@Nullable FolderLock lock, DurableBackend backend) {
        this.lock = lock;
        this.backend = backend;
        this.server = new MongoServer(backend);
        this.server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, WORKERS);
        this.address = server.getLocalAddress();
    }

    /**
     * Opens the store of a folder, which is created where it is missing, and serves it.
     *
     * @param folder the data folder; nothing else should be kept in it
     * @throws DataFolderInUseException when another process, or another server in this one, holds the folder
     * @throws IllegalStateException when what lies in the folder cannot be read
     */
    public static EmbeddedMongo open(Path folder) {
        FolderLock lock = FolderLock.acquire(folder);
        try {
            DurableBackend backend =
                    DurableBackend.onDisk(folder.resolve("store.mv").toString());
            forceFolder(folder);
            return new EmbeddedMongo(lock, backend);
        } catch (MVStoreException e) {
            lock.close();
            throw new IllegalStateException("The data in " + folder.toAbsolutePath() + " cannot be read", e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Serves an empty store that is forgotten on {@link #close()}: for tests only. */
    public static EmbeddedMongo inMemory() {
        return new EmbeddedMongo(null, DurableBackend.inMemory());
    }

    /** Where clients in this process find the server, in the form the driver takes, without a database name. */
    public String connectionString() {
        return "mongodb://" + address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    /** Whether the store still takes writes; false for good once the disk has refused one. */
    public boolean isUsable() {
        return backend.isUsable();
    }

    /** Size of the data file in bytes; 0 in memory. */
    public long fileSize() {
        return backend.fileSize();
    }

    /** Stops serving, writes what is left, and gives the folder back. Further calls do nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            server.shutdownNow();
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
        LOG.info("The embedded server has stopped");
    }

    /** Without this a power cut could take back that the file was made. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("This system does not force folders", e);
        }
    }

    /** Creates the folder, so that a missing right shows at once and by name. */
    static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder.toAbsolutePath() + " cannot be created", e);
        }
    }
}
