package uk.smartenergy.incident.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FilePath;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The number of the last version of the store that is whole on disk, in a file of its own. MVStore checks only the first
 * and last bytes of what it wrote last, so after a power cut it may take a version for whole whose middle never
 * reached the disk. The mark is set after the version was forced; what lies beyond the mark is taken away before the
 * store is opened, and nobody was ever told of it.
 *
 * <p>Two slots are written in turn, so that a torn mark leaves the one before it.
 */
final class CommitMark implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CommitMark.class);

    private static final long MAGIC = 0x494e4344_4d41524bL;
    private static final int SLOT = 4_096;
    private static final int RECORD = 2 * Long.BYTES + Long.BYTES;
    private static final long NONE = -1;

    private static final int BLOCK = 4_096;
    private static final int HEADER_BLOCKS = 2;
    private static final int HEADER_READ = 1_024;
    private static final int FOOTER = 128;
    private static final String CHUNK_START = "chunk:";
    private static final String STORE_START = "H:";
    private static final String VERSION = "version";
    private static final String CLEAN = "clean";
    private static final String CHECKSUM = "fletcher";

    private final FileChannel channel;
    private long version;

    private CommitMark(FileChannel channel, long version) {
        this.channel = channel;
        this.version = version;
    }

    /** Opens the mark beside a store, and takes from the store what lies beyond it. */
    static CommitMark open(String storeFile) {
        try {
            FileChannel channel = FilePath.get(storeFile + ".mark").open("rw");
            try {
                long version = Math.max(read(channel, 0), read(channel, 1));
                if (version != NONE && FilePath.get(storeFile).exists()) {
                    goBackTo(storeFile, version);
                }
                return new CommitMark(channel, version);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The mark beside " + storeFile + " cannot be read", e);
        }
    }

    /** Sets the mark, and forces it to disk. */
    void set(long newVersion) {
        if (newVersion == version) {
            return;
        }
        ByteBuffer record = ByteBuffer.allocate(RECORD);
        record.putLong(MAGIC).putLong(newVersion);
        record.putLong(checksum(record)).flip();
        try {
            channel.write(record, (newVersion & 1) * SLOT);
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        version = newVersion;
    }

    private static long read(FileChannel channel, int slot) throws IOException {
        ByteBuffer record = ByteBuffer.allocate(RECORD);
        while (record.hasRemaining()) {
            if (channel.read(record, (long) slot * SLOT + record.position()) < 0) {
                return NONE;
            }
        }
        record.flip();
        long magic = record.getLong();
        long version = record.getLong();
        boolean whole = magic == MAGIC && record.getLong() == checksum(record);
        return whole ? version : NONE;
    }

    private static long checksum(ByteBuffer record) {
        CRC32 crc = new CRC32();
        crc.update(record.array(), 0, 2 * Long.BYTES);
        return crc.getValue();
    }

    /**
     * Takes away every chunk beyond a version, and has the store's header point to the chunk of that version; MVStore
     * by itself would start from any older chunk that still looks whole.
     *
     * <p>Goes from chunk to chunk, and only between them from block to block, so that no content is taken for a chunk.
     */
    private static void goBackTo(String storeFile, long version) throws IOException {
        try (FileChannel file = FilePath.get(storeFile).open("rw")) {
            if (isClosedAt(file, version)) {
                return;
            }
            long blocks = (file.size() + BLOCK - 1) / BLOCK;
            long block = HEADER_BLOCKS;
            while (block < blocks) {
                Map<String, String> header = headerAt(file, block);
                long step = 1;
                if (header != null && number(header, VERSION) > version) {
                    LOG.warn(
                            "Version {} was not whole on disk when the process or the power went, and is dropped: "
                                    + "nobody was told of it",
                            number(header, VERSION));
                    file.write(ByteBuffer.allocate(HEADER_READ), block * BLOCK);
                } else if (header != null && isWhole(file, block, header)) {
                    step = Math.max(1, number(header, "len"));
                    if (number(header, VERSION) == version) {
                        pointTo(file, block, header);
                    }
                }
                block += step;
            }
            file.force(true);
        }
    }

    private static boolean isClosedAt(FileChannel file, long version) throws IOException {
        Map<String, String> header = storeHeader(file);
        return header != null && header.containsKey(CLEAN) && number(header, VERSION) == version;
    }

    private static @Nullable Map<String, String> storeHeader(FileChannel file) throws IOException {
        for (int copy = 0; copy < HEADER_BLOCKS; copy++) {
            String text = text(file, (long) copy * BLOCK, HEADER_READ);
            int end = text.indexOf('\n');
            Map<String, String> header = end < 0 ? null : parsed(text.substring(0, end));
            if (header != null
                    && text.startsWith(STORE_START)
                    && text.substring(0, end).equals(written(header))) {
                return header;
            }
        }
        return null;
    }

    private static void pointTo(FileChannel file, long block, Map<String, String> chunk) throws IOException {
        Map<String, String> header = storeHeader(file);
        if (header == null) {
            return;
        }
        header.put("block", Long.toHexString(block));
        header.put("chunk", Long.toHexString(number(chunk, "chunk")));
        header.put(VERSION, Long.toHexString(number(chunk, VERSION)));
        header.remove(CLEAN);
        byte[] bytes = (written(header) + '\n').getBytes(StandardCharsets.ISO_8859_1);
        for (int copy = 0; copy < HEADER_BLOCKS; copy++) {
            file.write(ByteBuffer.wrap(Arrays.copyOf(bytes, HEADER_READ)), (long) copy * BLOCK);
        }
    }

    /** A header as MVStore writes it, with its checksum at the end. */
    private static String written(Map<String, String> header) {
        StringBuilder text = new StringBuilder();
        Map<String, String> sorted = new TreeMap<>(header);
        sorted.remove(CHECKSUM);
        sorted.forEach((key, value) ->
                text.append(text.isEmpty() ? "" : ",").append(key).append(':').append(value));
        byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        int checksum = DataUtils.getFletcher32(bytes, 0, bytes.length);
        return text.append(',')
                .append(CHECKSUM)
                .append(':')
                .append(Integer.toHexString(checksum))
                .toString();
    }

    private static @Nullable Map<String, String> headerAt(FileChannel file, long block) throws IOException {
        String text = text(file, block * BLOCK, HEADER_READ);
        int end = text.indexOf('\n');
        if (!text.startsWith(CHUNK_START) || end < 0) {
            return null;
        }
        return parsed(text.substring(0, end).trim());
    }

    private static boolean isWhole(FileChannel file, long block, Map<String, String> header) throws IOException {
        long end = (block + number(header, "len")) * BLOCK;
        Map<String, String> footer = parsed(text(file, end - FOOTER, FOOTER).trim());
        return footer != null
                && number(footer, "chunk") == number(header, "chunk")
                && number(footer, VERSION) == number(header, VERSION);
    }

    private static String text(FileChannel file, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, position + buffer.position()) < 0) {
                break;
            }
        }
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.ISO_8859_1);
    }

    private static @Nullable Map<String, String> parsed(String text) {
        try {
            return DataUtils.parseMap(text);
        } catch (MVStoreException e) {
            return null;
        }
    }

    private static long number(Map<String, String> map, String key) {
        try {
            return DataUtils.readHexLong(map, key, 0);
        } catch (MVStoreException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
