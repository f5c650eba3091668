import type { HydrationState } from 'react-router';
import type { Text } from '../ui/fragment.tsx';

/**
 * What the loaders read travels inside the document as JSON. A text that the document shows already is not sent
 * twice: in the JSON its place says under which hash it stands in the page, and the browser takes it from there.
 */
const standsAs = (sha: string) => `data-fragment="${sha}"`;

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'sha' in value && 'html' in value && typeof value.sha === 'string';

/** Writes `state` for the document whose page is `body`, safe inside a script element. */
export function pack(state: HydrationState, body: string): string {
  const json = JSON.stringify(state, (_, value: unknown) =>
    isText(value) && body.includes(standsAs(value.sha)) ? { standsAs: value.sha } : value,
  );
  return json.replaceAll('<', '\\u003c');
}

const isPlaceholder = (value: unknown): value is { standsAs: string } =>
  typeof value === 'object' && value !== null && 'standsAs' in value && typeof value.standsAs === 'string';

/** Reads what `pack` wrote, before React has touched the page. */
export function unpack(json: string, page: ParentNode): HydrationState {
  return JSON.parse(json, (_, value: unknown) => {
    if (!isPlaceholder(value)) return value;
    const html = page.querySelector(`[${standsAs(value.standsAs)}]`)?.innerHTML ?? '';
    return { sha: value.standsAs, html } satisfies Text;
  }) as HydrationState;
}
