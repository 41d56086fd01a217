package clin087.cli;

import clin087.batch.Destination;
import clin087.batch.Environment;
import clin087.batch.Failure;
import clin087.batch.Output;
import clin087.interview.Interview;
import clin087.text.Bytes;
import clin087.text.FileBytes;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file that an interview is saved in, after every answer. While no answer makes a referral, it
 * is as it was before the interview.
 */
final class SavedReferral {
  /** The largest file that is put back, in bytes: larger than any referral. */
  private static final int LARGEST = 4 << 20;

  private final Destination file;
  private final Environment environment;
  private boolean isSaved;

  /** What was in the file before; null if there was none, or too much. */
  private byte @Nullable [] before;

  private boolean wasThere;

  SavedReferral(Destination file, Environment environment) {
    this.file = file;
    this.environment = environment;
  }

  /** Saves the answers so far, so that nothing that happens later can lose one. */
  void keep(Interview interview) throws Failure {
    if (interview.isReferral()) {
      remember();
      write(interview.draft().json());
      isSaved = true;
    } else if (isSaved) {
      putBack(); // the person has gone back to before the reference
      isSaved = false;
    }
  }

  private void remember() throws Failure {
    Path path = file.path();
    wasThere = isSaved ? wasThere : file.isThere();
    if (isSaved || !wasThere || path == null) {
      return;
    }
    try {
      before = FileBytes.read(path, LARGEST);
    } catch (IOException e) {
      throw Output.failure(file.name(), e);
    }
  }

  private void putBack() throws Failure {
    if (before != null) {
      write(before);
    } else if (!wasThere) {
      file.delete();
    }
  }

  private void write(byte[] content) throws Failure {
    try (Output output = Output.open(file, environment)) {
      Bytes bytes = new Bytes();
      bytes.write(content);
      output.write(bytes);
      output.finish();
    }
  }
}
