package uk.smartenergy.incident.platform.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system that remembers every write, cut and force, in order, so that any moment's disk can be made again. */
public final class RecordingDisk extends FilePathWrapper {
    static final String SCHEME = "recorded";

    /** One thing done to the file: a write, a cut to a length, or, with neither, a force. */
    record Step(String file, long position, byte[] bytes, long cutTo) {
        boolean isForce() {
            return position < 0 && cutTo < 0;
        }

        boolean isCut() {
            return cutTo >= 0;
        }
    }

    static final List<Step> STEPS = new ArrayList<>();

    @Override
    public String getScheme() {
        return SCHEME;
    }

    static int taken() {
        synchronized (STEPS) {
            return STEPS.size();
        }
    }

    private static void note(Step step) {
        synchronized (STEPS) {
            STEPS.add(step);
        }
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Recorded(name, super.open(mode));
    }

    static void register() {
        FilePath.register(new RecordingDisk());
    }

    private static final class Recorded extends FileBaseDefault {
        private final String name;
        private final FileChannel file;

        Recorded(String name, FileChannel file) {
            this.name = name;
            this.file = file;
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            byte[] bytes = new byte[source.remaining()];
            source.duplicate().get(bytes);
            note(new Step(name, position, bytes, -1));
            int written = file.write(source, position);
            if (written != bytes.length) {
                throw new IOException("Short write");
            }
            return written;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            note(new Step(name, -1, new byte[0], size));
            file.truncate(size);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            file.force(metaData);
            note(new Step(name, -1, new byte[0], -1));
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
