import { Link } from 'react-router';
import { Icon } from './icon.tsx';

type ActiveFiltersProps = {
  /** Each filter that is on, by its name, and the address without it. */
  filters: readonly { name: string; without: string }[];
  /** The address without any. */
  clear: string;
};

/** The filters that are on: each is taken off by its name. */
export function ActiveFilters({ filters, clear }: ActiveFiltersProps) {
  if (filters.length === 0) return null;
  return (
    <p className="cluster gap-2">
      {filters.map(({ name, without }) => (
        <Link key={name} className="chip" to={without} aria-label={`Quitar filtro ${name}`} preventScrollReset>
          {name}
          <Icon name="close" />
        </Link>
      ))}
      {filters.length > 1 && (
        <Link className="btn quiet" to={clear} preventScrollReset>
          Quitar todos
        </Link>
      )}
    </p>
  );
}
