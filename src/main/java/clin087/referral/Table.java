package clin087.referral;

/**
 * A table: what all its rows share.
 *
 * @param separator between the cells, an ASCII character
 * @param header the record that names the columns, as it is in the file
 * @param line of the header in the source, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // the input itself; copied nowhere
record Table(char separator, byte[] header, int line) {}
