package uk.smartenergy.incident.platform.scratch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A map in a temporary file, for what would not fit in memory. It takes a few megabytes of memory however much it holds, may be used by several
 * threads, and is gone when closed. It is not for anything that must outlive the task.
 */
public final class ScratchMap implements AutoCloseable {
    private static final int CACHE_MEGABYTES = 4;
    private static final int WRITE_BUFFER_KILOBYTES = 2_048;

    private final Path file;
    private final MVStore store;
    private final MVMap<String, String> map;

    private ScratchMap(Path file) {
        this.file = file;
        this.store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .autoCommitBufferSize(WRITE_BUFFER_KILOBYTES)
                .open();
        this.map = store.openMap("scratch");
    }

    /** A new, empty one. */
    public static ScratchMap create() {
        try {
            Path file = Files.createTempFile("incident-scratch", ".mv");
            // The store wants to make it itself.
            Files.delete(file);
            return new ScratchMap(file);
        } catch (IOException noRoom) {
            throw new UncheckedIOException("There is no room for temporary files", noRoom);
        }
    }

    public @Nullable String get(String key) {
        return map.get(key);
    }

    public void put(String key, String value) {
        map.put(key, value);
    }

    /** @return what was there before; {@code null}: nothing was, and now this is */
    public @Nullable String putIfAbsent(String key, String value) {
        return map.putIfAbsent(key, value);
    }

    /** Takes away the value of the first key that begins so; {@code null}: there is none. */
    public @Nullable String takeFirst(String prefix) {
        String key = map.ceilingKey(prefix);
        return key == null || !key.startsWith(prefix) ? null : map.remove(key);
    }

    @Override
    public void close() {
        store.closeImmediately();
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new UncheckedIOException("A temporary file could not be deleted", left);
        }
    }
}
