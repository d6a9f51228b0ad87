/** The longest sentence that the network reads at once. */
export const longestSentence = 256;
/** Rows of room in every buffer: the root, the ends of the convolution, what `multiply` reads past the end. */
export const rowsOfRoom = 10;
