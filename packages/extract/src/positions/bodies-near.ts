import type { AnnotatedDocument } from '@dragoman/nlp';
import type { Entity } from '@dragoman/schemas';
import type { EntityTable } from '../context.ts';

/** How many sentences back a body may have been named that a post with no body, or a noun for a body, goes with. */
const longestReach = 3;

/**
 * The one body, of those that fit, that is named before a token in its sentence or the three before. Undefined where several are, and
 * where another group that is no state stands in the token's own sentence before it.
 */
export function onlyBodyNear(
  document: AnnotatedDocument,
  table: EntityTable,
  before: number,
  fits: (body: Entity) => boolean,
): Entity | undefined {
  const sentence = document.tokens[before]?.sentence ?? 0;
  let only: Entity | undefined;
  for (const { entity, form, first } of table.mentions) {
    const distance = sentence - (document.tokens[first]?.sentence ?? 0);
    if (form !== 'name' || first >= before || distance > longestReach) continue;
    const body = table.byId(entity);
    if (body?.kind !== 'group' || body.groupKind === 'state') continue;
    if (!fits(body)) {
      if (distance === 0) return undefined;
      continue;
    }
    if (only !== undefined && only.id !== body.id) return undefined;
    only = body;
  }
  return only;
}

/** 'told the Journal', 'the Journal reported': a paper that an article names for what somebody told it or it wrote. */
export function isOnlyTold({ tokens }: AnnotatedDocument, table: EntityTable, paper: string): boolean {
  return table.mentionsOf(paper).every(({ head }) => {
    let token = tokens[head];
    for (let step = 0; token !== undefined && token.upos !== 'VERB' && step < 3; step++)
      token = tokens[token.head];
    return /^(tell|report|say|quote|write)$/.test(token?.lemma ?? '');
  });
}
