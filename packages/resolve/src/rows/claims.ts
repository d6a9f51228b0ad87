import { idOf } from '@dragoman/core';
import type {
  Entity,
  LinkRow,
  NodeKey,
  NodeRow,
  Position,
  Relation,
  Span,
  Statement,
} from '@dragoman/schemas';
import type { Evidence } from '../evidence/evidence.ts';
import type { Telling } from '../happenings/telling.ts';
import { roleOf } from '../identity/roles.ts';
import { present } from './properties.ts';

/** What a claim says about a lasting link between two nodes; aggregated into that link. */
export interface Support {
  readonly claim: string;
  readonly type: string;
  readonly from: NodeKey;
  readonly to: NodeKey;
  readonly key: string;
  readonly polarity: string;
  readonly confidence: number;
  readonly story: string;
  readonly date: string;
  readonly title?: string;
  readonly since?: string;
  readonly until?: string;
  readonly holding?: string;
  readonly amount?: string;
}

export interface ClaimRows {
  readonly nodes: readonly NodeRow[];
  readonly links: readonly LinkRow[];
  readonly supports: readonly Support[];
}

/** What the claims of one article are written with. */
export interface ClaimContext {
  readonly evidence: Evidence;
  readonly story: string;
  readonly date: string;
  /** The node of a local entity; undefined for an id that the extraction does not have. */
  keyOf(local: string): NodeKey | undefined;
  readonly tellings: readonly Telling[];
  /** Claim id -> the event it supports. */
  eventOf(claim: string): NodeKey | undefined;
}

/** The Claim nodes of an article with the links that leave them, and what they say about lasting links. */
export function claimRows(context: ClaimContext): ClaimRows {
  const writer = new Writer(context);
  const { statements, positions, relations, meetings, events } = context.evidence.extraction;
  for (const statement of statements) writer.statement(statement);
  for (const position of positions) writer.position(position);
  for (const relation of relations) writer.relation(relation);
  const told = [...meetings, ...events];
  for (const [at, telling] of context.tellings.entries())
    writer.telling(telling, told[at]?.quote ?? '', told[at]?.rule ?? '');
  return writer.rows();
}

class Writer {
  readonly #context: ClaimContext;
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #nodes = new Map<string, NodeRow>();
  readonly #links = new Map<string, LinkRow>();
  readonly #supports = new Map<string, Support>();

  constructor(context: ClaimContext) {
    this.#context = context;
    this.#entities = new Map(context.evidence.extraction.entities.map((entity) => [entity.id, entity]));
  }

