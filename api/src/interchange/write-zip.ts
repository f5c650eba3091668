import { crc32 } from 'node:zlib';

/** Files as they are in one compressed file; they are images and a little text, so nothing is squeezed. */
export function zipOf(files: readonly { name: string; bytes: Uint8Array }[]): Buffer {
  const [parts, index]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, bytes } of files) {
    const title = Buffer.from(name);
    const facts = factsOf(bytes, title.length);
    const head = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, Buffer.alloc(2), title]);
    index.push(entryOf(facts, at, title));
    parts.push(head, Buffer.from(bytes));
    at += head.length + bytes.length;
  }
  const listing = Buffer.concat(index);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listing, end]);
}

/** What both the head of a file and the list at the end say of it: version 2.0, names in UTF-8, stored, 1 January 1980. */
function factsOf(bytes: Uint8Array, nameLength: number): Buffer {
  const facts = Buffer.alloc(24);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x0800, 2);
  facts.writeUInt16LE(0x21, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(bytes.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(nameLength, 22);
  return facts;
}

function entryOf(facts: Buffer, at: number, title: Buffer): Buffer {
  const offset = Buffer.alloc(4);
  offset.writeUInt32LE(at, 0);
  return Buffer.concat([Buffer.from('504b01021400', 'hex'), facts, Buffer.alloc(12), offset, title]);
}
