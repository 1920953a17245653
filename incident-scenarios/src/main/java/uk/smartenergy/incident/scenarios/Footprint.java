package uk.smartenergy.incident.scenarios;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JVM takes of the machine; -1 where it cannot be told.
 *
 * @param residentKib of the whole process, before the collection that {@code heapKib} needs
 * @param heapKib what lives in the heap after a full collection
 */
record Footprint(long residentKib, long heapKib) {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern USED = Pattern.compile("(?:total|reserved) \\d+K.*? used (\\d+)K");

    static Footprint of(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        long resident = Files.exists(status) ? first(RESIDENT, Files.readString(status)) : -1;
        jcmd(pid, "GC.run");
        return new Footprint(resident, first(USED, jcmd(pid, "GC.heap_info")));
    }

    private static String jcmd(long pid, String command) throws IOException {
        Path tool = RunningService.tool("jcmd");
        if (!Files.exists(tool)) {
            return "";
        }
        Process process = new ProcessBuilder(List.of(tool.toString(), Long.toString(pid), command))
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The sum of what matches: a collector may tell of each generation. */
    private static long first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        long sum = -1;
        while (matcher.find()) {
            sum = Math.max(sum, 0) + Long.parseLong(matcher.group(1));
        }
        return sum;
    }

    @Override
    public String toString() {
        return "%d MB resident, %d MB of heap in use after collection".formatted(residentKib / 1024, heapKib / 1024);
    }
}
