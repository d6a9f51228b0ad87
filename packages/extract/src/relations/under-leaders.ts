import type { Mention } from '../context.ts';
import { occurrencesOf } from '../word-index.ts';
import { nameFrom, nameUpTo } from './phrases.ts';
import { personBehind } from './person-behind.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** What may stand between 'under' and a name: 'under its new director, Clara Bauer'. */
const titleWords = /^(?:ADJ|NOUN|PROPN|PRON|PUNCT)$/;

/** 'The council, under X, …', "Under X's leadership, the council …", 'Under its director, X, the museum …': who leads a body that is no state. */
export function underLeaders(sources: RelationSources): FoundRelation[] {
  const { tokens } = sources.context.document;
  const alone = occurrencesOf(sources.context.document, ['under']).filter(
    ({ i }) => tokens[i + 1]?.text !== '-',
  );
  return alone.flatMap((under): FoundRelation[] => {
    const person = personBehind(sources, under.i, titleWords);
    const body =
      person === undefined ? undefined : (bodyRightBefore(sources, under.i) ?? bodyBehind(sources, person));
    return person === undefined || body === undefined
      ? []
      : [
          {
            type: 'LEADS',
            from: person.entity,
            to: body.entity,
            trigger: under.i,
            rule: 'relations.under-leader',
            confidence: 0.65,
          },
        ];
  });
}

/** Heads of states, under whom a body works that others lead. */
const headsState = /^(president|king|queen|prime|premier|chancellor|emperor|sultan|shah)$/;

/** 'the council under X', 'the council, under X': a body right before; not 'the council under President X'. */
function bodyRightBefore(sources: RelationSources, under: number): Mention | undefined {
  const { tokens } = sources.context.document;
  if (headsState.test(tokens[under + 1]?.lower ?? '')) return undefined;
  const comma = tokens[under - 1]?.text === ',';
  const name = nameUpTo(sources, under - (comma ? 2 : 1));
  return name !== undefined && isLed(sources, name) ? name : undefined;
}

/** "Under X's leadership, the council", 'under its director, X, the museum': a body behind the comma that closes the phrase. */
function bodyBehind(sources: RelationSources, person: Mention): Mention | undefined {
  const { tokens } = sources.context.document;
  let at = person.last + 1;
  if (
    /^(leadership|command|direction|chairmanship|presidency|tenure|stewardship)$/.test(
      tokens[at + 1]?.lower ?? '',
    )
  )
    at += 2;
  if (tokens[at]?.text !== ',') return undefined;
  const name = nameFrom(sources, tokens[at + 1]?.upos === 'DET' ? at + 2 : at + 1);
  return name !== undefined && isLed(sources, name) ? name : undefined;
}

const isLed = (sources: RelationSources, { entity, form }: Mention): boolean =>
  form === 'name' &&
  /^(government_body|igo|party|armed_group|military|media|company|ngo|other)$/.test(
    sources.table.byId(entity)?.groupKind ?? '',
  );
