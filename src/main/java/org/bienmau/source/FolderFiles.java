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

/** The files of one folder whose names end alike. */
public interface FolderFiles {

  /** The names of the files, in alphabetical order. */
  List<String> names() throws IOException;

  /** Opens one of them. */
  InputStream open(String name) throws IOException;

  /**
   * The files of a folder on disk.
   *
   * @param ending what their names end on
   */
  static FolderFiles in(Path folder, String ending) {
    return new FolderFiles() {
      @Override
      public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
          return ending(files.map(file -> file.getFileName().toString()), ending);
        }
      }

      @Override
      public InputStream open(String name) throws IOException {
        return Files.newInputStream(folder.resolve(name));
      }
    };
  }

  /**
   * The files of a folder that the jar carries.
   *
   * @param prefix folder on the class path without slashes at its ends, for example {@code
   *     conf/contracts}
   * @param ending what their names end on
   * @param anyName the name of one file that is there for certain; a jar need not list folders
   */
  static FolderFiles onClassPath(String prefix, String ending, String anyName) {
    return new FolderFiles() {
      @Override
      public List<String> names() throws IOException {
        URL known = FolderFiles.class.getClassLoader().getResource(prefix + "/" + anyName);
        if (known == null) {
          throw new NoSuchFileException(prefix + "/" + anyName);
        }
        if (known.openConnection() instanceof JarURLConnection jar) {
          return ending(
              jar.getJarFile().stream()
                  .map(JarEntry::getName)
                  .filter(name -> name.startsWith(prefix + "/"))
                  .map(name -> name.substring(prefix.length() + 1)),
              ending);
        }
        return in(folderOf(known), ending).names();
      }

      @Override
      public InputStream open(String name) throws IOException {
        InputStream stream =
            FolderFiles.class.getClassLoader().getResourceAsStream(prefix + "/" + name);
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

  private static List<String> ending(Stream<String> names, String ending) {
    return names.filter(name -> name.endsWith(ending) && !name.contains("/")).sorted().toList();
  }
}
