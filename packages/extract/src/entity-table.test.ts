import { describe, expect, it } from 'vitest';
import { EntityTableBuilder, type EntityDraft } from './entity-table.ts';

const draft = (kind: 'person' | 'group' | 'place', name: string): EntityDraft => ({
  kind,
  name,
  aliases: [],
  rule: 'test',
  confidence: 1,
  spans: [{ start: 0, end: 1 }],
});

describe('EntityTableBuilder', () => {
  it('numbers entities by kind', () => {
    const table = new EntityTableBuilder();
    const ids = [draft('person', 'A'), draft('group', 'B'), draft('person', 'C'), draft('place', 'D')].map(
      (each) => table.addEntity(each).id,
    );
    expect(ids).toEqual(['p1', 'g1', 'p2', 'l1']);
  });

  it('gives the innermost mention at a token and the widest that a token heads', () => {
    const table = new EntityTableBuilder();
    const state = table.addEntity(draft('group', 'Ethiopia'));
    const ministry = table.addEntity(draft('group', 'Ethiopian Foreign Ministry'));
    table.addMention({ entity: ministry.id, form: 'name', first: 1, last: 3, head: 3, rule: 'test' });
    table.addMention({ entity: state.id, form: 'adjective', first: 1, last: 1, head: 1, rule: 'test' });
    expect(table.mentionAt(1)?.entity).toBe(state.id);
    expect(table.mentionAt(2)?.entity).toBe(ministry.id);
    expect(table.actorAt(3)?.id).toBe(ministry.id);
    expect(table.mentions.map(({ entity }) => entity)).toEqual([ministry.id, state.id]);
  });

  it('gives the other side of a state where the place or the actor is asked for', () => {
    const table = new EntityTableBuilder();
    const group = table.addEntity(draft('group', 'Iran'));
    const place = table.addEntity(draft('place', 'Iran'));
    table.pair(group.id, place.id);
    table.addMention({ entity: group.id, form: 'name', first: 0, last: 0, head: 0, rule: 'test' });
    expect(table.placeAt(0)).toBe(place);
    expect(table.actorAt(0)).toBe(group);
  });

  it('refuses a mention of an entity it does not have', () => {
    const mention = { entity: 'p9', form: 'name' as const, first: 0, last: 0, head: 0, rule: 'test' };
    expect(() => new EntityTableBuilder().addMention(mention)).toThrow(RangeError);
  });
});
