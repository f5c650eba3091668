import type { Schemas } from '../api/client.ts';

/** A publication as its pages show it; its introduction is a text of its own. */
export type Publication = Omit<Schemas['Publication'], 'introduction'>;
