import type { QuestionBody, QuestionKind, WrittenAnswerKey } from './question.schema.ts';

/** What is wrong with a file of content/, where, and how to mend it. Sentences in Spanish, for whoever wrote the file. */
export type Problem = { file: string; line: number; problem: string; remedy: string };

/** A file that made an item, with the hash of its bytes: what tells that it was loaded before. */
export type SourceFile = { path: string; sha: string };

export type Heading = { id: string; title: string };
/** A norm cited, with the article if one is, and the date on which its text was reviewed. */
export type Norm = { norm: string; article: string | null; reviewedOn: string };
/** What stands under one heading, as plain text. */
export type TextPassage = { anchor: string | null; heading: string; text: string };
export type Media = {
  sha: string;
  mediaType: 'image/svg+xml' | 'image/png' | 'image/jpeg' | 'image/webp' | 'image/avif';
  bytes: Buffer;
  name: string;
};

/** A text turned into sanitised HTML, with what was found in it. `sha` is the hash of the HTML; `minutes`, of reading. */
export type Text = {
  html: string;
  sha: string;
  words: number;
  minutes: number;
  toc: Heading[];
  terms: string[];
  norms: Norm[];
  passages: TextPassage[];
  media: Media[];
};

export type Lesson = Omit<Text, 'media'> & {
  kind: 'lesson';
  key: string;
  title: string;
  aim: string;
  reviewedOn: string;
};

/**
 * How the bank files a question; it changes nothing of what the question says. `category` is a path of names, `topic` a key
 * of the list of topics, `difficulty` from 1 to 5, `outcome` a sentence of the course, `territories` keys of their kinds.
 */
export type QuestionMeta = {
  category: string[];
  topic: string | null;
  difficulty: number | null;
  outcome: string | null;
  territories: string[];
  tags: string[];
};

/** Points in thousandths. */
export type Question = {
  key: string;
  kind: QuestionKind;
  points: number;
  body: QuestionBody;
  answerKey: WrittenAnswerKey;
  meta: QuestionMeta;
};

/** `minutes` is what it takes, limited or not; `timeLimit` what is allowed. `demand` and `weight` in percent. */
export type Evaluation = {
  kind: 'evaluation';
  key: string;
  title: string;
  minutes: number;
  timeLimit: number | null;
  draw: number;
  attempts: number;
  keep: 'best' | 'last' | 'average';
  demand: number;
  weight: number;
  release: 'submission' | 'closing';
  instructions: string;
  questions: Question[];
};

/** Points in thousandths; four levels, from best to worst. */
export type Criterion = {
  id: string;
  title: string;
  levels: { points: number; title: string; html: string }[];
  maxPoints: number;
};

/** The rules of a task in the terms of `submission/task.entity.ts`; `minutes` is what it takes. */
export type Task = {
  kind: 'task';
  key: string;
  title: string;
  minutes: number;
  weight: number;
  demand: number;
  points: number;
  instructions: string;
  sample: string | null;
  rubric: { criteria: Criterion[] };
  mode: 'individual' | 'group';
  takesText: boolean;
  takesFiles: boolean;
  minWords: number | null;
  maxWords: number | null;
  fileTypes: string[];
  maxFiles: number;
  maxBytes: number;
  dueDays: number | null;
  late: 'refuse' | 'until' | 'penalty';
  lateDays: number | null;
  penalty: number;
  resubmissions: number;
  anonymous: boolean;
  doubleThreshold: number | null;
  peerReviews: number;
  peerAnonymous: boolean;
  peerOwnWeight: number;
  peerDays: number;
  peerLeast: number;
  peerPenalty: number;
  peerRelease: 'closing' | 'manual';
};
export type Unit = Lesson | Evaluation | Task;

/** What courses, programmes and publications have in common. `notices` are sentences for the reader. */
type Item = {
  key: string;
  slug: string;
  title: string;
  summary: string;
  topics: string[];
  reviewedOn: string;
  notices: string[];
  introduction: string;
  files: SourceFile[];
};

/** `passGrade` in tenths; the final evaluation and the final task belong to no module. */
export type Course = Item & {
  status: 'available' | 'announced';
  minutes: number;
  outcomes: string[];
  requirements: string[];
  passGrade: number;
  modules: { key: string; title: string; summary: string; units: Unit[] }[];
  final: Evaluation | null;
  task: Task | null;
  media: Media[];
};

export type Programme = Item & {
  outcomes: string[];
  requirements: string[];
  courses: { key: string; weight: number }[];
};

export type Chapter = Omit<Text, 'media'> & { key: string; title: string; reviewedOn: string };
export type Publication = Item & {
  kind: 'booklet' | 'manual' | 'guidance';
  edition: string;
  stages: string[];
  territoryKinds: string[];
  minutes: number;
  norms: Norm[];
  chapters: Chapter[];
  media: Media[];
};

/** `definition` is the first paragraph as plain text; `html` the whole entry with its sources. */
export type GlossaryEntry = { id: string; term: string; definition: string; html: string };
export type Glossary = { terms: GlossaryEntry[]; files: SourceFile[] };
export type Topics = { topics: { key: string; name: string }[]; files: SourceFile[] };

export type Territory = {
  regions: {
    cut: string;
    name: string;
    shortName: string;
    abbreviation: string;
    stripCode: string;
    timeZone: string;
    government: string;
  }[];
  provinces: { cut: string; regionCut: string; name: string }[];
  comunas: { cut: string; provinceCut: string; name: string; timeZone: string | null }[];
  kinds: {
    key: string;
    name: string;
    plural: string;
    norm: string;
    validFrom: string | null;
    validTo: string | null;
    note: string;
  }[];
  files: SourceFile[];
};

/** Everything in the folder that is free of problems, and the problems of the rest. */
export type Content = {
  topics: Topics | null;
  glossary: Glossary | null;
  territory: Territory | null;
  courses: Course[];
  programmes: Programme[];
  publications: Publication[];
  problems: Problem[];
  /** Every text in the folder, broken or not. */
  paths: string[];
};
