import { checkLexicon } from './check-lexicon.ts';
for (const f of checkLexicon()) console.log(f.file, f.message);
