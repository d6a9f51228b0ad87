import { child, headOf, type Token } from '@dragoman/nlp';
import { occurrencesOf } from '../word-index.ts';
import { nameUpTo, verbOver } from './phrases.ts';
import type { FoundRelation, RelationSources } from './source.ts';

/** Words for what one stands as or on: 'as a Green Left candidate', 'on the Green Left ticket'. */
const standings = ['candidate', 'nominee', 'ticket', 'list', 'platform', 'banner', 'colours', 'colors'];

/** How many heads up from such a word the verb may be. */
const highestVerb = 3;

/** 'X stood as a Green Left candidate', 'X, elected on the Green Left ticket,': for what party somebody stands. */
export function candidacies(sources: RelationSources): FoundRelation[] {
  return occurrencesOf(sources.context.document, standings).flatMap((noun): FoundRelation[] => {
    const party = nameUpTo(sources, noun.i - 1);
    if (party === undefined || sources.table.byId(party.entity)?.groupKind !== 'party') return [];
    const preposition = child(sources.context.document, noun.i, 'case')?.lower ?? '';
    const verb = /^(as|on|under)$/.test(preposition) ? verbAbove(sources, noun) : undefined;
    if (verb === undefined) return [];
    const { subject = [], object = [] } = sources.roles.at(verb.i).slots;
    const person = [...(/^(elect|re-elect|reelect|pick|choose)$/.test(verb.lemma) ? object : []), ...subject]
      .flatMap((token) => sources.actors.named([token]))
      .find((id) => sources.table.byId(id)?.kind === 'person');
    return person === undefined
      ? []
      : [
          {
            type: 'MEMBER_OF',
            from: person,
            to: party.entity,
            trigger: noun.i,
            rule: 'relations.candidacy',
            confidence: 0.7,
          },
        ];
  });
}

const running =
  /^(stand|run|elect|re-elect|reelect|win|sit|campaign|compete|enter|contest|lose|choose|pick)$/;

/** 'stood as', 'ran on', 'elected on': the verb that the word hangs on. */
function verbAbove(sources: RelationSources, noun: Token): Token | undefined {
  const head = headOf(sources.context.document, noun.i);
  const verb = head === undefined ? undefined : verbOver(sources, head, highestVerb - 1);
  return verb !== undefined && running.test(verb.lemma) ? verb : undefined;
}
