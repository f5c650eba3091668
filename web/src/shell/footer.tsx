import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { Root } from './root.ts';
import { choose, type Theme, themes } from './theme.ts';
import { useTheme } from './use-theme.ts';
import { words } from './words.ts';

/** Bytes that came over the network for the page as it was opened. */
function bytesOfPage(): number {
  const [page] = performance.getEntriesByType('navigation');
  const all = [page, ...performance.getEntriesByType('resource')] as (PerformanceResourceTiming | undefined)[];
  return all.reduce((sum, entry) => sum + (entry?.transferSize ?? 0), 0);
}

/** A choice that needs this script, so that it waits, out of sight but in its place, until there is one. */
function ThemeChoice({ waiting }: { waiting: boolean }) {
  const theme = useTheme();
  return (
    <label className="theme-choice" data-waiting={waiting || undefined}>
      {words.theme.label}
      <select value={theme} onChange={({ target }) => choose(target.value as Theme)}>
        {themes.map((each) => (
          <option key={each} value={each}>
            {words.theme[each]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Who answers for this place, where else to go for those whose header has no room for it, how much the page weighed, and how it looks. */
export function Footer({ me, demo }: Pick<Root, 'me' | 'demo'>) {
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => setBytes(bytesOfPage()), []);
  return (
    <footer className="site-footer">
      <div className="wrap cluster between">
        <p>{words.ownerInFull}</p>
        <p className="cluster">
          <Link to="/accesibilidad">{words.accessibility}</Link>
          <Link to="/privacidad">{words.privacy}</Link>
          <Link to="/ayuda">{words.help}</Link>
          {me && <Link to="/glosario">{words.nav.glossary}</Link>}
          {me && <Link to="/verificar">{words.verifyCertificate}</Link>}
          {demo && <span className="fine">{words.demo}</span>}
          <span className="fine" data-waiting={bytes === null || undefined}>
            {words.weight(Math.ceil((bytes ?? 0) / 1000))}
          </span>
          <ThemeChoice waiting={bytes === null} />
        </p>
      </div>
    </footer>
  );
}
