import type { LeadsOut } from './emit.ts';

const authority = /^(?:https?:)?\/\/(?:[^/?#@]*@)?([^/?#:@]+)/i;
/** Second-level names under which countries register sites, as in 'co.uk', are short. */
const maxSecondLevel = 3;

/** The part of a host that a site registers: 'news.example.co.uk' is of 'example.co.uk'. */
function siteOf(host: string): string {
  const labels = host.toLowerCase().split('.');
  const [second = '', top = ''] = labels.slice(-2);
  return labels.slice(top.length === 2 && second.length <= maxSecondLevel ? -3 : -2).join('.');
}

/** A test for addresses of other sites. In: the host of the page, or null where it is not known: then none is. */
export function leadsOutOf(host: string | null): LeadsOut {
  const own = host === null ? null : siteOf(host);
  return (address) => {
    const other = own === null ? undefined : authority.exec(address.trim())?.[1];
    return other !== undefined && siteOf(other) !== own;
  };
}
