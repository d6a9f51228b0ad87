import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyseTokens, renderDocument } from './analyse.ts';
import { Analyser, annotate } from './analyser.ts';
import type { AnnotatedDocument } from './document.ts';
import { child, headOf, predicateAt, rootOf, spanText, tokensOf } from './walk.ts';

const names = (doc: AnnotatedDocument): string[] =>
  doc.entities.map((entity) => `${entity.kind} ${spanText(doc, entity)}`);

test('a title is no part of a name, and what is said is analysed', () => {
  const doc = annotate(
    'US National Security Advisor Jake Sullivan met Iranian Foreign Minister Abbas Araghchi in Muscat on Tuesday.',
  );
  expect(names(doc)).toEqual([
    'LOC US',
    'PER Jake Sullivan',
    'NORP Iranian',
    'PER Abbas Araghchi',
    'LOC Muscat',
  ]);
  const met = doc.tokens.find((token) => token.text === 'met');
  expect(met?.lemma).toBe('meet');
  const predicate = predicateAt(doc, met?.i ?? -1);
  const roles = predicate?.args.map((arg) => `${arg.role} ${spanText(doc, arg)}`);
  expect(roles).toContain('ARG0 US National Security Advisor Jake Sullivan');
  expect(roles?.some((role) => role.startsWith('ARG1 Iranian Foreign Minister'))).toBe(true);
});

test('sentences of a text without line breaks are told apart where no sign ends them', () => {
  const text =
    'Can anyone tell me where the old ferry leaves from ? thanks a lot I looked at the port for an hour and found nothing. Best regards Anna Try the second pier behind the market. It opens at 5 p.m. Friday said the guard.';
  const sentencesOf = (joined: string): string[] => {
    const doc = annotate(joined);
    return doc.sentences.map(({ start, end }) => joined.slice(start, end));
  };
  expect(sentencesOf(text)).toContain('Try the second pier behind the market.');
  expect(sentencesOf(`${text}\n`)).toEqual(sentencesOf(text));
});

test('negation and modals are on the predicate', () => {
  const doc = annotate('The ministry did not confirm the report. The envoys may meet next week.');
  const confirm = doc.predicates.find(({ token }) => doc.tokens[token]?.lemma === 'confirm');
  const meet = doc.predicates.find(({ token }) => doc.tokens[token]?.lemma === 'meet');
  expect(confirm?.negated).toBe(true);
  expect(meet?.negated).toBe(false);
  expect(meet?.modal).toBe('may');
});

test('offsets are those of the text, over line breaks and signs', () => {
  const text =
    'Oman’s foreign minister said\non Monday that talks — “constructive” ones — would resume.\n\nHe gave no date.';
  const doc = annotate(text);
  for (const token of doc.tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
  expect(doc.sentences).toHaveLength(2);
});

test("a list of one's own decides", () => {
  const file = join(mkdtempSync(join(tmpdir(), 'names-')), 'own.yaml');
  writeFileSync(file, '- {name: Blue Lantern, kind: armed_group}\n');
  const doc = new Analyser({ ownLists: [file] }).annotate('Officials blamed Blue Lantern for the attack.');
  expect(names(doc)).toContain('ORG Blue Lantern');
});

test('given tokens keep their number, have one root, and legal tags', () => {
  const words = "Mr. Smith , who lives in Rome , did n't go .".split(' ');
  const result = analyseTokens(words);
  for (const list of [result.u, result.x, result.l, result.h, result.d, result.t])
    expect(list).toHaveLength(words.length);
  expect(result.h.filter((head) => head === 0)).toHaveLength(1);
  expect(result.t[1]).toBe('B-PER');
  expect(result.preds.some(({ args }) => args.some(({ role }) => role === 'ARGM-NEG'))).toBe(true);
});

test('a sentence longer than the network reads is one tree all the same', () => {
  const words = Array.from({ length: 700 }, (_, i) => (i % 9 === 8 ? ',' : `word${i % 50}`));
  const { h } = analyseTokens(words);
  expect(h.filter((head) => head === 0)).toHaveLength(1);
  for (let i = 0; i < h.length; i++) {
    let steps = 0;
    for (let at = i + 1; at !== 0 && steps <= h.length; at = h[at - 1] ?? 0) steps++;
    expect(steps).toBeLessThanOrEqual(h.length);
  }
});

test('without roles there are no predicates, and all else is the same', () => {
  const text = 'Oman hosted talks on Tuesday.';
  const { predicates, ...rest } = annotate(text, { roles: false });
  expect(predicates).toEqual([]);
  expect({ ...annotate(text), predicates: [] }).toEqual({ ...rest, predicates });
});

test('no words and no text give empty answers', () => {
  expect(analyseTokens([]).w).toEqual([]);
  expect(annotate('').tokens).toEqual([]);
  expect(annotate(' \n\u0000 ').sentences).toEqual([]);
});

/** What holds of every document. */
function expectSound(text: string, doc: AnnotatedDocument): void {
  for (const token of doc.tokens) {
    expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(token.lemma).not.toBe('');
    const head = headOf(doc, token.i);
    if (head !== undefined) expect(head.sentence).toBe(token.sentence);
    expect(rootOf(doc, token.i).sentence).toBe(token.sentence);
  }
  let at = 0;
  for (const sentence of doc.sentences) {
    expect(sentence.first).toBe(at);
    at = sentence.last + 1;
    expect(tokensOf(doc, sentence).filter((token) => token.head < 0)).toHaveLength(1);
  }
  expect(at).toBe(doc.tokens.length);
  let end = 0;
  for (const entity of doc.entities) {
    expect(entity.start).toBeGreaterThanOrEqual(end);
    expect(entity.end).toBeGreaterThan(entity.start);
    end = entity.end;
  }
}

test('any text gives a sound document, twice the same', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          'Mr.',
          'Iran',
          'President',
          '-',
          '(',
          ')',
          'said',
          '.',
          '\n',
          'U.S.',
          'العربية',
          '漢字',
          '🇫🇷',
          '\ud800',
          '\u0007',
          "'s",
          'of',
          'R',
          'Utah',
        ),
        { maxLength: 60 },
      )
      .map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const doc = annotate(text);
      expectSound(text, doc);
      expect(annotate(text)).toEqual(doc);
    }),
    { numRuns: 200 },
  );
});

test('a megabyte on one line is analysed', () => {
  const text = 'the minister of foreign affairs '.repeat(32_768);
  const doc = annotate(text);
  expect(doc.tokens).toHaveLength(5 * 32_768);
  expect(doc.sentences.every((sentence) => sentence.last - sentence.first < 256)).toBe(true);
});

test('the view for eyes has every word and name', () => {
  const doc = annotate('Qatar hosted talks.');
  const view = renderDocument(doc);
  for (const token of doc.tokens) expect(view).toContain(token.text);
  expect(view).toContain('LOC Qatar');
  expect(child(doc, 1, 'nsubj')?.text).toBe('Qatar');
});
