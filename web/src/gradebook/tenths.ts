/** A nota as people write it, «4,2» or «4.2» or «4», in tenths; null where it is none. */
export function tenthsOf(text: string): number | null {
  const [, whole, tenth = '0'] = /^([1-7])(?:[,.](\d))?$/.exec(text.trim()) ?? [];
  const tenths = Number(whole) * 10 + Number(tenth);
  return whole !== undefined && tenths <= 70 ? tenths : null;
}
