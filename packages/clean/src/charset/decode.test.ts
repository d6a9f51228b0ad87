import { expect, test } from 'vitest';
import { isBinary } from './binary.ts';
import { decodeDocument } from './decode.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const meta = (charset: string): string => `<meta charset="${charset}">`;
/** 'Привет, мир. Сегодня в Москве прошли переговоры' in windows-1251. */
const cyrillic = Uint8Array.from(
  Buffer.from(
    'cff0e8e2e5f22c20ece8f02e20d1e5e3eee4edff20e220cceef1eae2e520eff0eef8ebe820efe5f0e5e3eee2eef0fb',
    'hex',
  ),
);

test('valid UTF-8 is UTF-8, whatever is declared', () => {
  const bytes = new TextEncoder().encode(`${meta('iso-8859-1')}“naïve”`);
  expect(decodeDocument(bytes, 'windows-1252')).toMatchObject({ charset: 'utf-8', replaced: 'windows-1252' });
  expect(decodeDocument(bytes).source.text).toContain('“naïve”');
});

test('windows-1252 has its quotes and dashes, also under the name latin1', () => {
  const bytes = latin(`${meta('latin1')}\u0093Caf\u00e9\u0094 \u0096 it\u0092s \u0080 5`);
  expect(decodeDocument(bytes).source.text).toContain('“Café” – it’s € 5');
});

test('a byte order mark decides, and is not part of the text', () => {
  expect(decodeDocument(Uint8Array.from(Buffer.from('\ufeffMünchen', 'utf16le'))).source.text).toBe(
    'München',
  );
});

test('UTF-16 is found without a mark', () => {
  expect(decodeDocument(Uint8Array.from(Buffer.from('<html><body>Harbour', 'utf16le'))).source.text).toBe(
    '<html><body>Harbour',
  );
});

test('HTTP comes before meta, and meta before nothing', () => {
  const bytes = latin(
    `${meta('windows-1252')}\u00e9t\u00e9 \u00e9lev\u00e9 \u00e0 c\u00f4t\u00e9 d\u00e9j\u00e0 pr\u00e8s`,
  );
  expect(decodeDocument(bytes).charset).toBe('windows-1252');
  expect(decodeDocument(bytes, 'iso-8859-15').charset).toBe('iso-8859-15');
});

test('a wrong declaration gives way to what reads like text', () => {
  const bytes = Uint8Array.from([...latin(meta('utf-8')), ...cyrillic]);
  expect(decodeDocument(bytes)).toMatchObject({ charset: 'windows-1251', replaced: 'utf-8' });
  expect(decodeDocument(bytes).source.text).toContain('прошли переговоры');
});

test('a cut or broken character does not change the charset of a long text', () => {
  const bytes = new TextEncoder().encode('Überfällige Entscheidung über die Brücke für Fußgänger');
  expect(decodeDocument(bytes.subarray(0, bytes.length - 1)).charset).toBe('utf-8');
  const broken = Uint8Array.from([...bytes, 0xff, ...bytes]);
  expect(decodeDocument(broken).charset).toBe('utf-8');
});

test('text is not binary, and pictures are', () => {
  expect(isBinary(cyrillic)).toBe(false);
  expect(isBinary(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]))).toBe(true);
});

test('a page in UTF-8 is scanned byte for byte, and its pieces are read as text', () => {
  const { source } = decodeDocument(new TextEncoder().encode('<p>Käpitän</p> – Ærø'));
  const from = source.scanned.indexOf('>') + 1;
  expect(source.piece(from, source.scanned.indexOf('</p>'))).toBe('Käpitän');
  expect(source.piece(0, from)).toBe('<p>');
  expect(source.text).toBe('<p>Käpitän</p> – Ærø');
});
