import type { AnnotatedDocument } from '@dragoman/nlp';
import { groupedBy } from '../../collections.ts';
import { cuesAt, joinedNames } from './cues.ts';
import type { Evidence } from './mention.ts';
import { shapeOf } from './shape.ts';
import { isProminent } from '../known-names.ts';
import { isPossessive } from '../runs.ts';
import type { SpanTools } from '../candidates/model-spans.ts';
import type { NameSpan, SpanKind } from '../spans.ts';

type Kind = Exclude<SpanKind, 'misc'>;
const kinds: readonly Kind[] = ['person', 'group', 'place'];

/** So much must the words around a name speak for a kind, and by so much more than all speaks for the next. */
const least = 1.25;
/** Of a word with a capital that no model took for a name. */
const leastUnread = 1.75;
const margin = 0.5;
/** Where the name's own words speak for the kind as well, a hint is told, and enough with these. */
const hint = 0.5;
const enough = 2;
/** What a given name counts more where the model sees somebody too. */
const fullName = 0.75;
/** What it counts against a person that the gazetteer has a town of the name, where the model sees a place too. */
const town = 1;
/** What one more cue of the same sort counts. */
const again = 0.5;

/**
 * The kinds of the names that no list knows, by `surface`: what is told of a name at all its places is summed up, with what the model took it for,
 * and decides where it is clear enough. A name that is not told of enough is left out.
 */
export function weighedKinds(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  surface: (span: NameSpan) => string,
  tools: SpanTools,
): Map<string, Kind> {
  const open = groupedBy(
    spans.filter((span) => isOpen(span) && !isCommon(document, span, tools)),
    surface,
  );
  const closed = groupedBy(
    spans.filter((span) => !isOpen(span) && span.adjective !== true),
    surface,
  );
  const told = new Map<string, Evidence>();
  const shapes = new Map<string, Partial<Evidence>>();
  for (const [name, same] of open) {
    told.set(name, evidenceOf(document, same, tools));
    if (same[0] !== undefined) shapes.set(name, shapeOf(document, same[0], tools));
  }
  for (const [name] of open) addSurname(name, told);
  const decided = new Map<string, Kind>();
  const decide = (rows: ReadonlyMap<string, Partial<Evidence>>): void => {
    for (const [name, same] of open) {
      if (decided.has(name)) continue;
      const said = summed(told.get(name) ?? none, rows.get(name) ?? {});
      const isUnread = same.every((span) => span.rule === 'names.unread');
      const kind = clearest(said, shapes.get(name) ?? {}, votes(same, closed.get(name) ?? []), isUnread);
      if (kind !== undefined) decided.set(name, kind);
    }
  };
  decide(new Map());
  decide(fromRows(document, spans, surface, decided));
  return decided;
}

const none: Evidence = { person: 0, group: 0, place: 0 };

/** Is the kind of a name neither known nor told by its head word or a title? */
export function isOpen(span: NameSpan): boolean {
  return (
    span.groupKind === undefined &&
    span.placeKind === undefined &&
    span.adjective !== true &&
    !span.readings.some(({ entry }) => isProminent(entry)) &&
    !/^names\.(title|ruler|kin|pair|numbered|political|owned|bare-body|introduced)/.test(span.rule)
  );
}

/** 'Parliament', 'State Senator': a noun with a capital, or a title. */
function isCommon(
  { tokens }: AnnotatedDocument,
  { first, last }: NameSpan,
  { heads, titles }: SpanTools,
): boolean {
  const word = tokens[last]?.lower ?? '';
  if (titles.wordOf(word) !== undefined) return true;
  return (
    first === last &&
    (heads.groupKind([word]) ?? heads.placeKind([word]) ?? heads.commonKind(word)) !== undefined
  );
}

function evidenceOf(document: AnnotatedDocument, same: readonly NameSpan[], tools: SpanTools): Evidence {
  const seen = new Map<string, number>();
  let total = none;
  for (const span of same)
    for (const [cue, evidence] of cuesAt(document, span, tools)) {
      const times = seen.get(cue) ?? 0;
      seen.set(cue, times + 1);
      total = summed(total, evidence, times === 0 ? 1 : again);
    }
  return total;
}

