import type { AnnotatedDocument } from '@dragoman/nlp';
import type { EntityTable } from '../context.ts';
import { assumedOwner, type OfficeLexicon } from './fallback.ts';
import type { PositionEvidence } from './positions.ts';
import { statesSurelyOf } from './state-of-office.ts';

/** Posts of which a state has one at a time. */
const singular = /^(president|prime minister|premier|chancellor|foreign minister|defen[cs]e minister)$/i;

/**
 * Two people do not hold one post of one state: 'President X flew to Washington, where he met President Y at the White House' makes Y
 * the president of the United States, so X is of another state that the article tells of.
 */
export function withHeadsApart(
  document: AnnotatedDocument,
  table: EntityTable,
  evidence: readonly PositionEvidence[],
  offices: OfficeLexicon,
): PositionEvidence[] {
  const isSure = ({ position, found }: PositionEvidence): boolean =>
    !position.rule.endsWith('+assumed') ||
    (found !== undefined && statesSurelyOf(document, table, found, offices.holders).length === 1);
  return evidence.map((each) => {
    const { position, found } = each;
    if (found === undefined || !isHead(each) || isSure(each)) return each;
    const taken = evidence.filter(
      (other) =>
        other.position.person !== position.person &&
        isHead(other) &&
        isSure(other) &&
        other.position.title.toLowerCase() === position.title.toLowerCase(),
    );
    const states = new Set(taken.flatMap(({ position: { group } }) => group ?? []));
    if (!states.has(position.group ?? '')) return each;
    const owner = assumedOwner(document, table, found, offices, states);
    return { ...each, position: { ...position, group: owner?.id ?? null } };
  });
}

const isHead = ({ position }: PositionEvidence): boolean =>
  position.status === 'current' && position.group !== null && singular.test(position.title);
