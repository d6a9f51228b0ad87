import { type AnnotatedDocument, child, children, hasRelation, type Token } from '@dragoman/nlp';
import type { EntityTableBuilder } from '../entity-table.ts';
import { foldName } from '../names/text.ts';
import type { PhraseContext } from './phrases.ts';

/**
 * Notes how the article describes its entities: 'the militia', 'a firm in Isfahan', 'the former trade minister'. By
 * apposition, by 'X is a …', by the nouns before a name, and by the last word of a body's own name.
 */
export function addDescriptions(context: PhraseContext): void {
  const { document, table } = context;
  for (const mention of table.mentions) {
    if (mention.form !== 'name') continue;
    const head = document.tokens[mention.head];
    const entity = table.byId(mention.entity);
    if (head === undefined || entity === undefined) continue;
    const { descriptions } = table.profileOf(mention.entity);
    const nouns = [
      ...children(document, head.i, 'appos'),
      ...describedBefore(context, head),
      ...predicates(context, head),
    ];
    for (const noun of nouns)
      if (noun.upos === 'NOUN' && table.mentionAt(noun.i)?.form !== 'name')
        descriptions.add(noun.lemma.toLowerCase());
    if (entity.kind === 'group')
      for (const word of foldName(entity.name).split(' ').slice(1)) descriptions.add(word);
  }
}

/** "Ethiopia's foreign minister, Dawit Mekonnen" and 'the company Tidewell': a noun that the name hangs on or that hangs on it. */
function describedBefore(context: PhraseContext, head: Token): Token[] {
  const { document } = context;
  const governor = document.tokens[head.head];
  const above =
    governor !== undefined && (hasRelation(head, 'appos') || hasRelation(head, 'flat')) ? [governor] : [];
  return [
    ...above,
    ...children(document, head.i, 'compound').filter((token) => token.i < head.i),
    ...children(document, head.i, 'nmod:desc'),
  ];
}

/** 'X is a militia', 'X, which is a firm'. */
function predicates(context: PhraseContext, head: Token): Token[] {
  const { document } = context;
  const predicate = document.tokens[head.head];
  return predicate !== undefined &&
    hasRelation(head, 'nsubj') &&
    child(document, predicate.i, 'cop') !== undefined
    ? [predicate]
    : [];
}

/**
 * Adds a mention for every noun that stands beside a name and means the same: 'the FAC, the militia that …', "Eritrea's foreign
 * minister, Girmay Tesfatsion", 'a clerk named Ali Kadafo'. What is said of the noun is then said of the entity.
 */
export function addAppositions(context: PhraseContext, table: EntityTableBuilder): void {
  const { document } = context;
  for (const mention of table.mentions.slice()) {
    const head = document.tokens[mention.head];
    const entity = table.byId(mention.entity);
    if (mention.form !== 'name' || head === undefined || entity === undefined || entity.kind === 'place')
      continue;
    const governor = document.tokens[head.head];
    const above =
      governor !== undefined && (hasRelation(head, 'appos') || isNaming(document, head, governor))
        ? [governor]
        : [];
    const words = document.tokens.slice(mention.first, mention.last + 1);
    const below = words
      .flatMap(({ i }) => children(document, i, 'appos'))
      .filter(({ i }) => i < mention.first || i > mention.last);
    for (const noun of [...below, ...above]) {
      const named = isNaming(document, head, noun) ? document.tokens[noun.head] : noun;
      if (
        named === undefined ||
        named.upos !== 'NOUN' ||
        named.xpos === 'NNS' ||
        table.mentionsAt(named.i).some((other) => other.head === named.i)
      )
        continue;
      if (children(document, named.i, 'cc').length > 0) continue;
      table.addMention({
        entity: entity.id,
        form: 'nominal',
        first: named.i,
        last: named.i,
        head: named.i,
        rule: 'coreference.apposition',
      });
    }
  }
}

/** 'a clerk named Ali Kadafo': the name is what a participle of naming says of the noun above it. */
function isNaming(document: AnnotatedDocument, name: Token, governor: Token): boolean {
  return (
    /^(name|call|dub|nickname)$/.test(governor.lemma) &&
    governor.deprel.startsWith('acl') &&
    /^(obj|xcomp)/.test(name.deprel) &&
    document.tokens[governor.head]?.upos === 'NOUN'
  );
}
