import { decodeDocument } from './charset/decode.ts';
import { emitBlocks } from './html/emit.ts';
import { parsePage } from './html/parse-page.ts';
import { readRegions } from './html/region.ts';
import { defaultLimits } from './limits.ts';

/**
 * A page's whole visible text, a line a block, as a crude scraper leaves it.
 * In: the page's bytes. Errors: HTML_TOO_DEEP, HTML_TOO_COMPLEX.
 */
export function visibleText(bytes: Uint8Array): string {
  const { page } = parsePage(decodeDocument(bytes).source, null, defaultLimits);
  return emitBlocks(readRegions(page.body), null)
    .map((block) => block.text)
    .join('\n');
}
