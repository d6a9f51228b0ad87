/** Tells whether a text is an outlet's name, its host, or a part of either. */
export type OutletTest = (text: string) => boolean;

/** How names of Chinese, Japanese and Korean outlets end. */
const eastAsianOutlet = /^.{1,8}(?:网|網|报|報|社|新闻|新聞|频道|頻道|ニュース|일보|뉴스|신문)$/u;

/** A test for the names of one outlet. In: what it calls itself, and the host of its pages. */
export function outletTest(site: string | null, host: string | null): OutletTest {
  const names = [site, host, host?.split('.').slice(0, -1).join('.') ?? null]
    .map((name) => squeezed(name ?? ''))
    .filter((name) => name.length > 2);
  return (text) => {
    const own = squeezed(text);
    if (own === '') return false;
    if (eastAsianOutlet.test(text)) return true;
    return names.some((name) => isNamed(own, name));
  };
}

function isNamed(own: string, name: string): boolean {
  if (own === name || (own.length > 2 && name.includes(own))) return true;
  return own.includes(name) && own.length < name.length * 1.8;
}

const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
