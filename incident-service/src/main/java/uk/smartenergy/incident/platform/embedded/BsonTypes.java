package uk.smartenergy.incident.platform.embedded;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How values lie in the store: BSON for documents, typed BSON values in BSON's order for keys. Nothing is Java's own. */
final class BsonTypes {

    static final BasicDataType<byte[]> DOCUMENT = new DocumentType();
    static final BasicDataType<Object> VALUE = new ValueType();
    static final BasicDataType<KeyValue> INDEX_KEY = new IndexKeyType();

    private static final Comparator<Object> ORDER = ValueComparator.ascWithoutListHandling();

    /** A mark of our own, outside BSON's type numbers, for a field that is not there. */
    private static final byte MISSING = 0x7E;

    private BsonTypes() {}

    static byte[] encode(Document document) {
        ByteBuf buffer = Unpooled.buffer(512);
        BsonEncoder.encodeDocument(document, buffer);
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    static Document decode(byte[] bytes) {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bytes));
    }

    private static void writeValue(WriteBuffer out, Object value) {
        if (value instanceof Missing) {
            out.put(MISSING);
            return;
        }
        byte type = BsonEncoder.determineType(value);
        ByteBuf buffer = Unpooled.buffer(64);
        BsonEncoder.encodeValue(type, value, buffer);
        out.put(type);
        out.putVarInt(buffer.readableBytes());
        out.put(buffer.nioBuffer());
    }

    private static Object readValue(ByteBuffer in) {
        byte type = in.get();
        if (type == MISSING) {
            return Missing.getInstance();
        }
        int length = DataUtils.readVarInt(in);
        ByteBuf buffer = Unpooled.wrappedBuffer(in.slice(in.position(), length));
        in.position(in.position() + length);
        return Missing.ofNullable(BsonDecoder.decodeValue(type, buffer));
    }

    private static int memoryOf(Object value) {
        return value instanceof String text ? 48 + text.length() : 40;
    }

    private static final class DocumentType extends BasicDataType<byte[]> {

        @Override
        public int getMemory(byte[] bytes) {
            return 24 + bytes.length;
        }

        @Override
        public boolean isMemoryEstimationAllowed() {
            return false;
        }

        @Override
        public void write(WriteBuffer out, byte[] bytes) {
            out.putVarInt(bytes.length);
            out.put(bytes);
        }

        @Override
        public byte[] read(ByteBuffer in) {
            byte[] bytes = new byte[DataUtils.readVarInt(in)];
            in.get(bytes);
            return bytes;
        }

        @Override
        public byte[][] createStorage(int size) {
            return new byte[size][];
        }
    }

    private static final class ValueType extends BasicDataType<Object> {

        @Override
        public int compare(Object a, Object b) {
            return ORDER.compare(a, b);
        }

        @Override
        public int getMemory(Object value) {
            return memoryOf(value);
        }

        @Override
        public void write(WriteBuffer out, Object value) {
            writeValue(out, value);
        }

        @Override
        public Object read(ByteBuffer in) {
            return readValue(in);
        }

        @Override
        public Object[] createStorage(int size) {
            return new Object[size];
        }
    }

    private static final class IndexKeyType extends BasicDataType<KeyValue> {

        @Override
        public int compare(KeyValue a, KeyValue b) {
            int shared = Math.min(a.size(), b.size());
            for (int i = 0; i < shared; i++) {
                int order = ORDER.compare(a.get(i), b.get(i));
                if (order != 0) {
                    return order;
                }
            }
            return Integer.compare(a.size(), b.size());
        }

        @Override
        public int getMemory(KeyValue key) {
            int memory = 40;
            for (Object value : key) {
                memory += memoryOf(value);
            }
            return memory;
        }

        @Override
        public void write(WriteBuffer out, KeyValue key) {
            out.putVarInt(key.size());
            for (Object value : key) {
                writeValue(out, Missing.ofNullable(value));
            }
        }

        @Override
        public KeyValue read(ByteBuffer in) {
            int size = DataUtils.readVarInt(in);
            List<Object> values = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                values.add(readValue(in));
            }
            return new KeyValue(values);
        }

        @Override
        public KeyValue[] createStorage(int size) {
            return new KeyValue[size];
        }
    }
}
