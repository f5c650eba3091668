/** A file as text: UTF-8, UTF-16 of either order, or Windows-1252, told apart by mark, by zeros and by validity. */
export function decode(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  return text.replace(/[\0\u{fdd0}-\u{fdef}]/gu, '\u{fffd}'); // no text; PostgreSQL keeps no zero, and readers use the others
}

/** The name of the encoding, as TextDecoder knows it. */
export function encodingOf(bytes: Uint8Array): string {
  const marked = byMark(bytes) ?? byZeros(bytes);
  if (marked) return marked;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

function byMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Latin letters in UTF-16 have a zero each: behind them in one order, before them in the other. */
function byZeros(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 2_000);
  let [even, odd] = [0, 0];
  for (const [i, byte] of sample.entries())
    if (byte === 0) {
      if (i % 2 === 0) even++;
      else odd++;
    }
  const most = sample.length / 2;
  if (odd > most * 0.6 && even < most * 0.1) return 'utf-16le';
  return even > most * 0.6 && odd < most * 0.1 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
