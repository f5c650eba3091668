import { Link, useLocation } from 'react-router';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Connection } from './connection.tsx';
import type { Head } from './head.ts';
import { fullName, type Person } from './root.ts';
import { words } from './words.ts';

type Destination = { to: string; name: string; icon: IconName; holds?: readonly string[] };

const { nav } = words;
const formation = ['/oferta', '/diplomados/', '/cursos/'];
const library: Destination = { to: '/biblioteca', name: nav.library, icon: 'shelf', holds: ['/biblioteca'] };

const forVisitors: Destination[] = [
  library,
  { to: '/oferta', name: nav.offer, icon: 'book', holds: formation },
  { to: '/glosario', name: nav.glossary, icon: 'info' },
  { to: '/verificar', name: nav.verify, icon: 'check-circle', holds: ['/verificar'] },
  { to: '/ingresar', name: nav.signIn, icon: 'key', holds: ['/ingresar', '/recuperar'] },
];
const forLearners: Destination[] = [
  { to: '/inicio', name: nav.home, icon: 'home' },
  {
    to: '/estudio',
    name: nav.learning,
    icon: 'book',
    holds: [...formation, '/estudio/', '/intentos/', '/certificados'],
  },
  { ...library, holds: ['/biblioteca', '/glosario'] },
];
type Role = Person['roles'][number];
/** What a role comes here for, most wanted first. */
const forRoles: (Destination & { roles: readonly Role[] })[] = [
  { to: '/calificar', name: nav.marking, icon: 'edit', holds: ['/calificar'], roles: ['tutor', 'admin'] },
  { to: '/notas', name: nav.grades, icon: 'table', holds: ['/notas'], roles: ['tutor', 'coordinator', 'admin'] },
  { to: '/banco', name: nav.bank, icon: 'shelf', holds: ['/banco'], roles: ['author', 'admin'] },
  {
    to: '/gestion',
    name: nav.management,
    icon: 'people',
    holds: ['/gestion'],
    roles: ['tutor', 'coordinator', 'admin'],
  },
];
const [home, ...study] = forLearners;
/** More would not fit on a phone; the rest is reached from the start page and the foot. */
const most = 5;

function destinationsOf(me: Person | null): Destination[] {
  if (!me) return forVisitors;
  const own = forRoles.filter(({ roles }) => roles.some((role) => me.roles.includes(role)));
  return [...(home ? [home] : []), ...own, ...study].slice(0, most);
}

const nameOf = ([first = '']: string) => first.toUpperCase();

function Navigation({ me }: { me: Person | null }) {
  const { pathname } = useLocation();
  const isHere = ({ to, holds = [] }: Destination) =>
    pathname === to || holds.some((area) => pathname.startsWith(area));
  return (
    <nav className="main-nav" aria-label={words.main}>
      {destinationsOf(me).map((destination) => (
        <Link
          key={destination.to}
          to={destination.to}
          aria-current={isHere(destination) ? (pathname === destination.to ? 'page' : 'true') : undefined}
        >
          <Icon name={destination.icon} />
          {destination.name}
        </Link>
      ))}
    </nav>
  );
}

/** Where notices wait; the number of those not read is told in words too. */
const Notices = ({ unread }: Pick<Person, 'unread'>) => (
  <Link className="to-notices" to="/avisos">
    <Icon name="message" />
    <span className="visually-hidden">{words.notices(unread)}</span>
    {unread > 0 && <b aria-hidden="true">{unread > 99 ? '99+' : unread}</b>}
  </Link>
);

/** The brand and, as the page allows, where one may go and who is here. */
export function Header({ me, plain, exit }: { me: Person | null } & Pick<Head, 'plain' | 'exit'>) {
  return (
    <header className="site-header">
      <div>
        <Link className="brand" to="/">
          <b>{words.name}</b>
          <span>{words.owner}</span>
        </Link>
        {exit && (
          <Link className="btn quiet push-end" to={exit}>
            {words.leave}
          </Link>
        )}
        {!exit && !plain && <Navigation me={me} />}
        {!exit && !plain && me && (
          <>
            <Connection />
            <Notices unread={me.unread} />
            <Link className="account" to="/cuenta">
              <span aria-hidden="true">
                {nameOf(me.givenNames)}
                {nameOf(me.familyNames)}
              </span>
              <span className="visually-hidden">{words.account(fullName(me))}</span>
            </Link>
          </>
        )}
      </div>
    </header>
  );
}
