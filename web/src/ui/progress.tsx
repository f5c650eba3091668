/** A bar of 4 px, always beside its own words («3 de 7 lecciones»), which `label` repeats for who cannot see it. */
export function Progress({ value, max, label }: { value: number; max: number; label: string }) {
  const full = max > 0 && value >= max;
  return (
    <progress className={full ? 'progress success' : 'progress'} value={value} max={max || 1} aria-label={label} />
  );
}
