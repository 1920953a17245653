import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks or applies the source format: {@code Format.java check|apply <memory file> <root>}. The hashes of files known to
 * be well formatted are remembered, so that a second run looks only at what changed. Not for anything but Java sources.
 */
final class Format {
    private static final JavaFormatterOptions OPTIONS = JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(false)
            .build();

    public static void main(String[] arguments) throws Exception {
        boolean apply = arguments[0].equals("apply");
        Path memory = Path.of(arguments[1]);
        Path root = Path.of(arguments[2]).toRealPath();
        Set<String> known = Files.exists(memory) ? new HashSet<>(Files.readAllLines(memory)) : Set.of();
        Set<String> good = new TreeSet<>();
        List<String> bad = new ArrayList<>();
        for (Path file : sources(root)) {
            String text = Files.readString(file);
            String name = root.relativize(file).toString().replace('\\', '/');
            if (known.contains(line(name, text))) {
                good.add(line(name, text));
                continue;
            }
            String formatted;
            try {
                formatted = format(text);
            } catch (FormatterException unparsable) {
                bad.add(name + ": " + unparsable.getMessage());
                continue;
            }
            if (!formatted.equals(text) && apply) {
                Files.writeString(file, formatted);
                System.out.println("formatted " + name);
            }
            if (formatted.equals(text) || apply) {
                good.add(line(name, formatted));
            } else {
                bad.add(name);
            }
        }
        Files.createDirectories(memory.getParent());
        Files.write(memory, good);
        if (!bad.isEmpty()) {
            System.err.println("Not formatted:");
            bad.forEach(name -> System.err.println("  " + name));
            System.err.println("Apply the format with: mvn -q verify -pl build-format -Dformat=apply");
            System.exit(1);
        }
        System.out.println(good.size() + " Java files are formatted.");
    }

    private static List<Path> sources(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        try (var modules = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path module : modules) {
                if (Files.isDirectory(module.resolve("src"))) {
                    try (var files = Files.walk(module.resolve("src"))) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                    }
                }
            }
        }
        found.add(root.resolve("build-format/Format.java"));
        found.sort(null);
        return found;
    }

    private static String format(String text) throws FormatterException {
        String tidy = RemoveUnusedImports.removeUnusedImports(text);
        tidy = ImportOrderer.reorderImports(tidy, JavaFormatterOptions.Style.PALANTIR);
        return Formatter.createFormatter(OPTIONS).formatSource(tidy);
    }

    private static String line(String name, String text) {
        return name + " " + text.length() + " " + Integer.toHexString(text.hashCode());
    }
}
