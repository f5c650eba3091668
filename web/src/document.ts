import type { Theme } from './shell/theme.ts';
import type { Needs } from './document-assets.ts';

type DocumentParts = Needs & {
  title: string;
  description: string;
  canonical: string | null;
  theme: Theme;
  /** The page, as HTML. */
  body: string;
  /** What the loaders read, as JSON that may stand in a script element. */
  data: string;
};

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? '');

const headOf = ({ title, description, canonical, scripts }: DocumentParts) =>
  [
    `<title>${escape(title)}</title>`,
    `<meta name="description" content="${escape(description)}">`,
    canonical && `<link rel="canonical" href="${escape(canonical)}">`,
    ...scripts.map((href) => `<link rel="modulepreload" crossorigin href="${href}">`),
  ]
    .filter(Boolean)
    .join('\n    ');

/** After the styles of every page, which set the order of the layers. */
const stylesOf = ({ styles }: DocumentParts) =>
  styles.map((href) => `  <link rel="stylesheet" crossorigin href="${href}">\n  `).join('');

/** Fills the places of the template (the built index.html) with one page. */
export function documentOf(template: string, parts: DocumentParts): string {
  const fill: Record<string, string> = {
    '<title>Aula Convergencia</title>': headOf(parts),
    '<html lang="es-CL">':
      parts.theme === 'system' ? '<html lang="es-CL">' : `<html lang="es-CL" data-theme="${parts.theme}">`,
    '</head>': `${stylesOf(parts)}</head>`,
    '<div id="root"></div>': `<div id="root">${parts.body}</div>
    <script type="application/json" id="aula-data">${parts.data}</script>`,
  };
  return Object.entries(fill).reduce((html, [place, text]) => html.replace(place, () => text), template);
}
