package uk.smartenergy.incident.platform.webhook;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.function.Supplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import uk.smartenergy.incident.api.communication.SubscriptionId;
import uk.smartenergy.incident.platform.messaging.StoreAway;
import uk.smartenergy.incident.platform.web.FirmCollection;

/** Secrets in the collection {@code webhook_secrets}, found by {@code _id} alone. */
final class MongoSecrets implements Secrets {
    private final Supplier<MongoDatabase> database;
    private @Nullable FirmCollection collection;

    MongoSecrets(Supplier<MongoDatabase> database) {
        this.database = database;
    }

    private synchronized FirmCollection secrets() {
        FirmCollection known = collection;
        if (known == null) {
            known = new FirmCollection(database.get(), "webhook_secrets");
            collection = known;
        }
        return known;
    }

    @Override
    public Optional<Secret> find(SubscriptionId subscription) {
        try {
            return Optional.ofNullable(
                            secrets().reading().find(byId(subscription)).first())
                    .flatMap(document -> Secret.of(document.getString("secret")));
        } catch (MongoException away) {
            throw new StoreAway("Secrets cannot be read", away);
        }
    }

    @Override
    public void keep(SubscriptionId subscription, Secret secret) {
        try {
            secrets().writing().insertOne(byId(subscription).append("secret", secret.text()));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw new StoreAway("Secrets cannot be written", refused);
            }
        } catch (MongoException away) {
            throw new StoreAway("Secrets cannot be written", away);
        }
    }

    @Override
    public void forget(SubscriptionId subscription) {
        try {
            secrets().writing().deleteOne(byId(subscription));
        } catch (MongoException away) {
            throw new StoreAway("Secrets cannot be deleted", away);
        }
    }

    private static Document byId(SubscriptionId subscription) {
        return new Document("_id", subscription.value());
    }
}
