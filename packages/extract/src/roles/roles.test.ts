import { makeDocument, type AnnotatedDocument, type Token } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { quantitiesBelow } from './quantities.ts';
import { readRoles } from './roles.ts';

/** A sentence from lines of 'word lemma UPOS XPOS head relation', heads counted from 1, 0 for the root. */
function tree(lines: string): AnnotatedDocument {
  const rows = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  let text = '';
  const tokens = rows.map(([word = '', lemma = '', upos, xpos = '', head, deprel = ''], i): Token => {
    const start = text.length;
    text += `${word} `;
    const where = { i, sentence: 0, start, end: start + word.length };
    const form = { text: word, lower: word.toLowerCase(), lemma, upos: upos as Token['upos'], xpos };
    return { ...where, ...form, head: Number(head) - 1, deprel };
  });
  const sentences = [{ index: 0, start: 0, end: text.length - 1, first: 0, last: tokens.length - 1 }];
  return makeDocument({ text, tokens, sentences, entities: [], predicates: [] });
}

/** A predication's slots as words. */
function slots(document: AnnotatedDocument, word: string): Record<string, string[]> {
  const trigger = document.tokens.find(({ text }) => text === word)?.i ?? -1;
  const filled = Object.entries(readRoles(document).at(trigger).slots).filter(
    ([, fillers]) => fillers.length > 0,
  );
  return Object.fromEntries(
    filled.map(([name, fillers]) => [name, fillers.map((i) => document.tokens[i]?.text ?? '')]),
  );
}

function reality(document: AnnotatedDocument, word: string): [string, boolean] {
  const trigger = document.tokens.find(({ text }) => text === word)?.i ?? -1;
  const { modality, negated } = readRoles(document).at(trigger);
  return [modality, negated];
}

describe('verbs', () => {
  it('turn a passive round and take joined subjects apart', () => {
    const document = tree(`
      Iran Iran PROPN NNP 5 nsubj:pass
      and and CCONJ CC 3 cc
      Syria Syria PROPN NNP 1 conj
      were be AUX VBD 5 aux:pass
      criticized criticize VERB VBN 0 root
      by by ADP IN 7 case
      Norway Norway PROPN NNP 5 obl:agent`);
    expect(slots(document, 'criticized')).toMatchObject({ subject: ['Norway'], object: ['Iran', 'Syria'] });
  });

  it('give an infinitive the object of the verb above where that controls it', () => {
    const document = tree(`
      Kenya Kenya PROPN NNP 2 nsubj
      urged urge VERB VBD 0 root
      Chad Chad PROPN NNP 2 obj
      to to PART TO 5 mark
      release release VERB VB 2 xcomp
      prisoners prisoner NOUN NNS 5 obj`);
    expect(slots(document, 'release')).toMatchObject({ subject: ['Chad'], object: ['prisoners'] });
    expect(reality(document, 'release')).toEqual(['required', false]);
  });

  it('follow a relative pronoun to its noun', () => {
    const document = tree(`
      sanctions sanction NOUN NNS 0 root
      that that PRON WDT 4 obj
      Washington Washington PROPN NNP 4 nsubj
      imposed impose VERB VBD 1 acl:relcl`);
    expect(slots(document, 'imposed')).toMatchObject({ subject: ['Washington'], object: ['sanctions'] });
  });

  it('take "it said it will" as the one who says so', () => {
    const document = tree(`
      NATO NATO PROPN NNP 2 nsubj
      said say VERB VBD 0 root
      it it PRON PRP 5 nsubj
      will will AUX MD 5 aux
      leave leave VERB VB 2 ccomp`);
    expect(slots(document, 'leave')).toMatchObject({ subject: ['NATO'] });
    expect(reality(document, 'leave')).toEqual(['planned', false]);
  });

  it('tell what is denied, refused and only possible from what happened', () => {
    const document = tree(`
      Chad Chad PROPN NNP 2 nsubj
      refused refuse VERB VBD 0 root
      to to PART TO 4 mark
      attend attend VERB VB 2 xcomp
      and and CCONJ CC 7 cc
      may may AUX MD 7 aux
      leave leave VERB VB 2 conj`);
    expect(reality(document, 'attend')).toEqual(['actual', true]);
    expect(reality(document, 'leave')).toEqual(['possible', false]);
  });

  it('do not take "not only" for a negation', () => {
    const document = tree(`
      He he PRON PRP 4 nsubj
      not not PART RB 4 advmod
      only only ADV RB 2 advmod
      met meet VERB VBD 0 root
      them they PRON PRP 4 obj`);
    expect(reality(document, 'met')).toEqual(['actual', false]);
  });
});

describe('nouns', () => {
  it('take the subject and the phrases of a light verb', () => {
    const document = tree(`
      Oman Oman PROPN NNP 2 nsubj
      launched launch VERB VBD 0 root
      an a DET DT 4 det
      attack attack NOUN NN 2 obj
      on on ADP IN 6 case
      Aden Aden PROPN NNP 4 nmod`);
    expect(slots(document, 'attack')).toMatchObject({ subject: ['Oman'], on: ['Aden'] });
  });

  it('see through words that only measure them', () => {
    const document = tree(`
      Kenya Kenya PROPN NNP 2 nsubj
      held hold VERB VBD 0 root
      two two NUM CD 4 nummod
      days day NOUN NNS 2 obj
      of of ADP IN 6 case
      talks talk NOUN NNS 4 nmod
      with with ADP IN 8 case
      Chad Chad PROPN NNP 6 nmod`);
    expect(slots(document, 'talks')).toMatchObject({ subject: ['Kenya'], with: ['Chad'] });
  });

  it('are done to whoever faces them', () => {
    const document = tree(`
      Chad Chad PROPN NNP 2 nsubj
      faced face VERB VBD 0 root
      criticism criticism NOUN NN 2 obj
      from from ADP IN 5 case
      Kenya Kenya PROPN NNP 3 nmod`);
    expect(slots(document, 'criticism')).toMatchObject({ object: ['Chad'], from: ['Kenya'] });
  });

  it('are cancelled where a clause says so', () => {
    const document = tree(`
      meeting meeting NOUN NN 4 nsubj:pass
      had have AUX VBD 4 aux
      been be AUX VBN 4 aux:pass
      announced announce VERB VBN 0 root
      but but CCONJ CC 7 cc
      was be AUX VBD 7 aux:pass
      called call VERB VBN 4 conj
      off off ADP RP 7 compound:prt`);
    expect(reality(document, 'meeting')).toEqual(['cancelled', false]);
  });
});

it('counts observers, not the two sides told before', () => {
  const document = tree(`
    The the DET DT 3 det
    two two NUM CD 3 nummod
    sides side NOUN NNS 4 nsubj
    invited invite VERB VBD 0 root
    40 40 NUM CD 6 nummod
    observers observer NOUN NNS 4 obj
  `);
  expect(quantitiesBelow(document, 3, new Set())).toEqual([
    { value: 40, unit: 'observer', text: '40 observers' },
  ]);
});
