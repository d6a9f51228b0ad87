import { child, hasRelation } from '@dragoman/nlp';
import type { Cue } from './mention.ts';

/** What the name does, by its verb. */
export const doing: Cue = ({ document, tools, head, governor }) => {
  if (governor?.upos !== 'VERB' || !hasRelation(head, 'nsubj') || head.deprel.endsWith(':pass'))
    return undefined;
  const { person, group, place } = tools.heads.lexicons.kindCues;
  const lemma = governor.lemma.toLowerCase();
  if (person.does.sure.has(lemma)) return { person: 2 };
  if (group.does.sure.has(lemma)) return { group: 2 };
  if (place.does.sure.has(lemma) && governor.lower !== 'lied') return { place: 2 };
  const { does, reports, results } = group.trades;
  const object = child(document, governor.i, 'obj')?.lemma.toLowerCase() ?? '';
  if (does.has(lemma) || (reports.has(lemma) && results.has(object))) return { group: 1.5 };
  const evidence = {
    ...(person.does.likely.has(lemma) ? { person: 0.75 } : {}),
    ...(group.does.likely.has(lemma) ? { group: 0.75 } : {}),
    ...(place.does.likely.has(lemma) ? { place: 0.5 } : {}),
  };
  return Object.keys(evidence).length > 0 ? evidence : undefined;
};

/** What is done to it. */
export const undergoing: Cue = ({ tools, head, governor }) => {
  const isDoneTo = hasRelation(head, 'obj') || head.deprel === 'nsubj:pass';
  if (governor?.upos !== 'VERB' || !isDoneTo) return undefined;
  const { person, group, place } = tools.heads.lexicons.kindCues;
  const lemma = governor.lemma.toLowerCase();
  if (person.undergoes.sure.has(lemma)) return { person: 2 };
  if (group.undergoes.sure.has(lemma)) return { group: 2 };
  if (place.undergoes.sure.has(lemma)) return { place: 2 };
  const evidence = {
    ...(person.undergoes.likely.has(lemma) ? { person: 1 } : {}),
    ...(group.undergoes.likely.has(lemma) ? { group: 1 } : {}),
    ...(place.undergoes.likely.has(lemma) ? { place: 1 } : {}),
  };
  return Object.keys(evidence).length > 0 ? evidence : undefined;
};

/** 'works for X', 'owned by X', 'sold to X', 'according to X'. */
export const obliquely: Cue = ({ tools, span, head, governor, preposition, isArticled, modifies }) => {
  if (preposition === undefined || modifies || !hasRelation(head, 'obl') || governor?.upos !== 'VERB')
    return undefined;
  const { group, person } = tools.heads.lexicons.kindCues;
  const { by, for: served, to } = group;
  const lemma = governor.lemma.toLowerCase();
  if (/^(by|to)$/.test(preposition.lower) && person.holds.has(lemma))
    return { group: 1.5, person: span.first === span.last ? 0.5 : 1 };
  if (preposition.lower === 'by') return by.has(lemma) ? { group: 1.5, person: 0.5 } : undefined;
  if (/^(for|with|at)$/.test(preposition.lower) && served.has(lemma)) return { group: 1.25, person: 0.5 };
  if (preposition.lower === 'to' && to.has(lemma)) return { group: 1.25, person: 0.25 };
  return lemma === 'accord' && !isArticled ? { person: 0.5, group: 0.5 } : undefined;
};

/** 'told X', 'an interview with X': somebody or a newspaper; with an article a newspaper. */
export const told: Cue = ({ head, governor, preposition, isArticled, document }) => {
  const isTold =
    governor?.upos === 'VERB' && /^(tell|inform|brief)$/.test(governor.lemma) && /obj/.test(head.deprel);
  const isAsked = preposition?.lower === 'with' && document.tokens[preposition.i - 1]?.lower === 'interview';
  if (!isTold && !isAsked) return undefined;
  return isArticled ? { group: 1.5 } : { group: 0.75, person: 0.5 };
};
