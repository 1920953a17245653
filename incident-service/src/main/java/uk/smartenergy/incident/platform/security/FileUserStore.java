package uk.smartenergy.incident.platform.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.platform.messaging.StoreAway;

/** Users in a file that only its owner may read; every change is written beside it, forced to the disk, and then takes its place. */
final class FileUserStore implements UserStore {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private Map<String, User> users;

    FileUserStore(Path folder) {
        this.file = folder.resolve("users.json");
        try {
            Files.createDirectories(folder);
            this.users = read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The users in " + file + " cannot be read", unreadable);
        } catch (JacksonException damaged) {
            throw new IllegalStateException("The users in " + file + " cannot be understood", damaged);
        }
    }

    @Override
    public synchronized Optional<User> find(String name) {
        return Optional.ofNullable(users.get(name));
    }

    @Override
    public synchronized List<User> all() {
        return List.copyOf(users.values());
    }

    @Override
    public synchronized boolean add(User user) {
        if (users.containsKey(user.name())) {
            return false;
        }
        return put(user);
    }

    @Override
    public synchronized boolean replace(User user, long expectedVersion) {
        User standing = users.get(user.name());
        if (standing == null || standing.version() != expectedVersion) {
            return false;
        }
        return put(user);
    }

    @Override
    public synchronized boolean remove(String name) {
        Map<String, User> fewer = new TreeMap<>(users);
        if (fewer.remove(name) == null) {
            return false;
        }
        write(fewer);
        return true;
    }

    private boolean put(User user) {
        Map<String, User> more = new TreeMap<>(users);
        more.put(user.name(), user);
        write(more);
        return true;
    }

    private Map<String, User> read() throws IOException {
        Map<String, User> read = new TreeMap<>();
        if (Files.exists(file)) {
            JSON.readValue(Files.readAllBytes(file), new TypeReference<List<User>>() {})
                    .forEach(user -> read.put(user.name(), user));
        }
        return read;
    }

    private void write(Map<String, User> changed) {
        Path next = file.resolveSibling("users.json.next");
        try {
            Files.deleteIfExists(next);
            if (next.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(List.copyOf(changed.values())));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
        } catch (IOException full) {
            throw new StoreAway("The users cannot be written", full);
        }
        users = changed;
    }

    /** Makes the renaming durable too, where the system can. */
    private void forceFolder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null
                && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
