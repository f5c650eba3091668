/** An element, with what stands in it already written. Signs that XML can not hold are left out. */
export function xml(name: string, attributes: Record<string, string | undefined>, ...inside: string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(value)}"`],
  );
  return `<${name}${written.join('')}>${inside.join('')}</${name}>`;
}

export const escapeXml = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const textXml = (text: string) => `<text>${escapeXml(text)}</text>`;
