package uk.smartenergy.incident.platform.security;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.platform.messaging.StoreAway;
import uk.smartenergy.incident.platform.web.FirmCollection;

/** Users in the collection {@code users}, so that all nodes share them. */
final class MongoUserStore implements UserStore {
    private final FirmCollection users;

    MongoUserStore(MongoDatabase database) {
        this.users = new FirmCollection(database, "users");
    }

    @Override
    public Optional<User> find(String name) {
        return reaching(() -> Optional.ofNullable(
                        users.reading().find(new Document("_id", name)).first())
                .map(MongoUserStore::user));
    }

    @Override
    public List<User> all() {
        return reaching(() -> {
            List<User> all = new ArrayList<>();
            users.reading().find().map(MongoUserStore::user).into(all);
            all.sort(Comparator.comparing(User::name));
            return List.copyOf(all);
        });
    }

    @Override
    public boolean add(User user) {
        return reaching(() -> {
            try {
                users.writing().insertOne(document(user));
                return true;
            } catch (MongoWriteException refused) {
                if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw refused;
            }
        });
    }

    @Override
    public boolean replace(User user, long expectedVersion) {
        Document standing = new Document("_id", user.name()).append("version", expectedVersion);
        return reaching(
                () -> users.writing().replaceOne(standing, document(user)).getMatchedCount() == 1);
    }

    @Override
    public boolean remove(String name) {
        return reaching(
                () -> users.writing().deleteOne(new Document("_id", name)).getDeletedCount() == 1);
    }

    private static <R> R reaching(Supplier<R> work) {
        try {
            return work.get();
        } catch (MongoException away) {
            throw new StoreAway("The users cannot be reached", away);
        }
    }

    private static Document document(User user) {
        return new Document("_id", user.name())
                .append("passwordHash", user.passwordHash())
                .append("roles", user.roles().stream().map(Role::name).toList())
                .append("party", user.party())
                .append("cleared", user.cleared())
                .append("version", user.version())
                .append("id", user.id())
                .append("addedBy", user.addedBy());
    }

    private static User user(Document document) {
        return new User(
                document.getString("_id"),
                document.getString("passwordHash"),
                document.getList("roles", String.class).stream()
                        .map(Role::valueOf)
                        .toList(),
                document.getString("party"),
                document.getBoolean("cleared", false),
                document.getLong("version"),
                document.getString("id"),
                document.getString("addedBy"));
    }
}
