package clin087.bench;

/** A Java program that does nothing but print a line: what every start costs at least. */
final class Bare {
  private Bare() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
