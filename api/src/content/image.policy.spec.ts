import { readImage } from './image.ts';

const png = Buffer.alloc(33);
png.write('\u0089PNG\r\n\u001a\n', 0, 'latin1');
png.write('IHDR', 12, 'latin1');
png.writeUInt32BE(640, 16);
png.writeUInt32BE(480, 20);

const jpeg = Buffer.from('ffd8ffe000044a46ffc00011080140020003011100021100031100', 'hex');

const webp = (chunk: string, at: number, hex: string) => {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF', 0);
  bytes.write(`WEBP${chunk}`, 8);
  Buffer.from(hex, 'hex').copy(bytes, at);
  return bytes;
};
const avif = Buffer.concat([Buffer.from('    ftypavif    ispe\0\0\0\0'), Buffer.from('0000028000000140', 'hex')]);

it.each([
  ['a.svg', Buffer.from('<svg viewBox="0 0 640.4 300"/>'), 640, 300],
  ['a.png', png, 640, 480],
  ['a.jpg', jpeg, 512, 320],
  ['a.webp', webp('VP8X', 24, '7f02003f0100'), 640, 320],
  ['a.webp', webp('VP8L', 21, '7fc24f00'), 640, 320],
  ['a.webp', webp('VP8 ', 26, '80024001'), 640, 320],
  ['a.avif', avif, 640, 320],
])('measures %s', (path, bytes, width, height) => {
  expect(readImage(path, bytes)).toMatchObject({ width, height, media: { name: path } });
});

it('refuses a photograph over its budget, one that is no image, and one of no known kind', () => {
  expect(readImage('a.png', Buffer.concat([png, Buffer.alloc(150_000)]))).toMatchObject({
    fault: [expect.stringMatching(/151 kB/), expect.anything()],
  });
  for (const path of ['a.png', 'a.jpg', 'a.webp', 'a.avif'])
    expect(readImage(path, Buffer.from('no es una imagen, es un texto cualquiera'))).toHaveProperty('fault');
  expect(readImage('a.gif', png)).toBeUndefined();
});
