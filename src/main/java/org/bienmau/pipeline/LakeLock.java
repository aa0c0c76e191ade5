package org.bienmau.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The right to write to a lake, which one run has at a time.
 *
 * <p>It is a file in the lake that names its holder. A holder of this host whose process is gone
 * was killed, and its lock is taken over; a holder of another host is believed.
 */
public final class LakeLock implements AutoCloseable {
  private static final String NAME = ".bienmau.lock";

  private final FileSystem files;
  private final Path file;
  private final Holder holder;

  private LakeLock(FileSystem files, Path file, Holder holder) {
    this.files = files;
    this.file = file;
    this.holder = holder;
  }

  /**
   * Takes the lock, or takes it over from a process that is gone.
   *
   * @param lakeRoot path or URI of the lake
   * @param hadoop how to reach the storage
   * @param holder who takes it
   * @param progress told when a lock was left behind and is taken over
   * @throws LakeHeldException if another run has it
   * @throws LakeUnavailableException if the storage fails
   */
  public static LakeLock take(
      String lakeRoot, Configuration hadoop, Holder holder, Progress progress) {
    Path file = new Path(lakeRoot, NAME);
    try {
      FileSystem files = file.getFileSystem(hadoop);
      files.mkdirs(file.getParent());
      LakeLock lock = new LakeLock(files, file, holder);
      if (!lock.create()) {
        lock.takeOver(lakeRoot, progress);
      }
      return lock;
    } catch (IOException e) {
      throw new LakeUnavailableException("take the lock of " + lakeRoot, e);
    }
  }

  /** Gives the lock back, unless somebody else holds it by now. */
  @Override
  public void close() {
    try {
      if (read(file).equals(Optional.of(holder.line()))) {
        files.delete(file, false);
      }
    } catch (IOException e) {
      throw new LakeUnavailableException("give back the lock " + file, e);
    }
  }

  private void takeOver(String lakeRoot, Progress progress) throws IOException {
    String before = read(file).orElse("");
    if (!before.isEmpty() && !Holder.isGone(before, holder.host())) {
      throw new LakeHeldException(lakeRoot, Holder.shown(before), file.toString());
    }
    if (before.isEmpty() && files.exists(file)) {
      throw new LakeHeldException(lakeRoot, "a run that has only begun", file.toString());
    }
    if (!before.isEmpty()) {
      removeOnly(before, lakeRoot);
      progress.note("Took over the lock of %s, which is gone.".formatted(Holder.shown(before)));
    }
    if (!create()) {
      throw new LakeHeldException(lakeRoot, Holder.shown(read(file).orElse("")), file.toString());
    }
  }

  /** Of two that find the same dead holder, the second must not remove the lock of the first. */
  private void removeOnly(String before, String lakeRoot) throws IOException {
    Path aside = file.suffix("." + holder.pid());
    if (!files.rename(file, aside)) {
      throw new LakeHeldException(lakeRoot, "a run that has only begun", file.toString());
    }
    String moved = read(aside).orElse("");
    if (!moved.equals(before)) {
      files.rename(aside, file);
      throw new LakeHeldException(lakeRoot, Holder.shown(moved), file.toString());
    }
    files.delete(aside, false);
  }

  /** Creates the file if there is none, in one step that only one of several callers can win. */
  private boolean create() throws IOException {
    byte[] text = holder.line().getBytes(StandardCharsets.UTF_8);
    if (files instanceof LocalFileSystem local) {
      // Hadoop's local file system looks first and creates then; the operating system does both.
      try {
        Files.write(local.pathToFile(file).toPath(), text, StandardOpenOption.CREATE_NEW);
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      }
    }
    try (OutputStream out = files.create(file, false)) {
      out.write(text);
      return true;
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      return false;
    }
  }

  private Optional<String> read(Path path) throws IOException {
    try (InputStream in = files.open(path)) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      return Optional.empty();
    }
  }

  /**
   * Who holds a lock.
   *
   * @param host name of the machine
   * @param pid number of the process there
   * @param started when the process began, which tells it from a later one of the same number
   * @param command what it runs
   */
  public record Holder(String host, long pid, Instant started, String command) {

    /** This process. */
    public static Holder self(String host, String command) {
      ProcessHandle process = ProcessHandle.current();
      return new Holder(host, process.pid(), startOf(process), command);
    }

    private String line() {
      return "%s\t%d\t%s\t%s\n".formatted(host, pid, started, command);
    }

    private static boolean isGone(String line, String host) {
      String[] cells = line.strip().split("\t");
      if (cells.length < 4 || !cells[0].equals(host)) {
        return false;
      }
      return ProcessHandle.of(Long.parseLong(cells[1]))
          .filter(ProcessHandle::isAlive)
          .filter(process -> startOf(process).toString().equals(cells[2]))
          .isEmpty();
    }

    private static String shown(String line) {
      String[] cells = line.strip().split("\t");
      return cells.length < 4
          ? "another run"
          : "bienmau %s (process %s on %s, started %s)"
              .formatted(cells[3], cells[1], cells[0], cells[2]);
    }

    private static Instant startOf(ProcessHandle process) {
      return process.info().startInstant().orElse(Instant.EPOCH);
    }
  }
}
