package clin087.batch;

/**
 * The work on the referrals of a run, block by block.
 *
 * @param <D> the result of a block
 */
interface Job<D extends Job.Done> {
  /** The result of a block. */
  interface Done {
    /** Whether the rest of the source cannot be read. */
    boolean endsSource();

    /** The memory that it takes, in bytes. */
    int weight();
  }

  /**
   * How many bytes a byte of the input can become in the results: the name of a field can be all
   * escapes, such as {@code \\u0001}.
   */
  default int growth() {
    return 8;
  }

  /** Does tasks, on one thread at a time. */
  interface Worker<D> {
    D process(Task task);
  }

  /** A new worker, which shares nothing mutable with others. */
  Worker<D> worker();

  /**
   * Writes the result of a block. It is called in the order of the blocks.
   *
   * @throws Failure if it cannot be written
   */
  void write(D done) throws Failure;
}
