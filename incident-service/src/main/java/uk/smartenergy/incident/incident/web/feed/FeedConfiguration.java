package uk.smartenergy.incident.incident.web.feed;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import uk.smartenergy.incident.platform.messaging.Messages;
import uk.smartenergy.incident.platform.messaging.StoreGate;
import uk.smartenergy.incident.platform.web.Described;
import uk.smartenergy.incident.platform.web.Standing;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedConfiguration.FeedProperties.class)
class FeedConfiguration {

    @Bean
    FeedStreams feedStreams(
            Messages messages, StoreGate store, Standing standing, JsonMapper json, FeedProperties properties) {
        return new FeedStreams(
                messages, store, standing, json, properties.streams(), properties.heartbeat(), System::nanoTime);
    }

    @Bean
    Streaming streaming(FeedStreams streams) {
        return new Streaming(streams);
    }

    @Bean
    Described describedFeed() {
        return new Described(Map.of(), Map.of("followFeed", FeedController.FORM));
    }

    /**
     * @param streams how many clients may follow the feed at the same time on one node
     * @param heartbeat how long a stream may be silent
     */
    @ConfigurationProperties("incident.feed")
    record FeedProperties(
            @DefaultValue("50") int streams,
            @DefaultValue("15s") Duration heartbeat) {}

    /** Ends the streams before the server waits for requests to end: last to start, first to stop. */
    static final class Streaming implements SmartLifecycle {
        private final FeedStreams streams;
        private volatile boolean running;

        Streaming(FeedStreams streams) {
            this.streams = streams;
        }

        @Override
        public void start() {
            streams.open();
            running = true;
        }

        @Override
        public void stop() {
            streams.close();
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }
    }
}
