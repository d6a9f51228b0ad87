/** A line of a byte stream, without its end; `bytes` is undefined for one that was longer than the limit. */
export interface ByteLine {
  readonly number: number;
  readonly bytes: Uint8Array | undefined;
}

const NEWLINE = 10;

/** Splits a byte stream into lines and never holds more than one line of at most `maxBytes`. */
export async function* splitLines(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const take = (): ByteLine => {
    const line = { number, bytes: length > maxBytes ? undefined : Buffer.concat(parts) };
    parts = [];
    length = 0;
    number += 1;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      keep(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield take();

  function keep(part: Uint8Array): void {
    length += part.length;
    if (length <= maxBytes) parts.push(part);
    else parts = [];
  }
}
