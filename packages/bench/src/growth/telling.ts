import type { GazetteerEntry } from '@dragoman/gazetteer';
import type {
  Entity,
  Event,
  Extraction,
  Meeting,
  Position,
  Relation,
  Span,
  Statement,
} from '@dragoman/schemas';
import type { CastGroup, CastPerson } from './cast.ts';

type Grounded = Pick<Entity, 'rule' | 'confidence' | 'spans'>;
type Without<T, K extends string> = Omit<T, keyof Grounded | 'quote' | K>;

/** Writes one generated article, sentence by sentence, with what an extractor would have read in it. */
export class ArticleWriter {
  #text = '';
  readonly #entities = new Map<string, Entity>();
  readonly #positions: Position[] = [];
  readonly #relations: Relation[] = [];
  readonly #meetings: Meeting[] = [];
  readonly #events: Event[] = [];
  readonly #statements: Statement[] = [];

  get text(): string {
    return this.#text;
  }

  extraction(articleId: string): Extraction {
    return {
      articleId,
      extractorVersion: 'generated',
      read: true,
      entities: [...this.#entities.values()],
      positions: this.#positions,
      relations: this.#relations,
      meetings: this.#meetings,
      events: this.#events,
      statements: this.#statements,
    };
  }

  /** Adds a sentence and gives its span. */
  say(sentence: string): Span {
    const start = this.#text.length;
    this.#text += `${sentence}\n`;
    return { start, end: start + sentence.length };
  }

  person({ key }: CastPerson, name: string): string {
    return this.#entity({ id: key, kind: 'person', name, aliases: [] });
  }

  state(state: GazetteerEntry): string {
    const { id, name } = state;
    return this.#entity({
      id: `g ${id}`,
      kind: 'group',
      groupKind: 'state',
      name,
      aliases: [],
      gazetteer: id,
    });
  }

  place({ id, name }: GazetteerEntry): string {
    const placeKind = id.startsWith('state:') ? 'country' : 'city';
    return this.#entity({ id: `l ${id}`, kind: 'place', placeKind, name, aliases: [], gazetteer: id });
  }

  group({ key, name, state }: CastGroup): string {
    const country = state.id;
    return this.#entity({ id: key, kind: 'group', groupKind: 'other', name, aliases: [], country });
  }

  position(span: Span, person: string, title: string, group: string): void {
    const open = { since: null, until: null, attributedTo: null };
    this.#positions.push({ ...this.#grounded(span), person, title, group, status: 'current', ...open });
  }

  relation(span: Span, type: Relation['type'], from: string, to: string): void {
    const quote = this.#words(span);
    const told = { polarity: 'asserted' as const, amount: null, attributedTo: null };
    this.#relations.push({ ...this.#grounded(span), type, from, to, ...told, quote });
  }

  meeting(span: Span, meeting: Without<Meeting, 'id'>): void {
    const id = `m${this.#meetings.length}`;
    this.#meetings.push({ ...this.#grounded(span), id, quote: this.#words(span), ...meeting });
  }

  event(span: Span, event: Without<Event, 'id'>): void {
    const id = `x${this.#events.length}`;
    this.#events.push({ ...this.#grounded(span), id, quote: this.#words(span), ...event });
  }

  statement(span: Span, speaker: string): void {
    const quote = this.#words(span);
    this.#statements.push({ ...this.#grounded(span), speaker, quote, direct: false, cue: 'said' });
  }

  #entity(entity: Omit<Entity, keyof Grounded>): string {
    const start = this.#text.length;
    const span = { start, end: start + entity.name.length };
    const known = this.#entities.get(entity.id);
    if (known === undefined) this.#entities.set(entity.id, { ...entity, ...this.#grounded(span) });
    else known.spans.push(span);
    return entity.id;
  }

  #words({ start, end }: Span): string {
    return this.#text.slice(start, end);
  }

  #grounded(span: Span): Grounded {
    return { rule: 'generated', confidence: 0.8, spans: [span] };
  }
}
