import type { Evidence } from '../evidence/evidence.ts';
import { invented, type Invented } from './invented.ts';

const envoys = [
  { name: 'Teodora Vălean', title: 'foreign minister', of: 'Romania' },
  { name: 'Mykhailo Hordiienko', title: 'deputy prime minister', of: 'Ukraine' },
];

/** Connected articles of invented outlets: talks told three ways, namesakes, a copy, a cancelled round, money. */
const articles: readonly Invented[] = [
  {
    id: 'wire',
    day: '2026-03-02',
    text: 'One text that two outlets carry.',
    people: [...envoys, { name: 'Lars Ekdahl', title: 'special envoy', of: 'European Union' }],
    groups: [{ name: 'Danube Pilots Guild', aliases: ['DPG'], kind: 'ngo' }],
    meetings: [
      {
        who: ['Teodora Vălean', 'Mykhailo Hordiienko'],
        sides: ['Romania', 'Ukraine'],
        mediators: ['Lars Ekdahl'],
        place: 'Constanța',
        start: '2026-02-27',
        end: '2026-02-28',
        direct: false,
      },
      { sides: ['Romania', 'Ukraine'], place: 'Vienna', start: '2026-04', status: 'planned' },
    ],
    relations: [
      { type: 'FUNDS', from: 'European Union', to: 'Danube Pilots Guild', amount: 'two million euros' },
    ],
  },
  {
    id: 'wire-copy',
    day: '2026-03-03',
    text: 'One text that two outlets carry.',
    people: [...envoys, { name: 'Lars Ekdahl', title: 'special envoy', of: 'European Union' }],
    groups: [{ name: 'Danube Pilots Guild', aliases: ['DPG'], kind: 'ngo' }],
    meetings: [
      {
        who: ['Teodora Vălean', 'Mykhailo Hordiienko'],
        sides: ['Romania', 'Ukraine'],
        place: 'Constanța',
        start: '2026-02-27',
        end: '2026-02-28',
      },
    ],
    relations: [
      { type: 'FUNDS', from: 'European Union', to: 'Danube Pilots Guild', amount: 'two million euros' },
    ],
  },
  {
    id: 'explainer',
    day: '2026-03-04',
    people: [
      { name: 'Teodora Valean', title: 'minister of foreign affairs', of: 'Romania' },
      { name: 'Mikhailo Hordienko', title: 'deputy prime minister', of: 'Ukraine' },
      { name: 'Lars Ekdahl', title: 'EU envoy', of: 'European Union' },
      { name: 'Radu Stan', title: 'adviser', of: 'Romania' },
    ],
    meetings: [
      {
        who: ['Teodora Valean', 'Mikhailo Hordienko', 'Radu Stan'],
        sides: ['Romania', 'Ukraine'],
        mediators: ['Lars Ekdahl'],
        place: 'Tulcea',
        start: '2026-02-28',
        end: '2026-03-01',
        direct: true,
      },
      { sides: ['Romania', 'Ukraine'], place: 'Vienna', start: '2026-04-09', status: 'planned' },
    ],
  },
  {
    id: 'denial',
    day: '2026-03-05',
    people: [
      { name: 'Vălean', title: 'foreign minister', of: 'Romania' },
      { name: 'Oksana Bilyk', title: 'spokeswoman', of: 'Ukraine' },
    ],
    meetings: [
      {
        who: ['Vălean'],
        sides: ['Romania', 'Ukraine'],
        start: '2026-02',
        status: 'denied',
      },
      { sides: ['Romania', 'Ukraine'], place: 'Vienna', start: '2026-04', status: 'cancelled' },
    ],
    relations: [{ type: 'FUNDS', from: 'European Union', to: 'Danube Pilots Guild', polarity: 'denied' }],
    groups: [{ name: 'Danube Pilots Guild', kind: 'ngo' }],
  },
  {
    id: 'sport',
    day: '2026-03-02',
    people: [
      { name: 'Radu Stan', title: 'goalkeeper', of: 'FC Tulcea Delta' },
      { name: 'Teodora Vălean', title: 'swimmer', of: 'Chile' },
    ],
    groups: [{ name: 'FC Tulcea Delta', kind: 'other' }],
  },
  {
    id: 'guild',
    day: '2026-03-06',
    people: [
      { name: 'Anca Moldovan', title: 'chairwoman', of: 'DPG' },
      { name: 'Lars Ekdahl', title: 'special envoy', of: 'European Union' },
    ],
    groups: [{ name: 'DPG', kind: 'ngo' }],
    meetings: [
      {
        who: ['Anca Moldovan', 'Lars Ekdahl'],
        sides: ['DPG', 'European Union'],
        place: 'Brussels',
        start: '2026-03-05',
      },
    ],
  },
];

export const storyline: readonly Evidence[] = articles.map(invented);

/** A corrected version of one of the articles: same address, other text. */
export const corrected: Evidence = invented({
  ...(articles[2] ?? { id: 'explainer' }),
  modified: '2026-03-07',
  text: 'The explainer, corrected.',
  people: [{ name: 'Teodora Valean', title: 'foreign minister', of: 'Romania' }],
  meetings: [
    { who: ['Teodora Valean'], sides: ['Romania', 'Ukraine'], place: 'Constanța', start: '2026-02-28' },
  ],
});
