import type { Position } from '@dragoman/schemas';
import { groupedBy } from '../collections.ts';
import { foldName } from '../names/text.ts';
import type { PositionEvidence } from './positions.ts';

/** One position for each person, post and group: the most certain first; a post without a group joins the same post with one. */
export function merged(evidence: readonly PositionEvidence[]): PositionEvidence[] {
  const kept: PositionEvidence[] = [];
  for (const [, same] of groupedBy(
    evidence,
    ({ position }) => `${position.person} ${foldName(position.title)}`,
  )) {
    const ranked = same.toSorted(
      (a, b) =>
        Number(b.position.group !== null) - Number(a.position.group !== null) ||
        b.position.confidence - a.position.confidence,
    );
    const best = ranked[0];
    if (best === undefined) continue;
    const spans = [
      ...new Map(
        same.flatMap(({ position }) => position.spans).map((span) => [`${span.start}-${span.end}`, span]),
      ).values(),
    ];
    kept.push({ ...best, position: { ...best.position, spans: spans as Position['spans'] } });
  }
  return withoutShorter(withoutOtherParties(kept));
}

/** Somebody whom one passage calls the candidate of a party is not that of another: a description that was given to the wrong person. */
function withoutOtherParties(evidence: readonly PositionEvidence[]): PositionEvidence[] {
  const candidacy = ({ position }: PositionEvidence): boolean => position.status === 'candidate';
  const party = ({ position }: PositionEvidence): string =>
    position.group ?? foldName(position.title).split(' ')[0] ?? '';
  return evidence.filter(
    (each) =>
      each.position.rule !== 'positions.nominal' ||
      !candidacy(each) ||
      !evidence.some(
        (other) =>
          other.position.rule !== 'positions.nominal' &&
          candidacy(other) &&
          (other.position.person === each.position.person) !== (party(other) === party(each)),
      ),
  );
}

/** 'foreign minister' for 'minister', 'Senator' for 'Sen.', 'secretary of state' for 'Secretary' before a name. */
function isLonger(other: string, title: string): boolean {
  if (other.endsWith(` ${title}`)) return true;
  if (title === 'secretary') return /\bsecretary (of|general)\b/.test(other);
  return (
    /^(sen|rep|gov|del|gen|amb)$/.test(title) &&
    other.split(' ').some((word) => word.startsWith(title) && word !== title)
  );
}

/** 'his Belgian counterpart' says nothing where the post itself is told. */
const isTitleOf = (other: PositionEvidence, { rule, group }: Position): boolean =>
  rule === 'positions.counterpart' && other.position.rule !== rule && other.position.group === group;

/** 'minister' says nothing where 'foreign minister' of the same person is there. */
function withoutShorter(evidence: readonly PositionEvidence[]): PositionEvidence[] {
  return evidence.filter(({ position }) => {
    const title = foldName(position.title);
    return !evidence.some(
      (other) =>
        other.position.person === position.person &&
        other.position !== position &&
        (isLonger(foldName(other.position.title), title) || isTitleOf(other, position)) &&
        (position.group === null || position.group === other.position.group),
    );
  });
}
