import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@dragoman/core';
import { defaultGazetteer } from '@dragoman/gazetteer';
import type { Evidence } from '@dragoman/resolve';
import type { Entity, Extraction, Quantity } from '@dragoman/schemas';

interface GoldEntity {
  readonly id: string;
  readonly kind: 'person' | 'group' | 'place';
  readonly groupKind?: string;
  readonly placeKind?: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}
interface GoldHappening {
  readonly id: string;
  readonly place?: string | null;
  readonly start?: string | null;
  readonly end?: string | null;
  readonly status: string;
  readonly attributedTo?: string | null;
  readonly quote: string;
  readonly [role: string]: unknown;
}
/** An annotated article, as `../shared/gold/FORMAT.md` has it. */
export interface GoldArticle {
  readonly id: string;
  readonly url?: string;
  readonly source?: string;
  readonly title?: string;
  readonly published?: string;
  readonly language?: string;
  readonly keep?: readonly string[];
  readonly entities: readonly GoldEntity[];
  readonly positions?: readonly { person: string; title: string; group: string | null }[];
  readonly relations?: readonly {
    type: string;
    from: string;
    to: string;
    polarity: string;
    amount?: string;
    attributedTo?: string | null;
    quote: string;
  }[];
  readonly meetings?: readonly GoldHappening[];
  readonly events?: readonly GoldHappening[];
}

export function readGold(folder: string): GoldArticle[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'storylines.json');
  return files.toSorted().map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as GoldArticle);
}

/** An annotated article as if a perfect extractor had read it: what resolution is measured on by itself. */
export function goldEvidence(gold: GoldArticle): Evidence {
  const text = (gold.keep ?? []).join('\n');
  const extraction = goldExtraction(gold, text);
  return {
    article: {
      id: gold.id,
      url: gold.url ?? null,
      source: gold.source ?? null,
      language: gold.language ?? null,
      title: gold.title ?? null,
      authors: [],
      published: gold.published ?? null,
      modified: null,
      fetched: null,
      text,
      textHash: sha256(text),
      cleanerVersion: 'gold',
    },
    extraction,
    fingerprint: { bands: [], sketch: [] },
  };
}

function goldExtraction(gold: GoldArticle, text: string): Extraction {
  const grounded = (quote: string) => {
    const start = Math.max(0, text.indexOf(quote));
    return {
      rule: 'gold',
      confidence: 1,
      spans: [{ start, end: start + quote.length }] as [{ start: number; end: number }],
    };
  };
  const happening = (told: GoldHappening) => ({
    ...grounded(told.quote),
    id: told.id,
    place: told.place ?? null,
    start: told.start ?? null,
    end: told.end ?? null,
    status: told.status,
    attributedTo: told.attributedTo ?? null,
    quote: told.quote,
    numbers: numbersIn(told.quote),
  });
  const ids = (told: GoldHappening, role: string): string[] =>
    Array.isArray(told[role]) ? (told[role] as string[]) : [];
  return {
    articleId: gold.id,
    extractorVersion: 'gold',
    read: true,
    entities: gold.entities.map((entity) => ({ ...grounded(entity.name), ...goldEntity(entity) })),
    positions: (gold.positions ?? []).map((position) => ({
      ...grounded(position.title),
      ...position,
      status: 'current' as const,
      since: null,
      until: null,
      attributedTo: null,
    })),
    relations: (gold.relations ?? []).map((relation) => ({
      ...grounded(relation.quote),
      ...relation,
      amount: relation.amount ?? null,
      attributedTo: relation.attributedTo ?? null,
    })),
    meetings: (gold.meetings ?? []).map((told) => ({
      ...happening(told),
      form: '',
      participants: ids(told, 'participants'),
      represented: ids(told, 'represented'),
      mediators: ids(told, 'mediators'),
      hosts: ids(told, 'hosts'),
      direct: null,
    })),
    events: (gold.events ?? []).map((told) => ({
      ...happening(told),
      type: String(told['type']),
      mode: null,
      actors: ids(told, 'actors'),
      targets: ids(told, 'targets'),
      background: false,
    })),
    statements: [],
  };
}

function goldEntity(entity: GoldEntity): Omit<Entity, 'rule' | 'confidence' | 'spans'> {
  const { id, kind, name } = entity;
  const wanted = kind === 'group' ? 'groupKind' : 'placeKind';
  const [hit] =
    kind === 'person' ? [] : defaultGazetteer().find(name, (found) => found.entry[wanted] !== undefined);
  return {
    id,
    kind,
    name,
    aliases: [...(entity.aliases ?? [])],
    ...(entity.groupKind === undefined ? {} : { groupKind: entity.groupKind }),
    ...(entity.placeKind === undefined ? {} : { placeKind: entity.placeKind }),
    ...(hit === undefined ? {} : { gazetteer: hit.entry.id }),
  };
}

/** Numbers with the word that follows, as an extractor would give them. */
function numbersIn(quote: string): Quantity[] {
  return [...quote.matchAll(/(\d[\d,]*)\s?(?:unarmed |African Union |\(AU\) )*([a-z]+)/gu)].map(
    ([text, digits = '', unit = '']) => ({
      value: Number(digits.replaceAll(',', '')),
      unit,
      text,
    }),
  );
}
