import type { EntityTable } from '../context.ts';
import type { FoundTitle } from './found-title.ts';

interface Evidence {
  readonly position: { readonly title: string; readonly group: string | null };
  readonly found: FoundTitle;
}

/** Public offices that no company, charity or other private body has. */
const publicOffice = /\b(minister|governor|mayor)( (of|for) .*)?$/i;

/** 'Its governor, X' beside a charity, 'state minister for Karamoja' beside a league of that name: the body is not that of the office. */
export function withoutStrangeBodies<E extends Evidence>(table: EntityTable, evidence: readonly E[]): E[] {
  return evidence.map((each) => {
    const group = table.byId(each.position.group ?? '');
    const isPrivate = /^(ngo|company|other|media)$/.test(group?.groupKind ?? '');
    if (!isPrivate || !publicOffice.test(each.position.title) || /\bbank\b/i.test(group?.name ?? ''))
      return each;
    const { owner: _owner, link: _link, ...phrase } = each.found.phrase;
    return { ...each, position: { ...each.position, group: null }, found: { ...each.found, phrase } };
  });
}
