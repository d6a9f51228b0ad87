/** `model.json`, as train/FORMAT.md defines it. */
import { z } from 'zod';

const count = z.number().int().nonnegative();
const names = z.array(z.string().min(1)).min(1);

/** c: convolution, r: recurrence. */
const layerKinds = z.string().regex(/^[cr]+$/);

const tensorSchema = z.object({
  /** Bytes into model.bin. */
  offset: count,
  dtype: z.enum(['f32', 'i8', 'u4']),
  shape: z.array(count).min(1),
});
export type TensorEntry = z.infer<typeof tensorSchema>;

export const modelSchema = z.object({
  version: z.literal(1),
  dims: z.object({
    embedding: count,
    hidden: count,
    recurrent: count,
    arc: count,
    label: count,
    roleHidden: count,
    roleBilinear: count,
    roleDetector: count,
  }),
  layers: layerKinds,
  /** The network that tells sentences apart. */
  boundary: z.object({ layers: layerKinds, hidden: count, recurrent: count }),
  labels: z.object({ upos: names, xpos: names, deprel: names, ner: names, roles: names }),
  features: z.object({
    slots: count,
    hashed: z.array(z.object({ name: z.string(), rows: count.min(1), offset: count })),
    flagOffset: count,
    placeOffset: count,
    nameOffset: count,
    groupOffset: count,
    rows: count,
    placeKinds: names,
  }),
  tensors: z.record(z.string(), tensorSchema),
});

/** What the network is made of: sizes, label sets, feature layout and where its tensors lie. */
export type ModelDescription = z.infer<typeof modelSchema>;
