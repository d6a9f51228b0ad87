/** Names around hyphens, which are tokens of their own. */
import type { Entity } from '../document.ts';
import { isCapitalised, type NameContext, type NameCorrection } from './context.ts';

/** 'Park Geun - hye': what hangs on a person's name by a hyphen belongs to it, unless it makes an adjective ('Trump-era'). */
export const hyphenatedNames: NameCorrection = (entities, context) =>
  entities.map((entity, index) => {
    if (entity.kind !== 'PER') return entity;
    const end = afterHyphen(entity, context);
    const next = entities[index + 1];
    return end === entity.end || (next !== undefined && next.start < end)
      ? entity
      : { ...entity, end, by: 'hyphen' };
  });

function afterHyphen({ end }: Entity, { tokens, lexicon }: NameContext): number {
  const last = tokens[end - 1];
  const hyphen = tokens[end];
  const tail = tokens[end + 1];
  if (last === undefined || hyphen === undefined || tail === undefined) return end;
  const isJoined = /^[-‐‑]$/.test(hyphen.text) && hyphen.start === last.end && tail.start === hyphen.end;
  if (!isJoined || tail.upos !== 'PROPN' || lexicon.hyphenTails.has(tail.lower)) return end;
  return end + 2;
}

/** '(R-Utah)', 'D-N.Y.': a party's letter and a state, read as a person or an organisation. */
export const partyAndState: NameCorrection = (entities, { tokens, lexicon }) =>
  entities.map((entity) => {
    const [party, hyphen, state] = [tokens[entity.start], tokens[entity.start + 1], tokens[entity.start + 2]];
    if (entity.end - entity.start !== 3 || party === undefined || hyphen?.text !== '-' || state === undefined)
      return entity;
    const isState = isCapitalised(state) && lexicon.americanStates.has(state.lower.replaceAll('.', ''));
    return /^[RDI]$/.test(party.text) && isState
      ? { kind: 'LOC', start: entity.start + 2, end: entity.end, by: 'party and state' }
      : entity;
  });
