import type { GraphStore } from '@dragoman/graph';

/** How many nodes of each kind the graph holds. */
export interface GraphCounts {
  people: number;
  groups: number;
  places: number;
  meetings: number;
  events: number;
  claims: number;
}

/** Counts the graph; `events` are those that are no meetings. */
export async function countGraph(store: GraphStore): Promise<GraphCounts> {
  const count = async (pattern: string): Promise<number> => {
    const rows = await store.read(`MATCH ${pattern} RETURN count(n) AS count`);
    return Number(rows[0]?.['count'] ?? 0);
  };
  const meetings = await count('(n:Meeting)');
  return {
    people: await count('(n:Person)'),
    groups: await count('(n:Group)'),
    places: await count('(n:Place)'),
    meetings,
    events: (await count('(n:Event)')) - meetings,
    claims: await count('(n:Claim)'),
  };
}
