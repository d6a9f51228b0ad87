import type { Token } from '@dragoman/nlp';
import type { Mention } from '../context.ts';
import { occurrencesOf } from '../word-index.ts';
import { personBehind } from './person-behind.ts';
import { nameFrom, nameUpTo } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** 'Ann Lowe, for the Greens, said', 'For the Greens, Ann Lowe said': who speaks in a debate for a party or a society. */
export function speakersFor(sources: RelationSources): FoundRelation[] {
  const { tokens } = sources.context.document;
  return occurrencesOf(sources.context.document, ['for']).flatMap((token): FoundRelation[] => {
    const body = nameFrom(sources, tokens[token.i + 1]?.upos === 'DET' ? token.i + 2 : token.i + 1);
    if (body === undefined || tokens[body.last + 1]?.text !== ',' || !mayBeSpokenFor(sources, body))
      return [];
    const person = speakerBefore(sources, token, body) ?? speakerBehind(sources, token, body);
    return person === undefined
      ? []
      : [
          {
            type: 'SPOKE_FOR',
            from: person.entity,
            to: body.entity,
            trigger: token.i,
            rule: 'relations.speaker-for',
            confidence: 0.7,
          },
        ];
  });
}

const mayBeSpokenFor = (sources: RelationSources, { entity }: Mention): boolean =>
  /^(party|ngo|company|other)$/.test(sources.table.byId(entity)?.groupKind ?? '');

const saying = /^(say|tell|add|argue|warn|reply|respond|claim|call|accuse|urge|welcome)$/;

const says = (token: Token | undefined): boolean => token?.upos === 'VERB' && saying.test(token.lemma);

/** 'Ann Lowe, for the Greens, said': between two commas behind the name. */
function speakerBefore(sources: RelationSources, { i }: Token, body: Mention): Mention | undefined {
  const { tokens } = sources.context.document;
  const name = tokens[i - 1]?.text === ',' ? nameUpTo(sources, i - 2) : undefined;
  return name !== undefined && isPerson(sources, name) && says(tokens[body.last + 2]) ? name : undefined;
}

/** 'For the Greens, Ann Lowe said': at the beginning of a sentence. */
function speakerBehind(sources: RelationSources, { i, sentence }: Token, body: Mention): Mention | undefined {
  const { tokens, sentences } = sources.context.document;
  if (sentences[sentence]?.first !== i) return undefined;
  const name = personBehind(sources, body.last + 1, /^(NOUN|PROPN|ADJ)$/);
  return name !== undefined && says(tokens[name.last + 1]) ? name : undefined;
}

const isPerson = (sources: RelationSources, { form, entity }: Mention): boolean =>
  form === 'name' && sources.table.byId(entity)?.kind === 'person';
