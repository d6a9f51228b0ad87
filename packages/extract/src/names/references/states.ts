import { type AnnotatedDocument, child, hasRelation, headOf, spanOffsets } from '@dragoman/nlp';
import type { EntityTableBuilder } from '../../entity-table.ts';
import type { Mention } from '../../context.ts';
import type { NameLexicons } from '../lexicons.ts';
import { textBetween } from '../text.ts';

/** Words for a state's rulers that make its name a name of the state: 'the Syrian government', 'Iranian authorities'. */
const rulers = /^(government|regime|authorities|leadership|administration)$/;

/**
 * Adds mentions of a state by those who speak and act for it: 'Iranian officials', 'the government of Norway',
 * "Syria's regime". Must run when all names are in the table.
 */
export function addStateNominals(
  document: AnnotatedDocument,
  table: EntityTableBuilder,
  lexicons: NameLexicons,
): void {
  for (const mention of table.mentions.slice()) {
    const entity = table.byId(mention.entity);
    if (entity?.groupKind !== 'state' && entity?.placeKind !== 'country') continue;
    const state = entity.kind === 'group' ? entity : table.counterpart(entity.id);
    const head = spokenFor(document, mention, lexicons);
    if (state === undefined || head === undefined) continue;
    const first = Math.min(mention.first, head);
    const last = Math.max(mention.last, head);
    const taken = table.mentionsAt(head).some((other) => other.head === head);
    if (taken) continue;
    const surface = textBetween(document.text, document.tokens, first, last);
    table.addMention({ entity: state.id, form: 'nominal', first, last, head, rule: 'names.state-nominal' });
    if (rulers.test(document.tokens[head]?.lower ?? '') && !state.aliases.includes(surface)) {
      state.aliases.push(surface);
      state.spans.push(spanOffsets(document, { start: first, end: last + 1 }));
    }
  }
}

/** The noun for a state's rulers or servants that a mention of the state modifies or completes. */
function spokenFor(
  document: AnnotatedDocument,
  mention: Mention,
  lexicons: NameLexicons,
): number | undefined {
  const token = document.tokens[mention.head];
  const governor = headOf(document, mention.head);
  if (token === undefined || governor === undefined || !lexicons.groupHeads.government.has(governor.lower))
    return undefined;
  if (governor.i > mention.last) {
    const near = governor.i - mention.last <= 4;
    return near &&
      (hasRelation(token, 'amod') || hasRelation(token, 'compound') || hasRelation(token, 'nmod'))
      ? governor.i
      : undefined;
  }
  return hasRelation(token, 'nmod') &&
    child(document, token.i, 'case')?.lower === 'of' &&
    mention.first - governor.i <= 3
    ? governor.i
    : undefined;
}
