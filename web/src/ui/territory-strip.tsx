/** CUT codes of the 16 regions from north to south, the order of the strip. */
const northToSouth = '15 01 02 03 04 05 13 06 07 16 08 09 14 10 11 12'.split(' ');

/** The country as 16 stretches. `on` holds the CUT codes of the regions to light, or all of them. An ornament: the words beside it say the same. */
export function TerritoryStrip({ on = [] }: { on?: readonly string[] | 'all' }) {
  return (
    <span className="territory-strip" aria-hidden="true">
      {northToSouth.map((cut) => (
        <i key={cut} className={on === 'all' || on.includes(cut) ? 'on' : undefined} />
      ))}
    </span>
  );
}
