import type { FoundRelation, RelationSources } from './source.ts';

/** The letter of a label by the party's name in the gazetteer. */
const parties: Readonly<Record<string, RegExp>> = { R: /^republican/i, D: /^democrat/i };

/** '(R-ID)', '(D-N.H.)', '(D)', ', R-Okla.': members of the party that the article names elsewhere. */
export function partyLabels(sources: RelationSources): FoundRelation[] {
  const { document } = sources.context;
  return sources.table.mentions.flatMap((mention) => {
    const person = sources.table.byId(mention.entity);
    const open = document.tokens[mention.last + 1];
    const label = document.tokens[mention.last + 2];
    if (person?.kind !== 'person' || !/^[(,]$/.test(open?.text ?? '') || label === undefined) return [];
    const letter = /^([RD])(?:[-–—].*)?$/.exec(label.text)?.[1];
    const shape = `${open?.text}${label.text}${document.tokens[mention.last + 3]?.text ?? ''}`;
    const pattern =
      letter === undefined || !/^([(,][RD][-–—]|\([RD]\)$)/.test(shape) ? undefined : parties[letter];
    const party =
      pattern === undefined
        ? undefined
        : sources.table.entities.find((entity) => entity.groupKind === 'party' && pattern.test(entity.name));
    return party === undefined
      ? []
      : [
          {
            type: 'MEMBER_OF',
            from: person.id,
            to: party.id,
            trigger: label.i,
            rule: 'relations.party-label',
            confidence: 0.9,
          },
        ];
  });
}
