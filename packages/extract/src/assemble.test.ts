import { annotate } from '@dragoman/nlp';
import { describe, expect, it } from 'vitest';
import { assemble } from './assemble.ts';
import { contextOf } from './coreference/coreference.ts';
import { EntityTableBuilder } from './entity-table.ts';
import { emptyReading } from './reading.ts';

const draft = (name: string, start: number) => ({
  kind: 'person' as const,
  name,
  aliases: [],
  rule: 'test',
  confidence: 1,
  spans: [{ start, end: start + 1 }] as [{ start: number; end: number }],
});

describe('assemble', () => {
  it('numbers entities in text order, renames references and leaves out what nothing refers to', () => {
    const table = new EntityTableBuilder();
    const [late, early, unused] = [draft('Late', 20), draft('Early', 3), draft('Unused', 9)].map((each) =>
      table.addEntity(each),
    );
    for (const entity of [late, early])
      table.addMention({ entity: entity!.id, form: 'name', first: 0, last: 0, head: 0, rule: 'test' });
    const reading = emptyReading(contextOf(annotate('Nobody came.')), table);
    reading.relations = [
      {
        type: 'FAMILY_OF',
        from: late!.id,
        to: early!.id,
        polarity: 'asserted',
        amount: null,
        attributedTo: null,
        quote: '',
        rule: 'test',
        confidence: 1,
        spans: [{ start: 0, end: 1 }],
      },
    ];
    const extraction = assemble(reading, '1');
    expect(extraction.entities.map(({ id, name }) => `${id} ${name}`)).toEqual(['p1 Early', 'p2 Late']);
    expect(extraction.relations[0]).toMatchObject({ from: 'p2', to: 'p1' });
    expect(extraction.entities.some(({ name }) => name === unused!.name)).toBe(false);
  });
});
