import { sha256 } from '@dragoman/core';
import { duplicates } from '@dragoman/pipeline';
import type { Evidence } from '@dragoman/resolve';
import type { Event, Relation } from '@dragoman/schemas';
import { generator } from '../random.ts';
import { castGroup, castPerson, castPlace, castState, pick, word, zipf } from './cast.ts';
import { ArticleWriter } from './telling.ts';

/** How many articles the generated world's outlets publish a day, and how many outlets there are. */
const articlesADay = 100;
const outlets = 300;
/** Articles come in rounds: in each, some stories are told by several outlets. The first two tellings of the longest are copies. */
const round = [6, 4, 3, 2, 2, 1, 1, 1];
const articlesInRound = round.reduce((sum, count) => sum + count, 0);

const eventTypes: readonly Event['type'][] = ['ACCUSE', 'ASSAULT', 'AGREE', 'SANCTION', 'REJECT', 'AID'];
const relationTypes: readonly Relation['type'][] = ['ALLIED_WITH', 'OPPOSES', 'ARMS', 'FUNDS', 'MEMBER_OF'];
const forms = ['talks', 'meeting', 'visit', 'summit', 'call'];

/** Whom and what a story is about; its articles tell it each in their way. */
interface Story {
  readonly number: number;
  readonly day: number;
  readonly people: readonly number[];
  readonly groups: readonly number[];
}

/** How many people (or bodies) were in the news until then: new ones come ever more slowly, as new words do. */
function knownBy(article: number, first: number): number {
  return Math.floor(first * (article + 100) ** 0.7);
}

function storyOf(number: number, article: number): Story {
  const random = generator(number * 31 + 5);
  random();
  const some = (count: number, first: number): number[] => [
    ...new Set(Array.from({ length: count }, () => zipf(random, knownBy(article, first)))),
  ];
  return {
    number,
    day: Math.floor(article / articlesADay),
    people: some(2 + Math.floor(random() * 4), 20),
    groups: some(1 + Math.floor(random() * 2), 4),
  };
}

/** Which story an article tells, and as the how-manieth. */
function placeOf(article: number): { story: Story; telling: number } {
  const first = Math.floor(article / articlesInRound) * articlesInRound;
  let rest = article - first;
  let at = 0;
  while (rest >= (round[at] ?? Infinity)) {
    rest -= round[at] ?? 0;
    at += 1;
  }
  return { story: storyOf((first / articlesInRound) * round.length + at, first), telling: rest };
}

/**
 * One article of a generated world with what a reader would find in it: people, bodies and states as frequent as in the news, meetings
 * that several outlets tell with other names, days and places, copies, events between states, lasting links, statements.
 */
export function generatedArticle(number: number): Evidence {
  const { story, telling } = placeOf(number);
  const copied = telling === 1 && round[story.number % round.length] === round[0];
  const writer = new ArticleWriter();
  write(writer, story, copied ? 0 : telling);
  const id = sha256(`generated ${number}`);
  const { text } = writer;
  return {
    article: {
      id,
      url: `https://generated.example/${number}`,
      source: `Outlet ${zipf(generator(number * 17 + 1), outlets)}`,
      language: 'en',
      title: text.slice(0, text.indexOf('\n')),
      authors: [],
      published: isoDay(story.day + (telling % 2)),
      modified: null,
      fetched: null,
      text,
      textHash: sha256(text),
      cleanerVersion: 'generated',
    },
    extraction: writer.extraction(id),
    fingerprint: duplicates.fingerprint(text),
  };
}

function write(writer: ArticleWriter, story: Story, telling: number): void {
  const random = generator(story.number * 1009 + telling * 97 + 3);
  random();
  const cast = story.people.map(castPerson);
  const people = cast.map((person) => {
    const name = `${person.given} ${telling % 5 === 4 ? person.surname.replace('a', 'aa') : person.surname}`;
    const state = writer.state(person.state);
    // Now and then an article gives the surname alone, or no post.
    const local = writer.person(person, random() < 0.04 ? person.surname : name);
    const span = writer.say(`${person.state.name}’s ${person.title} ${name} spoke of ${filler(random, 9)}.`);
    if (random() < 0.8) writer.position(span, local, person.title, state);
    return { local, state };
  });
  meet(writer, story, telling, people, random);
  happen(writer, story, telling, random);
  for (const { local } of people) {
    writer.statement(writer.say(`The ${filler(random, 3)} would be ${filler(random, 12)}, he said.`), local);
  }
  for (const rank of story.groups) {
    const group = castGroup(rank);
    const span = writer.say(`${group.name} of ${group.state.name} told of ${filler(random, 10)}.`);
    writer.relation(span, pick(random, relationTypes), writer.group(group), writer.state(group.state));
  }
  for (let more = 0; more < 8; more += 1) writer.say(`A ${filler(random, 22)}.`);
}

/** Half of the stories are of a meeting of their first two people; one telling in six gives another day, another place. */
function meet(
  writer: ArticleWriter,
  { number, day }: Story,
  telling: number,
  [first, second]: readonly { local: string; state: string }[],
  random: () => number,
): void {
  if (number % 2 === 1 || first === undefined || second === undefined || first.local === second.local) return;
  const told = generator(number * 13 + (random() < 0.16 ? telling : 0));
  told();
  const place = castPlace(told, castState(told));
  const span = writer.say(`They met in ${place.name} for ${filler(random, 8)}.`);
  writer.meeting(span, {
    form: pick(told, forms),
    participants: [first.local, second.local],
    represented: first.state === second.state ? [] : [first.state, second.state],
    mediators: [],
    hosts: [],
    place: writer.place(place),
    start: isoDay(day - Math.floor(told() * 3)),
    end: null,
    status: told() < 0.85 ? 'held' : 'planned',
    direct: null,
    attributedTo: null,
    numbers: [],
  });
}

/** Something between two states, as frequent as they are, and a lasting link between two others. */
function happen(writer: ArticleWriter, { number, day }: Story, telling: number, random: () => number): void {
  const told = generator(number * 43 + 11);
  told();
  const [actor, target, from, to] = [castState(told), castState(told), castState(told), castState(told)];
  if (actor.id !== target.id) {
    const span = writer.say(`${actor.name} and ${target.name}: ${filler(random, 10)}.`);
    writer.event(span, {
      type: pick(told, eventTypes),
      mode: null,
      actors: [writer.state(actor)],
      targets: [writer.state(target)],
      place: telling % 2 === 0 ? writer.place(castPlace(told, target)) : null,
      start: told() < 0.7 ? isoDay(day - (number % 3)) : null,
      end: null,
      status: 'held',
      attributedTo: null,
      numbers: [],
      background: false,
    });
  }
  if (from.id === to.id) return;
  const span = writer.say(`${from.name} stands by ${to.name} in ${filler(random, 7)}.`);
  writer.relation(span, pick(told, relationTypes), writer.state(from), writer.state(to));
}

function filler(random: () => number, count: number): string {
  return Array.from({ length: count }, () => word(zipf(random, 20_000), 2).toLowerCase()).join(' ');
}

function isoDay(day: number): string {
  return new Date(Date.UTC(2020, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
}