  rows(): ClaimRows {
    return {
      nodes: [...this.#nodes.values()],
      links: [...this.#links.values()],
      supports: [...this.#supports.values()],
    };
  }

  statement(statement: Statement): void {
    const claim = this.#claim('statement', 'SAYS', statement, [statement.speaker], statement.quote, {
      polarity: 'asserted',
      direct: statement.direct,
    });
    this.#attribute(claim, statement.speaker, statement.cue ?? '');
  }

  position(position: Position): void {
    const claim = this.#claim(
      'position',
      'HOLDS_POSITION',
      position,
      [position.person, position.title, position.group],
      '',
      {
        polarity: 'asserted',
        modality: position.status,
        title: position.title,
        since: position.since,
        until: position.until,
      },
    );
    this.#about(claim, 'holder', position.person);
    if (position.group !== null) this.#about(claim, 'body', position.group);
    this.#attribute(claim, position.attributedTo, '');
    this.#support(
      claim,
      'HOLDS_POSITION',
      position.person,
      position.group,
      roleOf(position.title),
      position,
      {
        polarity: 'asserted',
        title: position.title,
        ...(position.since === null ? {} : { since: position.since }),
        ...(position.until === null ? {} : { until: position.until }),
        holding: position.status,
      },
    );
  }

  relation(relation: Relation): void {
    const claim = this.#claim(
      'relation',
      relation.type,
      relation,
      [relation.from, relation.to, relation.polarity],
      relation.quote,
      {
        polarity: relation.polarity,
        amount: relation.amount,
      },
    );
    this.#about(claim, 'from', relation.from);
    this.#about(claim, 'to', relation.to);
    this.#attribute(claim, relation.attributedTo, '');
    this.#support(claim, relation.type, relation.from, relation.to, '', relation, {
      polarity: relation.polarity,
      ...(relation.amount === null ? {} : { amount: relation.amount }),
    });
  }

  telling(telling: Telling, quote: string, rule: string): void {
    const [span = { start: 0, end: 0 }] = telling.spans;
    this.#put(telling.id, span, quote, {
      kind: telling.type === 'meeting' ? 'meeting' : 'event',
      predicate: telling.type === 'meeting' ? 'MEETS' : telling.type,
      polarity: telling.status === 'denied' ? 'denied' : 'asserted',
      modality: telling.status,
      startAt: telling.start,
      endAt: telling.end,
      place: telling.place?.name,
      direct: telling.direct,
      numbers: telling.numbers.map(({ text }) => text),
      confidence: telling.confidence,
      rule,
    });
    for (const [role, nodes] of this.#rolesOf(telling))
      for (const node of nodes) this.#link('ABOUT', telling.id, nodeKey(node), role, { role });
    if (telling.place !== null)
      this.#link('ABOUT', telling.id, { label: 'Place', id: telling.place.node }, 'place', { role: 'place' });
    if (telling.attributedTo !== null)
      this.#link('ATTRIBUTED_TO', telling.id, nodeKey(telling.attributedTo), '', {});
    const event = this.#context.eventOf(telling.id);
    if (event !== undefined) this.#link('SUPPORTS', telling.id, event, '', {});
  }

  #rolesOf(telling: Telling): [string, readonly string[]][] {
    const acting = [...telling.persons, ...telling.sides];
    return telling.type === 'meeting'
      ? [
          ['participant', acting],
          ['mediator', telling.mediators],
          ['host', telling.hosts],
        ]
      : [
          ['actor', acting],
          ['target', telling.targets],
        ];
  }

  #claim(
    kind: string,
    predicate: string,
    item: { spans: readonly Span[]; confidence: number; rule: string },
    args: readonly (string | null)[],
    quote: string,
    more: Parameters<typeof present>[0],
  ): string {
    const { article } = this.#context.evidence;
    const [span = { start: 0, end: 0 }] = item.spans;
    const named = args.map((arg) => (arg === null ? '' : (this.#entities.get(arg)?.name ?? arg)));
    const id = idOf('claim', { article: article.id, span, predicate, args: named });
    this.#put(id, span, quote, { kind, predicate, ...more, confidence: item.confidence, rule: item.rule });
    return id;
  }

  #put(id: string, span: Span, quote: string, more: Parameters<typeof present>[0]): void {
    const { article, extraction } = this.#context.evidence;
    const words = quote === '' ? article.text.slice(span.start, span.end) : quote;
    const properties = present({
      ...more,
      quote: words,
      start: span.start,
      end: span.end,
      extractorVersion: extraction.extractorVersion,
    });
    this.#nodes.set(id, { label: 'Claim', id, properties });
    this.#link('IN', id, { label: 'Article', id: article.id }, '', {});
  }

  #about(claim: string, role: string, local: string): void {
    const key = this.#context.keyOf(local);
    if (key !== undefined) this.#link('ABOUT', claim, key, role, { role });
  }

  #attribute(claim: string, local: string | null, cue: string): void {
    const key = local === null ? undefined : this.#context.keyOf(local);
    if (key !== undefined && key.label !== 'Place')
      this.#link('ATTRIBUTED_TO', claim, key, '', present({ cue }));
  }

  #link(type: string, claim: string, to: NodeKey, key: string, properties: LinkRow['properties']): void {
    this.#links.set(`${type} ${claim} ${to.id} ${key}`, {
      type,
      from: { label: 'Claim', id: claim },
      to,
      key,
      properties,
    });
  }

  #support(
    claim: string,
    type: string,
    from: string,
    to: string | null,
    key: string,
    item: { confidence: number },
    more: Pick<Support, 'polarity' | 'title' | 'since' | 'until' | 'holding' | 'amount'>,
  ): void {
    const a = this.#context.keyOf(from);
    const b = to === null ? undefined : this.#context.keyOf(to);
    if (a === undefined || b === undefined || a.id === b.id) return;
    const { story, date } = this.#context;
    this.#supports.set(claim, {
      claim,
      type,
      from: a,
      to: b,
      key,
      confidence: item.confidence,
      story,
      date,
      ...more,
    });
  }
}

/** The key of a node from its id, which begins with its kind. */
export function nodeKey(id: string): NodeKey {
  const [kind = ''] = id.split(':');
  const label = labels[kind];
  if (label === undefined) throw new Error(`no label for node ${id}`);
  return { label, id };
}

const labels: Readonly<Record<string, NodeKey['label']>> = {
  person: 'Person',
  group: 'Group',
  place: 'Place',
  meeting: 'Meeting',
  event: 'Event',
  story: 'Story',
};
