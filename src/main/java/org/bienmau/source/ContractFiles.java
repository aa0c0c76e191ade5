package org.bienmau.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.stream.Stream;

/** Where the contracts come from: the files of one folder whose names end on .odcs.yaml. */
public interface ContractFiles {
  /** What the name of every contract ends on. */
  String ENDING = ".odcs.yaml";

  /** The names of the files, in alphabetical order. */
  List<String> names() throws IOException;

  /** Opens one of them. */
  InputStream open(String name) throws IOException;

  /** The contracts of a folder on disk. */
  static ContractFiles in(Path folder) {
    return new ContractFiles() {
      @Override
      public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
          return contracts(files.map(file -> file.getFileName().toString()));
        }
      }

      @Override
      public InputStream open(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name));
      }
    };
  }

  /**
   * The contracts that the jar carries.
   *
   * @param prefix folder on the class path without slashes at its ends, for example {@code
   *     conf/contracts}
   * @param anyName the name of one contract that is there for certain; a jar need not list folders
   */
  static ContractFiles onClassPath(String prefix, String anyName) {
    return new ContractFiles() {
      @Override
      public List<String> names() throws IOException {
        URL known = ContractFiles.class.getClassLoader().getResource(prefix + "/" + anyName);
        if (known == null) {
          throw new NoSuchFileException(prefix + "/" + anyName);
        }
        if (known.openConnection() instanceof JarURLConnection jar) {
          return contracts(
              jar.getJarFile().stream()
                  .map(JarEntry::getName)
                  .filter(name -> name.startsWith(prefix + "/"))
                  .map(name -> name.substring(prefix.length() + 1)));
        }
        return in(folderOf(known)).names();
      }

      @Override
      public InputStream open(String name) throws IOException {
        InputStream stream =
            ContractFiles.class.getClassLoader().getResourceAsStream(prefix + "/" + name);
        if (stream == null) {
          throw new NoSuchFileException(prefix + "/" + name);
        }
        return stream;
      }
    };
  }

  private static Path folderOf(URL file) throws IOException {
    try {
      return Path.of(file.toURI()).getParent();
    } catch (URISyntaxException unreadable) {
      throw new IOException("Cannot list the folder of " + file + ".", unreadable);
    }
  }

  private static List<String> contracts(Stream<String> names) {
    return names.filter(name -> name.endsWith(ENDING) && !name.contains("/")).sorted().toList();
  }
}
