import { z } from 'zod';

export const RegionList = z
  .object({
    items: z.array(
      z.object({
        cut: z.string(),
        name: z.string(),
        shortName: z.string(),
        stripCode: z.string(),
        timeZone: z.string(),
      }),
    ),
  })
  .meta({ id: 'RegionList' });

export const ComunaList = z
  .object({ items: z.array(z.object({ cut: z.string(), name: z.string(), province: z.string() })) })
  .meta({ id: 'ComunaList' });

export const TerritoryKindList = z
  .object({
    items: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        plural: z.string(),
        norm: z.string(),
        validFrom: z.iso.date().nullable(),
        validTo: z.iso.date().nullable(),
        note: z.string(),
      }),
    ),
  })
  .meta({ id: 'TerritoryKindList' });
