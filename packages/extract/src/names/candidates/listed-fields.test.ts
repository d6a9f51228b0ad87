import { describe, expect, it } from 'vitest';
import { groupsOf } from '../../testing/named-entities.ts';

describe('bodies whose fields stand in a row', () => {
  it('are one', () => {
    expect(groupsOf('The Ministry of Fisheries, Forests and Mines closed the harbour.')).toEqual([
      'Ministry of Fisheries, Forests and Mines',
    ]);
    expect(groupsOf('The Department for Culture, Media and the Arts agreed.')).toEqual([
      'Department for Culture, Media and the Arts',
    ]);
  });

  it('are one as far as their initials go', () => {
    expect(groupsOf("The Timber, Pulp, Paper and Allied Workers' Union (TPPAWU) called a strike.")).toEqual([
      "Timber, Pulp, Paper and Allied Workers' Union",
    ]);
  });

  it('end where another name begins', () => {
    expect(groupsOf('The Ministry of Justice, Russia and Ukraine signed.')).toContain('Ministry of Justice');
  });
});
