import { beforeAll, describe, expect, test } from 'vitest';
import { assertReadOnly } from '../cypher/read-only.ts';
import { cookbook } from '../testing/cookbook.ts';
import { writeInventedGraph } from '../testing/invented-graph.ts';
import { describeOnBothStores } from '../testing/stores.ts';
import type { Row } from '../values.ts';
import { answerQuestion } from './answer.ts';
import { question, questions } from './load.ts';

const now = new Date('2031-05-07T09:00:00Z');

/** What each question is asked, and some of what it must answer. */
const asked: Record<string, { given: Record<string, string>; answers: object[] }> = {
  'meetings-of': {
    given: { actor: 'Maren' },
    answers: [
      {
        startAt: '2031-05-03',
        place: 'Port Elin',
        status: 'held',
        people: ['Tomas Reku'],
        mediators: ['Sheikh Adil'],
        disputed: ['place', 'start', 'status'],
      },
      { meeting: 'Visit to Karst', status: 'cancelled', people: [] },
    ],
  },
  'words-behind': {
    given: { a: 'Valdoria', b: 'River League' },
    answers: [
      { link: 'FUNDS', words: 'Valdoria pays the League', source: 'Harbour Post', published: '2031-05-04' },
    ],
  },
  disagreements: {
    given: { event: 'talks in Port Elin' },
    answers: [
      { slot: 'place', value: 'Port Elin', source: 'Harbour Post' },
      { slot: 'place', value: 'Karst', source: 'The Lantern' },
      { slot: 'start', value: '2031-05-03' },
      { slot: 'start', value: '2031-05-02' },
      { slot: 'status', value: 'held, direct' },
      { slot: 'status', value: 'denied', accordingTo: 'Tomas Reku' },
    ],
  },
  'one-or-two': {
    given: { actor: 'River League' },
    answers: [
      {
        place: 'Dunmore',
        startAt: '2031-02-03',
        words: 'the bank and the League met on Monday',
        orStartAt: '2031-02-06',
        orWords: 'the bank received the League on Thursday',
      },
    ],
  },
  copies: {
    given: {},
    answers: [
      {
        title: 'Ministers meet',
        firstOutlet: 'Harbour Post',
        copies: 2,
        outlets: ['Harbour Post', 'Northern Wire'],
      },
    ],
  },
  denials: {
    given: { actor: 'Orsk' },
    answers: [
      {
        denier: 'Ilse Maren',
        denial: 'Valdoria pays nobody',
        claimant: 'Orsk',
        claim: 'Valdoria pays the League',
      },
    ],
  },
  'unconfirmed-meetings': {
    given: {},
    answers: [
      { meeting: 'Summit in Dunmore', status: 'planned', parties: ['Orsk', 'Valdoria'] },
      { meeting: 'Visit to Karst', status: 'cancelled' },
    ],
  },
  'shortest-tie': {
    given: { a: 'Sheikh Adil', b: 'River League' },
    answers: [
      {
        along: [
          'Sheikh Adil',
          'Maren and Reku, talks in Port Elin',
          'Ilse Maren',
          'Valdoria',
          'River League',
        ],
        links: ['PARTICIPATED_IN', 'PARTICIPATED_IN', 'HOLDS_POSITION', 'FUNDS'],
        steps: 4,
      },
    ],
  },
  posts: {
    given: { person: 'Ilse Maren' },
    answers: [{ post: 'Foreign Minister', body: 'Valdoria', outlets: ['Harbour Post'] }],
  },
  timeline: {
    given: { actor: 'Orsk', from: '2031-05' },
    answers: [{ startAt: '2031-05-05', event: 'Raid on a depot', roles: ['target'] }],
  },
  'meetings-near': {
    given: { place: 'Karst', kilometres: '60', from: '2031-05-01', to: '2031-05' },
    answers: [
      { place: 'Karst', kilometres: 0 },
      { place: 'Port Elin', kilometres: 55, parties: ['Ilse Maren', 'Sheikh Adil', 'Tomas Reku'] },
    ],
  },
  'if-retracted': {
    given: { article: 'https://lantern.example/2031-05-05' },
    answers: [
      { change: 'goes', what: 'Raid on a depot' },
      { change: 'goes', what: 'Maren and Reku, talks in Port Elin – Karst' },
      { change: 'goes', what: 'Orsk – Raid on a depot' },
      { change: 'goes', what: 'River League – Raid on a depot' },
      { change: 'loses a telling', what: 'Maren and Reku, talks in Port Elin' },
    ],
  },
  'first-versions': {
    given: { event: 'Maren and Reku, talks in Port Elin' },
    answers: [
      { place: 'Port Elin', firstOutlet: 'Harbour Post', tellings: 2 },
      { place: 'Karst', firstOutlet: 'The Lantern' },
      { status: 'denied', firstOutlet: 'Orsk Gazette' },
    ],
  },
  funding: {
    given: { actor: 'Valdoria' },
    answers: [
      {
        giver: 'Valdoria',
        link: 'FUNDS',
        receiver: 'River League',
        amounts: ['3 million a year'],
        denials: 1,
      },
    ],
  },
  'new-since': {
    given: {},
    answers: [{ new: false, event: 'Maren and Reku, talks in Port Elin', articles: 1 }],
  },
};

describeOnBothStores('a saved question', (store) => {
  beforeAll(async () => {
    await store.erase();
    await writeInventedGraph(store.get());
  });

  test.each(Object.keys(asked))('%s is answered', async (name) => {
    const { given, answers } = asked[name] ?? { given: {}, answers: [] };
    const rows: Row[] = await answerQuestion(store.get(), name, given, now);
    expect(rows).toMatchObject(answers);
  });

  test('with a name that nothing has is answered with names like it', async () => {
    const asking = answerQuestion(store.get(), 'timeline', { actor: 'Ilze Morena' }, now);
    await expect(asking).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('Ilse Maren'),
    });
  });

  test.each([
    ['timeline', {}, 'actor is missing'],
    ['copies', { colour: 'red' }, 'it takes none'],
    ['timeline', { actor: 'Orsk', from: 'yesterday-ish' }, 'must be a date'],
    ['meetings-near', { place: 'Karst', kilometres: 'far' }, 'must be a number'],
  ])('%s with %o is refused', async (name, given, message) => {
    const asking = answerQuestion(store.get(), name, given, now);
    await expect(asking).rejects.toMatchObject({ code: 'USAGE', message: expect.stringContaining(message) });
  });
});

describe('the saved questions', () => {
  test('are all asked by these tests, and only read', () => {
    expect(questions().map(({ name }) => name)).toEqual(Object.keys(asked).toSorted());
    for (const { cypher } of questions()) expect(() => assertReadOnly(cypher)).not.toThrow();
  });

  test('use the parameters that they declare, and no others', () => {
    for (const { cypher, parameters, name } of questions()) {
      const used = [...new Set(cypher.match(/(?<=\$)\w+/g))].toSorted();
      expect([name, ...used]).toEqual([name, ...Object.keys(parameters).toSorted()]);
    }
  });

  test('are shown in the cookbook as they are', async () => {
    await expect(cookbook()).toMatchFileSnapshot('../../../../docs/questions.md');
  });

  test('an unknown one is told which there are', () => {
    expect(() => question('nonsense')).toThrow(/meetings-of/);
  });
});
