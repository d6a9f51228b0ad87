import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const rounds = 20;
const pauseMs = 20;

const watched = new FinalizationRegistry((tell: () => void) => tell());

/** Resolves when an object that nobody refers to any more has been collected. Not async, so that it refers to the object no longer itself. */
export function whenCollected(object: object): Promise<void> {
  return new Promise((resolve) => watched.register(object, resolve));
}

/**
 * Collects garbage until something is gone, for a second at most. A database gives its memory back when its handle is collected, which
 * by itself comes late: the collector does not see what is behind the handle.
 */
export async function collectUntil(gone: Promise<void>): Promise<void> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let waiting = true;
  void gone.then(() => {
    waiting = false;
  });
  for (let round = 0; waiting && round < rounds; round += 1) {
    collect();
    await wait(pauseMs);
  }
}
