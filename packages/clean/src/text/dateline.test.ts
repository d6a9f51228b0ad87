import { describe, expect, it } from 'vitest';
import { readDateline } from './dateline.ts';

describe('a dateline', () => {
  it.each([
    ['BRUSSELS - European leaders gathered on Friday.', { place: 'Brussels', agency: null, date: null }],
    ['DHAKA, 18 February 2026 – The network signed.', { place: 'Dhaka', agency: null, date: '2026-02-18' }],
    ['Berlin (dpa) - Der Bundestag hat entschieden.', { place: 'Berlin', agency: 'dpa', date: null }],
    ['LONDON/PARIS (Reuters) — Ministers met.', { place: 'London/Paris', agency: 'Reuters', date: null }],
    [
      'MOSCOW, February 5, 2026. /TASS/. The envoy left.',
      { place: 'Moscow', agency: 'TASS', date: '2026-02-05' },
    ],
    ['新华社北京2026年2月5日电 会议开始。', { place: '北京', agency: '新华社', date: '2026-02-05' }],
    ['TEMA, Ghana — Some 3,000 dockers walked off.', { place: 'Tema, Ghana', agency: null, date: null }],
    ['(EFE).- Nicaragua cerró el año con deuda.', { place: null, agency: 'EFE', date: null }],
  ])('is read from %j', (text, expected) => {
    expect(readDateline(text)).toEqual(expected);
  });

  it('takes its year from the publication date', () => {
    const text = 'DJIBOUTI CITY, Dec 30 (Meridian) — Both sides agreed.';
    expect(readDateline(text, '2026-01-02')?.date).toBe('2025-12-30');
    expect(readDateline(text)?.date).toBeNull();
  });

  it('needs no agency and no date in the first paragraph', () => {
    const text =
      'Lomé - The port authority took in 14 ships during the strike, its director said on Saturday.';
    expect(readDateline(text, null, true)).toEqual({ place: 'Lomé', agency: null, date: null });
    expect(readDateline(text)).toBeNull();
    expect(readDateline(`Analysis - ${text}`, null, true)).toBeNull();
  });

  it.each([
    'The talks – the first in three years – ended early.',
    'Bread - and nothing else - was on the table.',
    'Ilona Varga – who chairs the board – said no.',
  ])('is not seen in %j', (text) => {
    expect(readDateline(text)).toBeNull();
  });
});
