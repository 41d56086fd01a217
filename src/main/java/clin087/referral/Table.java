package clin087.referral;

/**
 * What all rows of a table have in common.
 *
 * @param separator between the cells, an ASCII character
 * @param header the record that names the columns, as it stands in the file
 * @param line of the header in the source, from 1
 */
@SuppressWarnings("ArrayRecordComponent") // the input itself; copied nowhere
record Table(char separator, byte[] header, int line) {}
