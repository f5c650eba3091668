import type { Schemas } from '../api/client.ts';
import { tagsIn } from './change-many.ts';
import type { Wording } from './draft.ts';

const text = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** What a form says that a question is about. */
export function aboutIn(form: FormData): Schemas['BankQuestion']['about'] {
  return {
    categoryId: text(form, 'categoryId') || null,
    topic: text(form, 'topic') || null,
    difficulty: Number(text(form, 'difficulty')) || null,
    outcome: text(form, 'outcome') || null,
    territories: form.getAll('territories').filter((each) => typeof each === 'string'),
    tags: tagsIn(text(form, 'tags')),
  };
}

/** The wording that a form carries in one piece. */
export const wordingIn = (form: FormData): Wording => JSON.parse(text(form, 'wording') || 'null') as Wording;
