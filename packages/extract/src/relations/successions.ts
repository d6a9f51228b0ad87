import { headOf, type Token } from '@dragoman/nlp';
import { occurrencesOf } from '../word-index.ts';
import { nameFrom } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** How many words of a title may stand between the participle and the name: 'replacing former minister X'. */
const longestTitle = 5;

/** 'X was named chief executive, succeeding Y', 'X takes over on Monday, replacing Y': the parser takes such participles for prepositions. */
export function successions(sources: RelationSources): FoundRelation[] {
  return occurrencesOf(sources.context.document, ['succeeding', 'replacing']).flatMap(
    (participle): FoundRelation[] => {
      if (/^(csubj|nsubj|root|obj|ccomp)/.test(participle.deprel)) return [];
      const to = personBehind(sources, participle.i);
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

function personBehind(sources: RelationSources, from: number): string | undefined {
  const { tokens } = sources.context.document;
  for (let at = from + 1; at <= from + longestTitle; at++) {
    const name = nameFrom(sources, at);
    if (name !== undefined)
      return sources.table.byId(name.entity)?.kind === 'person' ? name.entity : undefined;
    if (!/^(DET|ADJ|NOUN|PROPN)$/.test(tokens[at]?.upos ?? '')) return undefined;
  }
  return undefined;
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