const summed = (to: Evidence, more: Partial<Evidence>, weight = 1): Evidence => ({
  person: to.person + weight * (more.person ?? 0),
  group: to.group + weight * (more.group ?? 0),
  place: to.place + weight * (more.place ?? 0),
});

/** What is told of 'Kolka' as somebody is told of 'Þórdís Kolka'. */
function addSurname(name: string, told: Map<string, Evidence>): void {
  const last = name.includes(' ') ? told.get(name.slice(name.lastIndexOf(' ') + 1)) : undefined;
  const own = told.get(name);
  if (last !== undefined && own !== undefined && last.person > 0)
    told.set(name, summed(own, { person: last.person }));
}

/** What the model and the other rules take a name for. */
function votes(open: readonly NameSpan[], closed: readonly NameSpan[]): Evidence {
  const count = (spans: readonly NameSpan[], kind: Kind): number =>
    spans.filter((span) => span.kind === kind).length;
  const vote = (kind: Kind): number => {
    const [by, sure] = [count(open, kind), count(closed, kind)];
    return (by > 0 ? Math.min(1.25, 0.25 + 0.25 * by) : 0) + (sure > 0 ? 2 : 0);
  };
  const isTown = open.some(
    ({ kind, readings }) => kind === 'place' && readings.some(({ entry }) => entry.placeKind === 'city'),
  );
  return { person: vote('person') - (isTown ? town : 0), group: vote('group'), place: vote('place') };
}

function clearest(
  told: Evidence,
  shape: Partial<Evidence>,
  votes: Evidence,
  isUnread: boolean,
): Kind | undefined {
  const all = summed(summed(told, votes), shape);
  // A given name and a surname that the model takes for somebody's: a place or body is called so seldom.
  if ((shape.person ?? 0) > 0 && votes.person > Math.max(votes.group, votes.place)) all.person += fullName;
  const [best, next] = kinds.toSorted((a, b) => all[b] - all[a]);
  if (best === undefined || next === undefined || all[best] - all[next] < margin) return undefined;
  const isTold =
    told[best] >= (isUnread ? leastUnread : least) ||
    (told[best] >= hint && told[best] + (shape[best] ?? 0) >= enough);
  return isTold ? best : undefined;
}

/** Names of one row, one of them decided, speak for its kind. */
function fromRows(
  document: AnnotatedDocument,
  spans: readonly NameSpan[],
  surface: (span: NameSpan) => string,
  decided: ReadonlyMap<string, Kind>,
): Map<string, Partial<Evidence>> {
  const { tokens } = document;
  const at = new Map<number, NameSpan>();
  for (const span of spans) for (let token = span.first; token <= span.last; token++) at.set(token, span);
  const isRow = (a: NameSpan, b: NameSpan): boolean => {
    const [from, to] = a.first < b.first ? [a.last + 1, b.first] : [b.last + 1, a.first];
    const between = tokens.slice(from, to);
    const [next, word] = [tokens[Math.max(a.last, b.last) + 1], tokens[Math.max(a.last, b.last) + 2]];
    // 'A of Kenya and B of Uganda', "A and Fox News' B": what is joined are A and B.
    if (next?.lower === 'of' || (next !== undefined && isPossessive(next))) return false;
    const goesOn = /^(,|and|or)$/.test(next?.lower ?? '') && (at.has(word?.i ?? -1) || word?.lower === 'and');
    return (
      between.every(({ i, lower }) => at.has(i) || /^(,|and|or|&|the)$/.test(lower)) &&
      (goesOn || between.some(({ lower }) => /^(and|or)$/.test(lower)))
    );
  };
  const rows = new Map<string, Partial<Evidence>>();
  for (const span of spans) {
    if (!isOpen(span)) continue;
    for (const token of joinedNames(document, span)) {
      const other = at.get(token);
      if (other === undefined || other === span || !isRow(span, other)) continue;
      const kind = decided.get(surface(other)) ?? (isOpen(other) ? undefined : other.kind);
      if (kind !== undefined && kind !== 'misc') rows.set(surface(span), { [kind]: 1.5 });
    }
  }
  return rows;
}
