/** Hands out aligned addresses of a kernel memory before it exists: the plan is laid first, its size tells how much memory to ask for. */

const alignment = 64;
/** Addresses below are left free: the compiler's runtime may keep static data there. */
const reserved = 4096;

/** A piece of memory. */
export interface Block {
  /** Byte address. */
  at: number;
  bytes: number;
}

export class Arena {
  #top = reserved;

  /** A block of `bytes`, zeroed, aligned to 64. */
  take(bytes: number): Block {
    const at = this.#top;
    this.#top = (at + bytes + alignment - 1) & ~(alignment - 1);
    return { at, bytes };
  }

  /** Bytes taken so far, with the reserved beginning. */
  get size(): number {
    return this.#top;
  }
}
