package org.bienmau.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LakeLockTest {
  private static final LakeLock.Holder SELF = LakeLock.Holder.self("here", "run");

  @TempDir private Path lake;

  @Test
  void a_second_run_is_refused_and_told_who_holds_the_lake() {
    try (LakeLock held = take(SELF)) {
      assertThat(held).isNotNull();
      assertThatThrownBy(() -> take(LakeLock.Holder.self("here", "build")))
          .isInstanceOf(LakeHeldException.class)
          .hasMessage(
              "Cannot write to %s: bienmau run (process %d on here, started %s) is writing to it. "
                      .formatted(lake, SELF.pid(), SELF.started())
                  + "Wait for that run to end; if there is no such run, remove %s/.bienmau.lock."
                      .formatted(lake));
    }
  }

  @Test
  void a_lock_that_was_given_back_can_be_taken() {
    take(SELF).close();
    take(SELF).close();

    assertThat(lake).isEmptyDirectory();
  }

  @Test
  void the_lock_of_a_process_that_is_gone_is_taken_over() {
    take(new LakeLock.Holder("here", SELF.pid(), Instant.EPOCH, "run"));

    take(SELF).close();

    assertThat(lake).isEmptyDirectory();
  }

  @Test
  void the_lock_of_another_host_is_believed() {
    take(new LakeLock.Holder("elsewhere", 1, Instant.EPOCH, "run"));

    assertThatThrownBy(() -> take(SELF)).isInstanceOf(LakeHeldException.class);
  }

  @Test
  void a_lock_that_names_nobody_yet_is_believed() throws IOException {
    Files.createFile(lake.resolve(".bienmau.lock"));

    assertThatThrownBy(() -> take(SELF))
        .hasMessageContaining("a run that has only begun is writing to it");
  }

  @Test
  void only_one_of_many_gets_it() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    Callable<Boolean> attempt =
        () -> {
          try {
            take(SELF);
            return true;
          } catch (LakeHeldException e) {
            return false;
          }
        };
    int winners = 0;
    for (Future<Boolean> won : threads.invokeAll(Collections.nCopies(40, attempt))) {
      winners += won.get() ? 1 : 0;
    }
    threads.shutdown();

    assertThat(winners).isEqualTo(1);
    assertThat(List.of(lake.toFile().list())).containsExactly(".bienmau.lock");
  }

  private LakeLock take(LakeLock.Holder holder) {
    return LakeLock.take(lake.toString(), new Configuration(), holder, Progress.silent());
  }
}
