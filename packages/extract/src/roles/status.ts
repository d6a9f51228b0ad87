import type { Predication } from './predication.ts';

/** The statuses of meetings and events. */
export type Status = 'held' | 'ongoing' | 'planned' | 'possible' | 'cancelled' | 'denied';

/** What the modality of a predication makes of the thing it tells; undefined where it tells of nothing that is or will be. */
export function statusOf({ modality, negated }: Predication): Status | undefined {
  if (modality === 'denied') return 'denied';
  if (negated) return /^(?:actual|ongoing|planned)$/.test(modality) ? 'denied' : undefined;
  switch (modality) {
    case 'actual':
      return 'held';
    case 'ongoing':
    case 'planned':
    case 'possible':
    case 'cancelled':
      return modality;
    case 'attempted':
      return 'possible';
    case 'required':
    case 'conditional':
      return undefined;
  }
}
