/** The longest side of a photo that is read on a screen or in print. */
const longestSide = 2400;
const quality = 0.82;
const heic = /\.(heic|heif)$/i;

export const isHeic = ({ name, type }: File): boolean => heic.test(name) || /^image\/hei[cf]/.test(type);
const isBig = ({ size }: File) => size > 500_000;
const isPhoto = ({ name, type }: File) => type === 'image/jpeg' || /\.jpe?g$/i.test(name);

/**
 * What is sent of a file: a photo in HEIC as JPEG, where this browser can read it; a big photo made smaller, if `reduce`.
 * Anything else, or what the browser cannot read, as it is.
 */
export async function lighter(file: File, reduce: boolean): Promise<File> {
  if (!isHeic(file) && !(reduce && isPhoto(file) && isBig(file))) return file;
  const made = await toJpeg(file).catch(() => null);
  if (made === null) return file;
  return isHeic(file) || made.size < file.size ? made : file;
}

async function toJpeg(file: File): Promise<File | null> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
  const name = file.name.replace(/\.[^.]*$/, '.jpg');
  return blob && new File([blob], name, { type: 'image/jpeg', lastModified: file.lastModified });
}
