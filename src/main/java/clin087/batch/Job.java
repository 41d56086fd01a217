package clin087.batch;

/**
 * What is done with the referrals of a run, block by block.
 *
 * @param <D> what comes of a block
 */
interface Job<D extends Job.Done> {
  /** What came of a block. */
  interface Done {
    /** Whether nothing after it in its source can be read. */
    boolean endsSource();

    /** How much memory it holds, in bytes. */
    int weight();
  }

  /** Does tasks, for one thread at a time. */
  interface Worker<D> {
    D process(Task task);
  }

  /** A worker that shares nothing with others that changes. */
  Worker<D> worker();

  /**
   * Writes what came of a block, in the order of the blocks.
   *
   * @throws Failure when it cannot be written
   */
  void write(D done) throws Failure;
}
