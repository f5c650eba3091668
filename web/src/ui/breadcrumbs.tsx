import { Link } from 'react-router';

/** The way from above to this page, which is not part of it. */
export function Breadcrumbs({ trail }: { trail: readonly { to: string; name: string }[] }) {
  return (
    <nav className="breadcrumbs" aria-label="Ruta">
      {trail.map(({ to, name }) => (
        <Link key={to} to={to}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
