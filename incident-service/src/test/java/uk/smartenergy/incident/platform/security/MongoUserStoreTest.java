package uk.smartenergy.incident.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.smartenergy.incident.api.shared.Role;
import uk.smartenergy.incident.platform.embedded.EmbeddedMongo;
import uk.smartenergy.incident.platform.web.FirmCollection;

class MongoUserStoreTest {
    private static final User ADA = new User("ada", "hash", List.of(Role.SECAS), null, true, 3, "17", "mark");

    @Test
    void waitsForTheServersWordThoughTheConnectionStringAsksForNone() {
        try (EmbeddedMongo server = EmbeddedMongo.inMemory();
                MongoClient client = MongoClients.create(MongoClientSettings.builder()
                        .applyConnectionString(new ConnectionString(server.connectionString()))
                        .writeConcern(WriteConcern.UNACKNOWLEDGED)
                        .readPreference(ReadPreference.secondaryPreferred())
                        .build())) {
            UserStore store = new MongoUserStore(client.getDatabase("incident"));

            assertThat(store.add(ADA)).isTrue();
            assertThat(store.add(ADA)).isFalse();
            assertThat(store.find("ada")).contains(ADA);
            FirmCollection users = new FirmCollection(client.getDatabase("incident"), "users");
            assertThat(users.reading().getReadPreference()).isEqualTo(ReadPreference.primary());
            assertThat(users.writing().getWriteConcern().isAcknowledged()).isTrue();
        }
    }
}
