import type { Cloze } from './cloze.ts';

/** Gaps and their options by the keys that our own writer noted, as `ley capital:norte,sur`; as they are where it noted none. */
export function named(cloze: Cloze, noted: string | undefined): Cloze {
  const names = noted?.split(' ') ?? [];
  if (names.length !== cloze.gaps.length) return cloze;
  const pairs = cloze.gaps.map((gap, i) => renamed(gap, cloze.keys[gap.id]!, names[i]!));
  return {
    ...cloze,
    gaps: pairs.map(({ gap }) => gap),
    keys: Object.fromEntries(pairs.map(({ gap, key }) => [gap.id, key])),
  };
}

type Gap = Cloze['gaps'][number];
type Key = Cloze['keys'][string];

function renamed(gap: Gap, key: Key, name: string): { gap: Gap; key: Key } {
  const [id = '', options = ''] = name.split(':');
  if (gap.type !== 'choice' || key.type !== 'choice') return { gap: { ...gap, id }, key };
  const ids = options.split(',');
  const right = gap.options.findIndex((option) => option.id === key.correct);
  const shown = gap.options.map((option, i) => ({ ...option, id: ids[i] ?? option.id }));
  return { gap: { ...gap, id, options: shown }, key: { type: 'choice', correct: ids[right] ?? key.correct } };
}
