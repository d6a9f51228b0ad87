/** The longest sentence that the network reads at once. */
export const longestSentence = 256;
/** Rows of a batch of sentences are at most these, but a single sentence may be as long as the limit. */
export const batchRows = 72;
/** Words around a stretch that are read with it where sentences are told apart. */
export const boundaryContext = 16;
/** Rows of every buffer: the longest sentence, the rows before and after it, what `multiply` reads past the end. */
export const bufferRows = longestSentence + 10;
