import { describe, expect, it } from 'vitest';
import { readLanguage } from './language.ts';

const english =
  'The harbour board said on Monday that the dredging of the northern channel would begin in March.';
const german =
  'Die Hafenbehörde teilte am Montag mit, dass die Arbeiten an der nördlichen Fahrrinne im März beginnen.';

describe('the language of an article', () => {
  it('is that of its text, whatever the page declares', () => {
    expect(readLanguage('en-US', german)).toBe('de');
    expect(readLanguage(null, english)).toBe('en');
  });

  it('is the declared one where the text is too short to tell', () => {
    expect(readLanguage('fr-FR', 'Voilà.')).toBe('fr');
    expect(readLanguage(null, 'Ok.')).toBeNull();
  });

  it.each([
    ['ru', 'Министерство сообщило в понедельник, что работы в порту начнутся в марте и продлятся два года.'],
    [
      'uk',
      'Міністерство повідомило в понеділок, що роботи в порту почнуться у березні й триватимуть два роки.',
    ],
    [
      'ar',
      'قالت هيئة الميناء يوم الاثنين إن أعمال التعميق في القناة الشمالية ستبدأ في مارس وتستمر عامين كاملين.',
    ],
    [
      'zh',
      '港务局周一表示，北航道的疏浚工程将于三月开始，预计持续两年，共有十一家公司参与投标，其中三家来自国外，合同将于下周签署，工程由塔林的一家公司承担。',
    ],
    [
      'es',
      'La autoridad portuaria dijo el lunes que el dragado del canal norte comenzará en marzo y durará dos años.',
    ],
  ])('is recognised: %s', (code, text) => {
    expect(readLanguage(null, text)).toBe(code);
  });

  it.each([
    ['en', 'Claudia Sheinbaum named Juan Ramón de la Fuente foreign minister.'],
    ['en', 'Andrés Manuel López Obrador and Luis Arce signed the agreement in La Paz.'],
    ['en', 'Luiz Inácio Lula da Silva spoke with Alberto Fernández in Brasília.'],
    ['en', 'Recep Tayyip Erdoğan hosted Volodymyr Zelenskyy in Ankara.'],
    ['es', 'Gustavo Petro se reunió con Nicolás Maduro en Caracas el martes.'],
    ['nl', 'Mark Rutte sprak dinsdag in Den Haag met de koning over de begroting.'],
    ['de', 'Olaf Scholz traf am Dienstag in Berlin Emmanuel Macron.'],
  ])('is not that of the names in it: %s, %s', (code, text) => {
    expect(readLanguage(null, text)).toBe(code);
  });
});
