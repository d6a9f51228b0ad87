import type { GraphStore } from '@dragoman/graph';

/** A store whose nth transaction from now breaks off at its very end, and all after it. */
export function breaking(store: GraphStore, after: number): GraphStore {
  let left = after;
  return new Proxy(store, {
    get(target, name) {
      if (name !== 'transact') return Reflect.get(target, name, target).bind(target) as unknown;
      return (work: Parameters<GraphStore['transact']>[0]) =>
        target.transact(async (transaction) => {
          const result = await work(transaction);
          left -= 1;
          if (left < 0) throw new Error('the process ends here');
          return result;
        });
    },
  });
}
