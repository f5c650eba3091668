import { words } from './words.ts';

type RegionTableProps = {
  caption: string;
  heads: readonly string[];
  regions: readonly { cut: string | null; name: string | null; values: readonly string[] }[];
};

/** Figures by region, from north to south. */
export function RegionTable({ caption, heads, regions }: RegionTableProps) {
  return (
    <>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.detail.region}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="numeric">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {regions.map(({ cut, name, values }) => (
            <tr key={cut}>
              <th scope="row">{name ?? words.detail.noRegion}</th>
              {values.map((value, i) => (
                <td key={heads[i]} className="numeric">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="fine">{words.detail.hidden}</p>
    </>
  );
}
