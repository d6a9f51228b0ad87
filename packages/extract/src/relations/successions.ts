import { headOf, type Token } from '@dragoman/nlp';
import { occurrencesOf } from '../word-index.ts';
import { personBehind } from './person-behind.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** What a title before the name may be made of. */
const titleWords = /^(?:DET|ADJ|NOUN|PROPN)$/;

/** 'X was named chief executive, succeeding Y', 'X takes over on Monday, replacing Y': the parser takes such participles for prepositions. */
export function successions(sources: RelationSources): FoundRelation[] {
  return occurrencesOf(sources.context.document, ['succeeding', 'replacing']).flatMap(
    (participle): FoundRelation[] => {
      if (/^(csubj|nsubj|root|obj|ccomp)/.test(participle.deprel)) return [];
      const to = personBehind(sources, participle.i, titleWords)?.entity;
      const from = to === undefined ? undefined : subjectAbove(sources, participle);
      return from === undefined || to === undefined || from === to
        ? []
        : [
            {
              type: 'SUCCEEDS',
              from,
              to,
              trigger: participle.i,
              rule: 'relations.succession',
              confidence: 0.7,
            },
          ];
    },
  );
}

/** How many heads up the verb may be. */
const highestVerb = 5;

/** The person who is the subject of the first verb above, in whatever voice. */
function subjectAbove(sources: RelationSources, participle: Token): string | undefined {
  const { document } = sources.context;
  let token = headOf(document, participle.i);
  for (let step = 0; token !== undefined && step < highestVerb; step++) {
    if (token.upos === 'VERB' && token.i < participle.i) {
      const { subject = [], object = [] } = sources.roles.at(token.i).slots;
      const person = [...(token.xpos === 'VBN' ? object : []), ...subject]
        .flatMap((part) => sources.actors.named([part]))
        .find((id) => sources.table.byId(id)?.kind === 'person');
      if (person !== undefined) return person;
    }
    token = headOf(document, token.i);
  }
  return undefined;
}
