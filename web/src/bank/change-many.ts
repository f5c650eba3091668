import { api, write } from '../api/client.ts';
import { refusals } from '../words/refusals.ts';
import { words } from './words.ts';

const { list: says } = words;

export type BulkAnswer = { done: string } | { fault: string; status: number };

const texts = (form: FormData, name: string) => form.getAll(name).filter((each) => typeof each === 'string');
const fault = (text: string): BulkAnswer => ({ fault: text, status: 422 });

/** Labels as they were typed, apart. */
export const tagsIn = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map((tag) => tag.trim().toLowerCase())
      .filter(Boolean),
  ),
];

/** Moves or tags the questions that were chosen in a list. */
export async function changeMany(form: FormData): Promise<BulkAnswer> {
  const ids = texts(form, 'id');
  const [about = ''] = texts(form, 'about');
  if (ids.length === 0) return fault(says.nothing);
  if (about === 'move') {
    const [to = ''] = texts(form, 'to');
    return told(await write(api.POST('/api/questions/moves', { body: { ids, categoryId: to || null } })), says.moved);
  }
  const tags = tagsIn(texts(form, 'tags').join(','));
  if (tags.length === 0) return fault(says.noTags);
  const body = about === 'tag' ? { ids, add: tags, remove: [] } : { ids, add: [], remove: tags };
  return told(await write(api.POST('/api/questions/tags', { body })), says.tagged);
}

function told(
  { done, refused }: Awaited<ReturnType<typeof write<{ questions: number }>>>,
  say: (n: number) => string,
): BulkAnswer {
  if (refused) return { fault: refusals[refused.code], status: refused.status };
  return { done: say(done?.questions ?? 0) };
}
